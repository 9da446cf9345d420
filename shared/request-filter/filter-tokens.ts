// The tokens of the request filter, one entry each: what it means, which values it takes, and what it looks at in a
// summary. Parser, completion, evaluation and help read this table; the store has one fragment of SQL for each entry
// (main/store/request-log/token-to-sql.ts), and misses none, because the compiler would say so.
import { Colour, Operation, Source, type RequestSummary } from '../admin/request-log.ts';
import { HAS_CHOICES, hasWhat, IS_CHOICES, isWhat } from './has-and-is.ts';
import { decodePath, readFilterParameter } from './read-filter-parameter.ts';

interface TokenText {
  readonly meaning: string;
  readonly example: string;
}

export interface Choice {
  readonly value: string;
  readonly meaning: string;
}

export type TokenEntry = TokenText &
  (
    | {
        readonly kind: 'number';
        readonly unit: NumberUnit;
        readonly of: (r: RequestSummary) => number | null;
      }
    /** One of a closed list. */
    | {
        readonly kind: 'choice';
        readonly choices: readonly Choice[];
        readonly holds: (r: RequestSummary, choice: string) => boolean;
      }
    /** The whole name, in any case. */
    | { readonly kind: 'name'; readonly of: (r: RequestSummary) => string | null }
    /** How it begins, exactly. */
    | { readonly kind: 'prefix'; readonly of: (r: RequestSummary) => string | null }
    /** Words in a text of the summary. @see ./match-words.ts */
    | { readonly kind: 'words'; readonly of: (r: RequestSummary) => string | null }
    | { readonly kind: 'time'; readonly side: 'before' | 'after' }
    /** In what summaries do not have: unknown without the details, but for those that cannot have it. */
    | {
        readonly kind: 'hidden';
        readonly value: 'words' | 'header' | 'name';
        /** What the summary tells; undefined: it does not. */
        readonly holds: (r: RequestSummary, value: string) => boolean | undefined;
      }
  );

export type NumberUnit = 'status' | 'ms' | 'bytes' | 'count';

const unknown = () => undefined;

