// Each token of the request filter as SQL: the closed table of what a filter may look at in the store. Values are bound.
// Which index leads to the rows is told by name (`indexed by`), because the order of ids would otherwise win: the
// planner does not know that a status is rare. Every condition is 0 or 1, never null, so that `not` can be trusted.
import { Operation } from '../../../shared/admin/request-log.ts';
import type { TokenName } from '../../../shared/request-filter/filter-tokens.ts';
import type { RangeValue, TokenValue } from '../../../shared/request-filter/filter-tree.ts';
import { foldText } from '../../../shared/request-filter/match-words.ts';
import { resolveTime } from '../../../shared/request-filter/resolve-time.ts';
import { driven, plain, type Binder, type Condition } from './condition.ts';
import { findWords, leadByWords, type WordContext } from './words-to-sql.ts';

export interface TokenContext extends WordContext {
  /** What `-15m` counts from. */
  readonly now: Date;
}

export function tokenToSql(name: TokenName, value: TokenValue, context: TokenContext): Condition {
  if (name === 'before' || name === 'after') return compareTime(name, value, context);
  if (value.type === 'text') return TEXT_TOKENS[name]?.(value.text, context) ?? NO_ROW;
  return value.type === 'range' ? (RANGE_TOKENS[name]?.(value, context) ?? NO_ROW) : NO_ROW;
}

const NO_ROW = plain('0'); // the parser gives no such value

type RangeName = 'status' | 'duration' | 'size' | 'connection' | 'colour' | 'request';
type TextName = Exclude<TokenName, RangeName | 'before' | 'after'>;

type RangeToSql = (value: RangeValue, context: TokenContext) => Condition;
type TextToSql = (text: string, context: TokenContext) => Condition;

const RANGES: Readonly<Record<RangeName, RangeToSql>> = {
  status: (value, context) =>
    onStatus(inRange('r.status', value, context), (status) => inRange(status, value, context)),
  duration: (value, context) => plain(inRange('r.duration_ms', value, context)),
  size: (value, context) => plain(inRange('r.request_bytes + r.response_bytes', value, context)),
  colour: (value, context) =>
    driven(
      `coalesce(${inRange('r.colour', value, context)}, 0)`,
      1,
      fromIndex('colour', `colour is not null`),
    ),
  connection: (value, context) => plain(`coalesce(${inRange('r.connection', value, context)}, 0)`),
  request: (value, context) => plain(inRange('r.id', value, context)),
};

const TEXTS: Readonly<Record<TextName, TextToSql>> = {
  method: (text, { bind }) => byIndex('method', bind(text.toUpperCase()), 7),
  op(text, { bind }) {
    const isMeant = (known: string) => known === text || known.startsWith(`${text}-`);
    const known = bind(JSON.stringify(Operation.options.filter(isMeant)));
    const condition = `operation in (select value from json_each(${known}))`;
    return driven(`r.${condition}`, 5, fromIndex('operation', condition));
  },
  source: (text, { bind }) => byIndex('source', bind(text), 6),
  resource: (text, { bind }) =>
    plain(`coalesce(fold(r.resource_type) = ${bind(foldText(text))}, 0)`),
  scimtype: (text, { bind }) =>
    driven(
      `coalesce(fold(r.scim_type) = ${bind(foldText(text))}, 0)`,
      2,
      fromIndex('scim_type', 'scim_type is not null'),
    ),
  user: (text, context) => namedResource('User', text, context),
  group: (text, context) => namedResource('Group', text, context),
  id(text, { bind }) {
    const from = bind(text);
    const to = bind(`${text}\u{10ffff}`);
    return driven(
      `coalesce(r.resource_id >= ${from} and r.resource_id < ${to}, 0)`,
      1,
      fromIndex('resource', `resource_id >= ${from} and resource_id < ${to}`),
    );
  },
  path: (text, context) => leadByWords(['path'], 'decoded(r.path)', { text, context }),
  filter: (text, context) => leadByWords(['query'], 'filter_of(r.query)', { text, context }),
  token: (text, { bind }) => plain(`has_words(r.token_name, ${bind(text)})`),
  attr: (text, context) => findWords(['attributes'], text, context),
  body: (text, context) => findWords(['request', 'response'], text, context),
  header(text, { bind }) {
    const held = bind(foldText(text));
    return plain(`exists (
      select 1 from request_exchanges x
      where x.id = r.id
        and (instr(fold(x.request_headers), ${held}) or instr(fold(x.response_headers), ${held})))`);
  },
  rule(text, { bind }) {
    const rule = bind(text);
    return driven(
      `exists (
        select 1 from request_findings f where f.rule_id = ${rule} and f.request_id = r.id)`,
      2,
      `select request_id from request_findings
      where rule_id = ${rule} and request_id between :lo and :hi`,
    );
  },
  job: (text, context) => provisionedBy('job_id', text, context),
  cycle: (text, context) => provisionedBy('cycle_id', text, context),
  has: (text) => HAS[text] ?? NO_ROW,
  is: (text) => IS[text] ?? NO_ROW,
};

