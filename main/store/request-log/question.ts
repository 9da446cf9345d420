// What is asked of the log: which requests, as a condition with its values, and the ids among which they are.
import type { RequestFilter } from '../../../shared/request-filter/filter-tree.ts';
import { parseRequestFilter } from '../../../shared/request-filter/parse-request-filter.ts';
import { allOf, createBinder, noneOf, type Condition } from './condition.ts';
import {
  byIds,
  filterToCondition,
  ofRemoval,
  ofTenant,
  ofTenantOnly,
} from './filter-to-condition.ts';
import type { RemovalRow } from './removals.ts';
import type { IdRange, LogWalker, Params } from './walk-log.ts';
import { holdWords, type WordContext } from './words-to-sql.ts';

export interface Question {
  readonly condition: Condition;
  readonly params: Params;
  readonly range: IdRange;
  /** Where an index knows at once how many there are. */
  readonly countAll?: () => number;
}

/** `tree` narrows the scope further. */
export interface Asked {
  readonly tenant?: string | undefined;
  readonly filter?: string | undefined;
  readonly tree?: RequestFilter;
  readonly ids?: readonly number[];
  /** Without the requests that named no tenant. */
  readonly onlyTenant?: string;
}

export interface QuestionParts {
  readonly walker: LogWalker;
  readonly now: () => Date;
  readonly removals: () => readonly RemovalRow[];
  /** Without, words are looked for in the rows. */
  readonly hasIndex: () => boolean;
  readonly tenantCount: (tenant: string | undefined) => number;
  /** Whether any request in the log belongs to another tenant. */
  readonly hasOthers: (tenant: string) => boolean;
}

/** Throws FilterSyntaxError. */
export function createAsker(parts: QuestionParts) {
  const { walker, now, removals } = parts;
  const isFrequent = createCommonness(walker);
  const isCommon: WordContext['isCommon'] = (columns, phrase) =>
    !parts.hasIndex() || isFrequent(columns, phrase);

  return function ask({ tenant, filter = '', tree, ids, onlyTenant }: Asked): Question {
    const binder = createBinder();
    const context = { ...binder, now: now(), isCommon };
    const filters = [parseRequestFilter(filter), ...(tree === undefined ? [] : [tree])];
    const narrowed = filters.filter((each) => !isEverything(each));
    const pending = removals();
    const needsTenant = tenant !== undefined && parts.hasOthers(tenant);
    const condition = allOf([
      ...narrowed.map((each) => filterToCondition(each, context)),
      ...(ids === undefined ? [] : [byIds(ids, binder)]),
      ...(onlyTenant === undefined ? [] : [ofTenantOnly(onlyTenant, binder)]),
      ...(needsTenant ? [ofTenant(tenant, binder)] : []),
      ...pending.map((removal) => noneOf(ofRemoval(removal, context))),
    ]);
    const isWhole = ids === undefined && onlyTenant === undefined;
    const isPlain = narrowed.length === 0 && isWhole && pending.length === 0;
    return {
      condition,
      params: binder.params,
      range: aboveCleared(walker.rangeOf(condition), pending, tenant),
      ...(isPlain && { countAll: () => parts.tenantCount(needsTenant ? tenant : undefined) }),
    };
  };
}

/** The newest requests that are looked at, and how many of them make a phrase common. */
const LOOKED_AT = 300;
const MANY = 30;

function createCommonness(walker: LogWalker): WordContext['isCommon'] {
  return function isCommon(columns, phrase) {
    const count = walker
      .prepare(
        `
        select count(*)
        from (select id from request_log order by id desc limit ${LOOKED_AT}) newest
        join request_log r on r.id = newest.id
        join request_exchanges x on x.id = newest.id
        where ${holdWords(columns, ':phrase')}`,
      )
      .pluck();
    return Number(count.get({ phrase })) >= MANY;
  };
}

function isEverything(tree: RequestFilter): boolean {
  return tree.kind === 'and' && tree.terms.length === 0;
}

/** What was cleared as a whole need not be looked at. */
function aboveCleared(
  { least, most }: IdRange,
  removals: readonly RemovalRow[],
  tenant: string | undefined,
): IdRange {
  const whole = removals.filter(
    (removal) =>
      removal.includesPinned === 1 &&
      removal.filter === '' &&
      removal.ids === null &&
      removal.olderThan === null &&
      removal.onlyTenant === null &&
      (removal.tenant === null || removal.tenant === tenant),
  );
  return { least: Math.max(least, ...whole.map(({ upTo }) => upTo + 1)), most };
}

/** What a removal takes away, for who erases it. */
export function askForRemoved(walker: LogWalker, removal: RemovalRow): Question {
  const binder = createBinder();
  const condition = ofRemoval(removal, { ...binder, isCommon: () => false });
  const { least, most } = walker.rangeOf(condition);
  return {
    condition,
    params: binder.params,
    range: { least, most: Math.min(most, removal.upTo) },
  };
}