export const FILTER_TOKENS = {
  method: {
    kind: 'choice',
    meaning: 'HTTP method',
    example: 'method:patch',
    choices: choose(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']),
    holds: (r, choice) => r.method.toLowerCase() === choice,
  },
  status: {
    kind: 'number',
    unit: 'status',
    meaning: 'Status of the answer; 0 where none was sent',
    example: 'status:4xx',
    of: (r) => r.status,
  },
  op: {
    kind: 'choice',
    meaning: 'What the request meant',
    example: 'op:deactivate',
    choices: [
      ...choose(Operation.options),
      { value: 'rejected', meaning: 'Turned away: token, path, method, media type, body, HTTP' },
    ],
    holds: (r, choice) => r.operation === choice || r.operation.startsWith(`${choice}-`),
  },
  resource: {
    kind: 'name',
    meaning: 'Resource type',
    example: 'resource:User',
    of: (r) => r.resourceType,
  },
  user: {
    kind: 'words',
    meaning: 'Name of the User',
    example: 'user:adele',
    of: (r) => (r.resourceType === 'User' ? r.resourceName : null),
  },
  group: {
    kind: 'words',
    meaning: 'Name of the Group',
    example: 'group:sales',
    of: (r) => (r.resourceType === 'Group' ? r.resourceName : null),
  },
  id: {
    kind: 'prefix',
    meaning: 'How the id of the resource begins',
    example: 'id:2f9',
    of: (r) => r.resourceId,
  },
  path: {
    kind: 'words',
    meaning: 'Words in the path',
    example: 'path:/Users',
    of: (r) => decodePath(r.path),
  },
  filter: {
    kind: 'words',
    meaning: 'Words in the SCIM filter of a query',
    example: 'filter:userName',
    of: (r) => readFilterParameter(r.query),
  },
  attr: {
    kind: 'hidden',
    value: 'words',
    meaning: 'Attribute that the request names or has changed',
    example: 'attr:department',
    holds: unknown,
  },
  scimtype: {
    kind: 'name',
    meaning: 'scimType of the error',
    example: 'scimtype:uniqueness',
    of: (r) => r.scimType,
  },
  source: {
    kind: 'choice',
    meaning: 'Who seems to have sent it',
    example: 'source:entra',
    choices: choose(Source.options),
    holds: (r, choice) => r.source === choice,
  },
  token: {
    kind: 'words',
    meaning: 'Name of the token, OAuth client or issuer',
    example: 'token:prod',
    of: (r) => r.tokenName,
  },
  connection: {
    kind: 'number',
    unit: 'count',
    meaning: 'Connection that it came on: the number of the first request there',
    example: 'connection:120',
    of: (r) => r.connection,
  },
  duration: {
    kind: 'number',
    unit: 'ms',
    meaning: 'Time until the answer, in milliseconds',
    example: 'duration:>500',
    of: (r) => r.durationMs,
  },
  size: {
    kind: 'number',
    unit: 'bytes',
    meaning: 'Bytes of both bodies together',
    example: 'size:>10k',
    of: (r) => r.requestBytes + r.responseBytes,
  },
  header: {
    kind: 'hidden',
    value: 'header',
    meaning: 'Text in a header of request or answer, such as its name',
    example: 'header:x-ms-client',
    holds: unknown,
  },
  body: {
    kind: 'hidden',
    value: 'words',
    meaning: 'Words in the body of request or answer',
    example: 'body:"Sales"',
    holds: (r) => (r.requestBytes + r.responseBytes === 0 ? false : undefined),
  },
  has: {
    kind: 'choice',
    meaning: 'Something that only some requests have',
    example: 'has:finding',
    choices: HAS_CHOICES,
    holds: hasWhat,
  },
  is: {
    kind: 'choice',
    meaning: 'What the request is',
    example: 'is:pinned',
    choices: IS_CHOICES,
    holds: isWhat,
  },
  rule: {
    kind: 'hidden',
    value: 'name',
    meaning: 'Id of a finding rule that found something',
    example: 'rule:op-capitalised',
    holds: ({ findings }) =>
      findings.error + findings.warning + findings.notice === 0 ? false : undefined,
  },
  job: {
    kind: 'hidden',
    value: 'name',
    meaning: 'Job ID of the Entra simulator that sent it; * for any',
    example: 'job:*',
    holds: (r, value) => isProvisionedBy(r, r.jobId, value),
  },
  cycle: {
    kind: 'hidden',
    value: 'name',
    meaning: 'Cycle ID of the provisioning logs; * for any',
    example: 'cycle:*',
    holds: (r, value) => isProvisionedBy(r, r.cycleId, value),
  },
  colour: {
    kind: 'number',
    unit: 'count',
    meaning: `Colour label, 1 to ${Colour.maxValue}`,
    example: 'colour:1',
    of: (r) => r.colour,
  },
  before: {
    kind: 'time',
    side: 'before',
    meaning: 'Arrived before a time of today, an instant, or so long ago',
    example: 'before:10:30',
  },
  after: {
    kind: 'time',
    side: 'after',
    meaning: 'Arrived at a time or later',
    example: 'after:-15m',
  },
  request: {
    kind: 'number',
    unit: 'count',
    meaning: 'Number of the request in the log',
    example: 'request:120..140',
    of: (r) => r.id,
  },
} as const satisfies Readonly<Record<string, TokenEntry>>;

export type TokenName = keyof typeof FILTER_TOKENS;

/** The names of tokens, in the order in which they are shown. */
export const TOKEN_NAMES = Object.keys(FILTER_TOKENS).filter(isTokenName);

export function isTokenName(name: string): name is TokenName {
  return Object.hasOwn(FILTER_TOKENS, name);
}

/** An entry without its own literal types: to be told apart by `kind`. */
export function tokenEntry(name: TokenName): TokenEntry {
  return FILTER_TOKENS[name];
}

function choose(values: readonly string[]): readonly Choice[] {
  return values.map((value) => ({ value, meaning: value.replaceAll('-', ' ') }));
}

/** Undefined while the log entry that would name it may still be written. */
function isProvisionedBy(
  { clientRequestId }: RequestSummary,
  id: string | null,
  value: string,
): boolean | undefined {
  if (clientRequestId === null) return false;
  return id === null ? undefined : value === '*' || id.toLowerCase() === value.toLowerCase();
}