// Looked up by names that are not narrowed: what is missing is undefined.
const RANGE_TOKENS: Readonly<Partial<Record<TokenName, RangeToSql>>> = RANGES;
const TEXT_TOKENS: Readonly<Partial<Record<TokenName, TextToSql>>> = TEXTS;

const HAS: Readonly<Record<string, Condition>> = {
  finding: plain('r.finding_errors + r.finding_warnings + r.finding_notices > 0'),
  error: plain('r.finding_errors > 0'),
  warning: plain('r.finding_warnings > 0'),
  notice: plain('r.finding_notices > 0'),
  note: driven('r.note is not null', 1, fromIndex('note', 'note is not null')),
  colour: driven('r.colour is not null', 1, fromIndex('colour', 'colour is not null')),
  resource: plain('r.resource_type is not null and r.resource_id is not null'),
  token: plain('r.token_name is not null'),
  connection: plain('r.connection is not null'),
};

const IS: Readonly<Record<string, Condition>> = {
  pinned: driven('r.is_pinned = 1', 1, fromIndex('pinned', 'is_pinned = 1')),
  first: plain('r.is_first = 1'),
  retry: driven('r.retry_of is not null', 1, fromIndex('retry', 'retry_of is not null')),
  imported: driven('r.is_imported = 1', 1, fromIndex('imported', 'is_imported = 1')),
  failed: onStatus(
    'r.status = 0 or r.status >= 400',
    (status) => `${status} = 0 or ${status} >= 400`,
  ),
};

type IndexName =
  | 'method'
  | 'operation'
  | 'source'
  | 'status'
  | 'resource'
  | 'scim_type'
  | 'retry'
  | 'pinned'
  | 'imported'
  | 'note'
  | 'colour';

function fromIndex(index: IndexName, condition: string): string {
  return `
    select id from request_log indexed by request_log_${index}
    where ${condition} and id between :lo and :hi`;
}

function byIndex(column: 'method' | 'source', value: string, rank: number): Condition {
  return driven(`r.${column} = ${value}`, rank, fromIndex(column, `${column} = ${value}`));
}

/** Each status that occurs is looked up by itself: a range of the index would be read from end to end. */
function onStatus(where: string, isMeant: (status: string) => string): Condition {
  return driven(
    where,
    4,
    fromIndex(
      'status',
      `status in (
        with recursive known (status) as (
          select min(status) from request_log
          union all
          select (select min(status) from request_log where status > known.status)
          from known where known.status is not null)
        select known.status from known where known.status is not null and (${isMeant('known.status')}))`,
    ),
  );
}

function namedResource(resourceType: 'User' | 'Group', text: string, context: TokenContext) {
  const name = `case when r.resource_type = ${context.bind(resourceType)} then r.resource_name end`;
  return leadByWords(['name'], name, { text, context });
}

/** What the simulator sent, by the log entry that it was sent for. `*`: of any job or cycle. */
function provisionedBy(column: 'job_id' | 'cycle_id', text: string, { bind }: Binder): Condition {
  const isAny = text === '*';
  const isMeant = isAny ? '1' : `l.${column} = ${bind(text.toLowerCase())}`;
  const where = `exists (
    select 1
    from request_exchanges x
    join provisioning_requests q on q.client_request_id = x.client_request_id
    join provisioning_log l on l.seq = q.seq
    where x.id = r.id and ${isMeant})`;
  if (isAny || column === 'job_id') return plain(where);
  return driven(
    where,
    2,
    `select x.id
    from provisioning_log l
    join provisioning_requests q on q.seq = l.seq
    join request_exchanges x on x.client_request_id = q.client_request_id
    where ${isMeant} and x.id between :lo and :hi`,
  );
}

function inRange(column: string, { least, most, isOpen }: RangeValue, { bind }: Binder): string {
  const sign = isOpen ? '' : '=';
  const terms = [
    ...(least === null ? [] : [`${column} >${sign} ${bind(least)}`]),
    ...(most === null ? [] : [`${column} <${sign} ${bind(most)}`]),
  ];
  return terms.join(' and ');
}

function compareTime(
  side: 'before' | 'after',
  value: TokenValue,
  context: TokenContext,
): Condition {
  if (value.type === 'text' || value.type === 'range') return NO_ROW;
  const instant = resolveTime(value, context.now);
  const operator = side === 'before' ? '<' : '>=';
  return { where: `r.at ${operator} ${context.bind(instant)}`, bounds: [{ side, instant }] };
}
