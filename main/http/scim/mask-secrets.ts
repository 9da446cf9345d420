// Takes secrets out of what is about to be recorded: credentials in headers, passwords and client secrets in bodies,
// and the tenant's own tokens wherever they turn up. The rest of a body stays byte for byte as it was received.
import { ACCESS_TOKEN_FORM } from '../../provider/issue-token.ts';
import { SECRET_HEADER } from '../../../shared/export/secret-header.ts';
import { isJsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { comparesSecret } from '../../scim/query/compares-secret.ts';
import type { RecordedHeaders } from '../../../shared/admin/request-log.ts';

export const MASK = '••••';
const SECRET_MEMBER =
  /(?:^|[.:])(?:password|client_secret|clientSecret|client_assertion|access_token)$/i;
const STRING_LITERAL = /"(?:[^"\\]|\\.)*"/g;
const SECRET_IN_TEXT =
  /("(?:password|client_secret|client_assertion|access_token)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi;
const SECRET_IN_FORM = /\b((?:password|client_secret|client_assertion|access_token)=)[^&\s]+/gi;

/** Enough to recognise a secret by, not enough to use it: the last 4 characters, of a long one. */
export function maskSecret(secret: string): string {
  return secret.length < 12 ? MASK : MASK + secret.slice(-4);
}

/** Node's flat list of names and values, in the order and spelling of the wire. */
export function maskHeaders(rawHeaders: readonly string[]): RecordedHeaders {
  const masked: RecordedHeaders = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    const value = rawHeaders[at + 1] ?? '';
    masked.push([name, SECRET_HEADER.test(name) ? maskCredential(value) : value]);
  }
  return masked;
}

/** `json` is what `text` parses to; undefined when it is no JSON. */
export function maskBody(text: string, json: JsonValue | undefined): string {
  if (json === undefined) {
    return text.replace(SECRET_IN_TEXT, `$1"${MASK}"`).replace(SECRET_IN_FORM, `$1${MASK}`);
  }
  const secrets = new Set<unknown>(findSecrets(json));
  if (secrets.size === 0) return text;
  return text.replace(STRING_LITERAL, (literal) => {
    const value: unknown = JSON.parse(literal);
    return secrets.has(value) ? `"${MASK}"` : literal;
  });
}

/** A shorter one, such as `test`, is a word that names and paths may hold: it hides nothing and would spoil them. */
const MIN_SECRET_IN_TEXT = 8;

/** Credentials, wherever a client has put them, as they are or percent-encoded. */
export function maskCredentials(text: string, secrets: readonly string[]): string {
  const plain = text.replace(ACCESS_TOKEN_FORM, maskSecret);
  const long = secrets.filter((secret) => secret.length >= MIN_SECRET_IN_TEXT);
  return long.reduce((masked, secret) => {
    const encoded = encodeURIComponent(secret);
    return masked.replaceAll(secret, maskSecret(secret)).replaceAll(encoded, maskSecret(secret));
  }, plain);
}

/** The scheme stays readable: `Bearer ••••1a2b`. */
function maskCredential(value: string): string {
  const [, scheme = '', secret = value] = /^([\w-]+ +)(.*)$/s.exec(value) ?? [];
  return scheme + maskSecret(secret);
}

/** Values of secret members, of PATCH operations whose path is one, and filters that compare one. */
function findSecrets(json: JsonValue): readonly string[] {
  if (Array.isArray(json)) return json.flatMap(findSecrets);
  if (!isJsonObject(json)) return [];
  const { path, value } = json;
  const own = typeof path === 'string' && SECRET_PATH.test(path) ? secretsOfPath(path, value) : [];
  const members = Object.entries(json);
  const secret = members.filter(isSecretMember).map(([, held]) => held);
  return [
    ...[...own, ...secret].filter((held) => typeof held === 'string' && held !== ''),
    ...members.flatMap(([, held]) => findSecrets(held)),
  ].filter((held) => typeof held === 'string');
}

/** Wherever it stands in a path, badly written ones too. */
const SECRET_PATH = /(?:^|[.:\s])(?:password|client_secret|clientSecret)\b/i;

/** A path such as `password[value eq "…"]` says the secret itself. */
function secretsOfPath(
  path: string,
  value: JsonValue | undefined,
): readonly (JsonValue | undefined)[] {
  return path.includes('"') ? [path, value] : [value];
}

function isSecretMember([name, held]: readonly [name: string, held: JsonValue]): boolean {
  if (SECRET_MEMBER.test(name)) return true;
  return name.toLowerCase() === 'filter' && typeof held === 'string' && comparesSecret(held);
}
