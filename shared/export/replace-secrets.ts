// Passwords and client secrets in the body of a request: found by the names of members, by the paths of PATCH operations
// and in filters, however deep the value. The rest of the body stays byte for byte as it was.
import { isJsonArray, isJsonObject, type JsonValue } from '../scim/json.ts';
import { comparesSecret } from './compares-secret.ts';

/** As the last part of the name of a member. */
export const SECRET_MEMBER =
  /(?:^|[.:])(?:password|client_secret|clientSecret|client_assertion|access_token)$/i;
/** Wherever it stands in a path, badly written ones too. */
export const SECRET_PATH = /(?:^|[.:\s[(])(?:password|client_secret|clientSecret)\b/i;

const LITERAL = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** `json` is what `text` parses to; undefined when it is no JSON. */
export function replaceSecrets(text: string, json: JsonValue | undefined, by: string): string {
  if (json === undefined) return replaceSecretsInText(text, by);
  const secrets = new Set<unknown>(findSecrets(json));
  if (secrets.size === 0) return text;
  return text.replace(LITERAL, (literal) => {
    const value: unknown = JSON.parse(literal);
    return secrets.has(value) ? `"${by}"` : literal;
  });
}

/** A literal without an end goes to the end of the text; single quotes are what people write by hand. */
const SECRET_IN_TEXT =
  /(["'](?:password|client_secret|clientSecret|client_assertion|access_token)["']\s*:\s*)(?:"(?:[^"\\]|\\.)*(?:"|\\?$)|'(?:[^'\\]|\\.)*(?:'|\\?$))/gi;
const SECRET_IN_FORM = /\b((?:password|client_secret|client_assertion|access_token)=)[^&\s]+/gi;
const SECRET_IN_XML = /(<(?:\w+:)?(?:password|client_?secret)\b[^>]*>)[^<]+/gi;

/** Of a text that is no JSON, or not all of it. */
export function replaceSecretsInText(text: string, by: string): string {
  return text
    .replace(SECRET_IN_TEXT, `$1"${by}"`)
    .replace(SECRET_IN_FORM, `$1${by}`)
    .replace(SECRET_IN_XML, `$1${by}`);
}

/** What paths and filters that name a secret have in quotes: an error message may repeat it. */
export function quotedSecrets(json: JsonValue | undefined): readonly string[] {
  if (json === undefined) return [];
  const texts = findSecrets(json).filter((held) => typeof held === 'string');
  return texts.flatMap((text) =>
    [...text.matchAll(/"((?:[^"\\]|\\.)+)"/g)].map(([, held = '']) => held),
  );
}

/** Values of secret members, of PATCH operations whose path is one, and filters that compare one. */
function findSecrets(json: JsonValue): readonly (string | number)[] {
  if (isJsonArray(json)) return json.flatMap(findSecrets);
  if (!isJsonObject(json)) return [];
  const members = Object.entries(json);
  const valueOf = (wanted: string) => members.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const path = valueOf('path');
  const isSecretPath = typeof path === 'string' && SECRET_PATH.test(path);
  const own = isSecretPath ? [valueOf('value'), ...(path.includes('"') ? [path] : [])] : [];
  const secret = members.filter(isSecretMember).map(([, held]) => held);
  return [
    ...[...own, ...secret].flatMap(leavesOf),
    ...members.flatMap(([, held]) => findSecrets(held)),
  ];
}

/** Texts and numbers, however deep. */
function leavesOf(value: JsonValue | undefined): readonly (string | number)[] {
  if (isJsonArray(value)) return value.flatMap(leavesOf);
  if (isJsonObject(value)) return Object.values(value).flatMap(leavesOf);
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? [value] : [];
}

function isSecretMember([name, held]: readonly [name: string, held: JsonValue]): boolean {
  if (SECRET_MEMBER.test(name)) return true;
  return name.toLowerCase() === 'filter' && typeof held === 'string' && comparesSecret(held);
}
