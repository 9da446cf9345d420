// Words for what a request shows as code: sources, statuses, SCIM error types, and paths without percent signs.
import type { RequestSummary, Source } from '../../../shared/admin/request-log.ts';
import { formatDecimal, formatDuration } from '../../ui/format.ts';
import type { Tone } from '../../ui/tone.ts';

export const SOURCE_NAMES: Record<Source, string> = {
  entra: 'Entra',
  okta: 'Okta',
  onelogin: 'OneLogin',
  google: 'Google',
  jumpcloud: 'JumpCloud',
  ping: 'Ping',
  authentik: 'authentik',
  sailpoint: 'SailPoint',
  keycloak: 'Keycloak',
  postman: 'Postman',
  curl: 'curl',
  browser: 'Browser',
  simulator: 'Simulator',
  app: 'This app',
  unknown: 'Unknown',
};

const STATUS_MEANINGS: Record<number, string> = {
  0: 'No answer: the client went away first',
  200: 'OK',
  201: 'Created',
  204: 'Done, no content',
  304: 'Not modified',
  400: 'Bad request',
  401: 'Not authorised: the token is missing or wrong',
  403: 'Forbidden',
  404: 'Not found',
  405: 'The method is not allowed here',
  409: 'Conflict with what is stored',
  412: 'The resource has changed since',
  413: 'The body is too large',
  415: 'The media type is not supported',
  500: 'The server failed',
  501: 'Not implemented',
  503: 'Not available now',
};

/** @see RFC 7644 §3.12, table 9 */
const SCIM_TYPE_MEANINGS: Record<string, string> = {
  invalidFilter: 'the filter is malformed, or compares what cannot be compared',
  tooMany: 'the query yields more results than the server will return',
  uniqueness: 'a value that must be unique is already taken',
  mutability: 'an attribute that may not be changed would be changed',
  invalidSyntax: 'the body is not what its schema asks for',
  invalidPath: 'the PATCH path is malformed',
  noTarget: 'the PATCH path selects nothing',
  invalidValue: 'a value is missing, or does not fit its attribute',
  invalidVers: 'the protocol version is not supported',
  sensitive: 'the query may not hold sensitive values in its URL',
};

/** `Conflict with what is stored (uniqueness: a value that must be unique is already taken)` */
export function describeStatus(status: number, scimType: string | null): string {
  const meaning = STATUS_MEANINGS[status] ?? (status < 400 ? 'Success' : 'Failure');
  if (scimType === null) return meaning;
  return `${meaning} (${scimType}: ${describeScimType(scimType)})`;
}

export function describeScimType(scimType: string): string {
  return SCIM_TYPE_MEANINGS[scimType] ?? 'not one of the RFC';
}

export function statusTone(status: number): Tone {
  if (status === 0 || status >= 500) return 'bad';
  if (status >= 400) return 'warn';
  return 'good';
}

export function methodTone(method: string): Tone {
  const tones: Record<string, Tone> = {
    POST: 'good',
    PUT: 'accent',
    PATCH: 'accent',
    DELETE: 'bad',
  };
  return tones[method] ?? 'neutral';
}

const UUID_TAIL = /([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** The path below the tenant's base, decoded, with ids cut short: `/Users/2f9c1a40…`. */
export function shortPath(request: Pick<RequestSummary, 'path'>): string {
  const path = decodePart(request.path);
  const short = path.replace(/^(\/t\/[^/]+)?\/scim(\/v2)?(?=\/)(?!\/v2$)/i, '');
  return (short === '' ? path : short).replace(UUID_TAIL, '$1…');
}

/** The query with spaces and quotes as people write them. */
export function readableQuery(query: string): string {
  return decodePart(query.replaceAll('+', ' '));
}

export function readQuery(query: string): readonly (readonly [string, string])[] {
  return query
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return [readableQuery(name), readableQuery(rest.join('='))] as const;
    });
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The time between two instants: `12 ms`, `1.2 s`, `4 min 5 s`, `2 h 3 min`. */
export function writeSpan(from: string, to: string): string {
  const seconds = Math.max(0, Date.parse(to) - Date.parse(from)) / 1000;
  if (seconds < 1) return formatDuration(seconds * 1000);
  if (seconds < 60) return `${formatDecimal(seconds, 1)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
}
