// What could stand at the caret of the filter box, with how many requests each value would leave. Values are counted among
// the newest requests that the rest of the filter shows; names of resources are looked up by how they begin.
import type { CompletionList, CompletionQuery } from '../../../shared/admin/request-log-pages.ts';
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import {
  FILTER_TOKENS,
  TOKEN_NAMES,
  tokenEntry,
  type TokenName,
} from '../../../shared/request-filter/filter-tokens.ts';
import { findCaret, type Caret } from '../../../shared/request-filter/find-caret.ts';
import { EVERYTHING, type RequestFilter } from '../../../shared/request-filter/filter-tree.ts';
import { foldText } from '../../../shared/request-filter/match-words.ts';
import { parseRequestFilter } from '../../../shared/request-filter/parse-request-filter.ts';
import { printTokenValue } from '../../../shared/request-filter/print-request-filter.ts';
import type { Asked, Question } from './question.ts';
import { sliceCondition, type InSlices, type LogWalker } from './walk-log.ts';

/** The newest requests among which values are counted. */
const SAMPLE = 20_000;

type Completion = CompletionList['completions'][number];

export function* completeFilter(
  walker: LogWalker,
  ask: (asked: Asked) => Question,
  { tenant, filter, caret, limit }: CompletionQuery,
): InSlices<CompletionList> {
  const place = findCaret(filter, caret);
  const { token, from, to } = place;
  if (token === null) {
    return { from, to, isSampled: false, completions: offerNames(place).slice(0, limit) };
  }
  const question = ask({ tenant, tree: parseLeniently(place.rest) });
  const { values, isSampled } = yield* countValues(walker, question, token);
  return { from, to, isSampled, completions: offerValues(place, token, values).slice(0, limit) };
}

/** While the rest is not written to its end, everything is counted. */
function parseLeniently(text: string): RequestFilter {
  try {
    return parseRequestFilter(text);
  } catch (error) {
    if (error instanceof FilterSyntaxError) return EVERYTHING;
    throw error;
  }
}

const KEYWORDS: readonly Completion[] = [
  { text: 'not:', kind: 'keyword', meaning: 'The opposite of what follows', requests: null },
  { text: 'or', kind: 'keyword', meaning: 'One of both sides', requests: null },
];

function offerNames({ typed }: Caret): readonly Completion[] {
  const wanted = foldText(typed);
  const names = TOKEN_NAMES.map((name): Completion => {
    const { meaning, example } = FILTER_TOKENS[name];
    return { text: `${name}:`, kind: 'token', meaning: `${meaning} (${example})`, requests: null };
  });
  const offered = [...names, ...KEYWORDS].filter(({ text }) => text.startsWith(wanted));
  const byMeaning = names.filter(
    (each) => !offered.includes(each) && wanted !== '' && foldText(each.meaning).includes(wanted),
  );
  return [...offered, ...byMeaning];
}

interface CountedValue {
  readonly value: string;
  readonly requests: number;
}

/** The values that a token can have in a row, as a column; null where they cannot be counted. */
const COLUMNS: Readonly<Partial<Record<TokenName, string>>> = {
  method: 'lower(r.method)',
  status: 'cast(r.status as text)',
  op: 'r.operation',
  resource: 'r.resource_type',
  user: "case when r.resource_type = 'User' then r.resource_name end",
  group: "case when r.resource_type = 'Group' then r.resource_name end",
  id: 'r.resource_id',
  path: 'decoded(r.path)',
  scimtype: 'r.scim_type',
  source: 'r.source',
  token: 'r.token_name',
  colour: 'cast(r.colour as text)',
};

const FLAGS = {
  has: {
    finding: 'r.finding_errors + r.finding_warnings + r.finding_notices > 0',
    error: 'r.finding_errors > 0',
    warning: 'r.finding_warnings > 0',
    notice: 'r.finding_notices > 0',
    note: 'r.note is not null',
    colour: 'r.colour is not null',
  },
  is: {
    pinned: 'r.is_pinned = 1',
    first: 'r.is_first = 1',
    retry: 'r.retry_of is not null',
    failed: 'r.status = 0 or r.status >= 400',
  },
} as const;

