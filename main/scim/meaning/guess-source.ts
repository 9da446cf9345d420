// Who seems to have sent a request, and why we think so. A guess: only what is particular to one client counts, and
// a request without such a sign is `unknown`. Works on masked headers and on bodies that are no PATCH message.
import type { Source } from '../../../shared/admin/request-log.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { listMember, textMember } from './exchange.ts';

export interface SourceFacts {
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** As received, without `?`: its encoding is a sign. */
  readonly query: string;
  readonly path: string;
  readonly body: JsonValue | undefined;
}

export interface SourceGuess {
  readonly source: Source;
  /** In words, for the request's details. */
  readonly reason: string;
}

/** Sent with this app's own requests: what it is for, and maybe a number and a mark. */
export const APP_HEADER = 'X-Scim-Mock-Tenant';

const USER_AGENTS: readonly (readonly [sign: RegExp, source: Source])[] = [
  [/okta/i, 'okta'],
  [/onelogin/i, 'onelogin'],
  [/jumpcloud/i, 'jumpcloud'],
  [/authentik/i, 'authentik'],
  [/sailpoint|identitynow|identityiq/i, 'sailpoint'],
  [/keycloak/i, 'keycloak'],
  [/ping(?:federate|one|identity)/i, 'ping'],
  [/google-(?:auto-?provisioning|scim|workspace)|googleidentity/i, 'google'],
  [/^postman/i, 'postman'],
  [/^curl\//i, 'curl'],
  [/^mozilla\//i, 'browser'],
];

// Entra: the flags that an admin may add to the tenant URL; they come back with each request.
const ENTRA_FLAGS = /(?:^|[&?/])(aadOptscim062020|AzureAdScimPatch\d+)(?:[&=/]|$)/i;
// Entra: spaces as `+`, quotes as %22; the value of the Test Connection probe is a GUID.
const ENTRA_PROBE =
  /(?:^|&)filter=[\w.:]+\+eq\+%22[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}%22(?:&|$)/i;
const ENTRA_SCHEMA = /^http:\/\/schemas\.microsoft\.com\/2006\/11\/ResourceManagement\/ADSCIM\//i;

export function guessSource(facts: SourceFacts): SourceGuess {
  const own = header(facts, APP_HEADER);
  if (own !== undefined) return { source: 'app', reason: describeOwn(own) };
  return (
    guessByEntraMark(facts) ?? guessByUserAgent(header(facts, 'user-agent')) ?? guessByForm(facts)
  );
}

function describeOwn(value: string): string {
  const [purpose, number = ''] = value.split(' ');
  if (purpose === 'compose') return `The ${APP_HEADER} header: sent from Compose`;
  if (purpose === 'replay' && /^\d+$/.test(number)) {
    return `The ${APP_HEADER} header: request ${number} sent once more`;
  }
  return `The ${APP_HEADER} header: this app's own test request`;
}

/** Marks that no other client sends, whatever else the request says. */
function guessByEntraMark(facts: SourceFacts): SourceGuess | undefined {
  if (header(facts, 'adscimversion') !== undefined) return entra('The adscimversion header');
  const flag = ENTRA_FLAGS.exec(facts.query)?.[1] ?? ENTRA_FLAGS.exec(facts.path)?.[1];
  return flag === undefined ? undefined : entra(`The flag ${flag} of a tenant URL`);
}

function guessByUserAgent(userAgent: string | undefined): SourceGuess | undefined {
  if (userAgent === undefined) return undefined;
  const known = USER_AGENTS.find(([sign]) => sign.test(userAgent));
  return known === undefined
    ? { source: 'unknown', reason: `User-Agent "${userAgent}" is not known` }
    : { source: known[1], reason: `User-Agent "${userAgent}"` };
}

/** Entra: sends no User-Agent at all; with that, its way of writing a request is sign enough. */
function guessByForm({ query, body }: SourceFacts): SourceGuess {
  if (ENTRA_PROBE.test(query)) return entra('No User-Agent, and a Test Connection probe');
  if (hasEntraSchema(body)) return entra('No User-Agent, and the ADSCIM group schema');
  if (hasPascalCaseOps(body))
    return entra('No User-Agent, and operations spelled Add, Replace, Remove');
  return { source: 'unknown', reason: 'No User-Agent and no sign of a known SCIM client' };
}

function entra(sign: string): SourceGuess {
  return { source: 'entra', reason: sign };
}

function hasEntraSchema(body: JsonValue | undefined): boolean {
  return listMember(body, 'schemas').some(
    (schema) => typeof schema === 'string' && ENTRA_SCHEMA.test(schema),
  );
}

function hasPascalCaseOps(body: JsonValue | undefined): boolean {
  return listMember(body, 'Operations').some((operation) =>
    ['Add', 'Replace', 'Remove'].includes(textMember(operation, 'op') ?? ''),
  );
}

function header({ headers }: SourceFacts, name: string): string | undefined {
  const folded = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === folded)?.[1];
}
