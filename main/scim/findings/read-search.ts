// What a query asks for, from its parameters or from the body of a POST to `/.search`, with its filter read as strictly
// as the RFC writes it. @see RFC 7644 §3.4.2 and §3.4.3
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import type { FilterNode } from '../../../shared/scim/filter-tree.ts';
import { isJsonArray, isJsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { parseFilter, type ParseOptions } from '../../../shared/scim/parse-filter.ts';
import type { ResourceModel } from '../schema/schema-types.ts';
import type { JudgedExchange } from './judged-exchange.ts';
import type { Place } from './read-place.ts';
import { isSecret as isSecretAttribute } from './show-value.ts';

export interface FilterReading {
  readonly text: string;
  /** By a lenient reading; undefined when even that fails. */
  readonly tree: FilterNode | undefined;
  /** Why it is no filter at all. */
  readonly problem: string | undefined;
  /** Only read because values without quotes are let through. */
  readonly isUnquoted: boolean;
  /** Names an attribute that is never returned: its text is not to be quoted. */
  readonly isSecret: boolean;
  /** Has `emails[…].value eq`, which the grammar has not. */
  readonly hasValuePathSuffix: boolean;
}

export interface Search {
  /** undefined at the root. */
  readonly model: ResourceModel | undefined;
  readonly filter: FilterReading | undefined;
  readonly startIndex: string | undefined;
  readonly count: string | undefined;
  readonly cursor: string | undefined;
  readonly sortBy: string | undefined;
  readonly sortOrder: string | undefined;
}

/** undefined where the request is no query of resources. */
export function readSearch(exchange: JudgedExchange, place: Place): Search | undefined {
  const isList =
    (place.kind === 'collection' || place.kind === 'root') && exchange.method === 'GET';
  const isPosted = place.kind === 'search' && exchange.method === 'POST';
  if (!isList && !isPosted) return undefined;
  const read = isPosted
    ? (name: string) => readMember(exchange.requestBody.json, name)
    : (name: string) => queryValue(exchange, name);
  const filter = read('filter');
  const model = 'model' in place ? place.model : undefined;
  return {
    model,
    filter: filter === undefined ? undefined : readFilterText(filter, model),
    startIndex: read('startIndex'),
    count: read('count'),
    cursor: read('cursor'),
    sortBy: read('sortBy'),
    sortOrder: read('sortOrder'),
  };
}

/** Names in `attributes` or `excludedAttributes`, wherever the request has them. */
export function readProjection(
  exchange: JudgedExchange,
  name: 'attributes' | 'excludedAttributes',
): readonly string[] {
  const fromQuery = queryValue(exchange, name);
  const text = fromQuery ?? readMember(exchange.requestBody.json, name) ?? '';
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** By its name in any case; the first one counts. */
export function queryValue({ query }: JudgedExchange, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return query.find(([given]) => given.toLowerCase() === wanted)?.[1];
}

function readMember(body: JsonValue | undefined, name: string): string | undefined {
  if (!isJsonObject(body)) return undefined;
  const value = Object.entries(body).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  if (isJsonArray(value)) return value.filter((word) => typeof word === 'string').join(',');
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

function readFilterText(text: string, model: ResourceModel | undefined): FilterReading {
  const isSecret = namesSecret(text, model);
  const strict = parse(text, { lenient: false, refuseValuePathSuffix: true });
  if (strict.tree !== undefined) {
    return { text, isSecret, ...strict, isUnquoted: false, hasValuePathSuffix: false };
  }
  const withSuffix = parse(text, { lenient: false });
  if (withSuffix.tree !== undefined) {
    return { text, isSecret, ...withSuffix, isUnquoted: false, hasValuePathSuffix: true };
  }
  const lenient = parse(text, { lenient: true });
  const isUnquoted = lenient.tree !== undefined;
  const hasValuePathSuffix = isUnquoted && /\]\.\w/.test(text);
  return { text, isSecret, ...lenient, isUnquoted, hasValuePathSuffix };
}

/** By the text, since a filter that cannot be read must not be quoted either. */
function namesSecret(text: string, model: ResourceModel | undefined): boolean {
  if (/password/i.test(text)) return true;
  const schemas = model === undefined ? [] : [model.core, ...model.extensions];
  const folded = text.toLowerCase();
  return schemas
    .flatMap(({ attributes }) => attributes)
    .filter(isSecretAttribute)
    .some(({ name }) => folded.includes(name.toLowerCase()));
}

function parse(text: string, options: ParseOptions): Pick<FilterReading, 'tree' | 'problem'> {
  try {
    return { tree: parseFilter(text, options), problem: undefined };
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    return { tree: undefined, problem: error.message };
  }
}