interface Counted {
  readonly values: readonly CountedValue[];
  readonly isSampled: boolean;
}

function* countValues(
  walker: LogWalker,
  { condition, params, range }: Question,
  token: TokenName,
): InSlices<Counted> {
  const select = selectValues(token);
  if (select === undefined) return { values: [], isSampled: false };
  const counts = new Map<string, number>();
  let seen = 0;
  let rest = range.least - 1;
  const sample = walker.prepare(`
    with sample as (
      select r.id from request_log r where ${sliceCondition(condition)}
      order by r.id desc limit :limit)
    ${select}
    union all
    select null as value, count(*) as requests from sample`);
  yield* walker.walk({ range, direction: 'down' }, ({ least, most }) => {
    const bound = { ...params, lo: least, hi: most, limit: SAMPLE - seen };
    for (const row of sample.all(bound) as { value: string | null; requests: number }[]) {
      if (row.value === null) seen += row.requests;
      else counts.set(row.value, (counts.get(row.value) ?? 0) + row.requests);
    }
    rest = least - 1;
    return seen >= SAMPLE;
  });
  const values = [...counts].map(([value, requests]) => ({ value, requests }));
  return { values, isSampled: seen >= SAMPLE && rest >= range.least };
}

function selectValues(token: TokenName): string | undefined {
  const column = COLUMNS[token];
  if (token === 'rule') {
    return `
      select f.rule_id as value, count(*) as requests
      from sample s join request_findings f on f.request_id = s.id group by f.rule_id`;
  }
  if (token === 'has' || token === 'is') {
    return Object.entries(FLAGS[token])
      .map(
        ([flag, condition]) => `
        select '${flag}' as value, count(*) as requests
        from sample s join request_log r on r.id = s.id where ${condition}`,
      )
      .join(' union all ');
  }
  if (column === undefined) return undefined;
  return `
    select ${column} as value, count(*) as requests
    from sample s join request_log r on r.id = s.id
    where ${column} is not null group by value`;
}

function offerValues(
  { typed }: Caret,
  token: TokenName,
  counted: readonly CountedValue[],
): readonly Completion[] {
  const entry = tokenEntry(token);
  const wanted = foldText(typed);
  const values = token === 'status' ? [...countClasses(counted), ...counted] : counted;
  const counts = new Map(values.map(({ value, requests }) => [value, requests]));
  const known = entry.kind === 'choice' ? entry.choices : [];
  const meanings = new Map(known.map(({ value, meaning }) => [value, meaning]));
  const offered = new Set([...counts.keys(), ...meanings.keys()]);
  return [...offered]
    .map((value): Completion => {
      const isGroup = token === 'op' && !counts.has(value);
      const requests = isGroup ? countGroup(counted, value) : (counts.get(value) ?? 0);
      const text = printTokenValue(token, { type: 'text', text: value });
      return { text, kind: 'value', meaning: meanings.get(value) ?? '', requests };
    })
    .filter(({ text }) => matches(foldText(text), wanted))
    .toSorted((one, other) => rank(other, wanted) - rank(one, wanted));
}

function countClasses(counted: readonly CountedValue[]): readonly CountedValue[] {
  const classes = new Map<string, number>();
  for (const { value, requests } of counted) {
    if (value === '0') continue;
    const name = `${value.charAt(0)}xx`;
    classes.set(name, (classes.get(name) ?? 0) + requests);
  }
  return [...classes].map(([value, requests]) => ({ value, requests }));
}

function countGroup(counted: readonly CountedValue[], group: string): number {
  return counted
    .filter(({ value }) => value.startsWith(`${group}-`))
    .reduce((sum, { requests }) => sum + requests, 0);
}

function matches(text: string, wanted: string): boolean {
  return text.replace(/^"/, '').startsWith(wanted) || text.includes(wanted);
}

/** What begins with what was typed comes first, then what there is most of. */
function rank({ text, requests }: Completion, wanted: string): number {
  const begins = foldText(text).replace(/^"/, '').startsWith(wanted);
  return (begins ? 1e9 : 0) + (requests ?? 0);
}
