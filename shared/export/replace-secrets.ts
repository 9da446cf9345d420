// Passwords and client secrets in the body of a request: found by the names of members, by the paths of PATCH operations
// and in filters, however deep the value. The rest of the body stays byte for byte as it was.
import { isJsonArray, isJsonObject, type JsonValue } from '../scim/json.ts';
import { comparesSecret } from './compares-secret.ts';

export interface SecretsWanted {
  /** What stands in their place. */
  readonly by: string;
  /** Names of other attributes that hold secrets, in lower case. */
  readonly names?: ReadonlySet<string>;
}

const LITERAL = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
/** A literal without an end goes to the end of the text; single quotes are what people write by hand. */
const SECRET_IN_TEXT =
  /(["'](?:password|client_secret|clientSecret|client_assertion|access_token)["']\s*:\s*)(?:"(?:[^"\\]|\\.)*(?:"|\\?$)|'(?:[^'\\]|\\.)*(?:'|\\?$))/gi;
const SECRET_IN_FORM = /\b((?:password|client_secret|client_assertion|access_token)=)[^&\s]+/gi;
const SECRET_IN_XML = /(<(?:\w+:)?(?:password|client_?secret)\b[^>]*>)[^<]+/gi;

/** `json` is what `text` parses to; undefined when it is no JSON. */
export function replaceSecrets(
  text: string,
  json: JsonValue | undefined,
  { by, names = NO_NAMES }: SecretsWanted,
): string {
  if (json === undefined) {
    return text
      .replace(SECRET_IN_TEXT, `$1"${by}"`)
      .replace(SECRET_IN_FORM, `$1${by}`)
      .replace(SECRET_IN_XML, `$1${by}`);
  }
  const secrets = new Set<unknown>(findSecrets(json, names));
  if (secrets.size === 0) return text;
  return text.replace(LITERAL, (literal) => {
    const value: unknown = JSON.parse(literal);
    return secrets.has(value) ? `"${by}"` : literal;
  });
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** What paths and filters that name a secret have in quotes: an error message may repeat it. */
export function quotedSecrets(json: JsonValue | undefined): readonly string[] {
  if (json === undefined) return [];
  const texts = findSecrets(json, NO_NAMES).filter((held) => typeof held === 'string');
  return texts.flatMap((text) => [...text.matchAll(/"((?:[^"\\]|\\.)+)"/g)].map(([, held = '']) => held));
}

/** Values of secret members, of PATCH operations whose path is one, and filters that compare one. */
function findSecrets(json: JsonValue, names: ReadonlySet<string>): readonly (string | number)[] {
  if (isJsonArray(json)) return json.flatMap((item) => findSecrets(item, names));
  if (!isJsonObject(json)) return [];
  const members = Object.entries(json);
  const valueOf = (wanted: string) => members.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const path = valueOf('path');
  const own =
    typeof path === 'string' && isSecretPath(path, names)
      ? secretsOfPath(path, valueOf('value'))
      : [];
  const secret = members
    .filter((member) => isSecretMember(member, names))
    .map(([, held]) => held);
  return [
    ...[...own, ...secret].flatMap(leavesOf),
    ...members.flatMap(([, held]) => findSecrets(held, names)),
  ];
}

/** Texts and numbers, however deep. */
function leavesOf(value: JsonValue | undefined): readonly (string | number)[] {
  if (isJsonArray(value)) return value.flatMap(leavesOf);
  if (isJsonObject(value)) return Object.values(value).flatMap(leavesOf);
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? [value] : [];
}

/** Wherever it stands in a path, badly written ones too. */
const SECRET_PATH = /(?:^|[.:\s[(])(?:password|client_secret|clientSecret)\b/i;

function isSecretPath(path: string, names: ReadonlySet<string>): boolean {
  if (SECRET_PATH.test(path)) return true;
  return names.size > 0 && path.split(/[^\w$-]+/).some((word) => names.has(word.toLowerCase()));
}

/** A path such as `password[value eq "…"]` says the secret itself. */
function secretsOfPath(
  path: string,
  value: JsonValue | undefined,
): readonly (JsonValue | undefined)[] {
  return path.includes('"') ? [path, value] : [value];
}

function isSecretMember(
  [name, held]: readonly [name: string, held: JsonValue],
  names: ReadonlySet<string>,
): boolean {
  if (SECRET_MEMBER.test(name)) return true;
  if (names.has(name.slice(name.search(/[^.:]*$/)).toLowerCase())) return true;
  return name.toLowerCase() === 'filter' && typeof held === 'string' && comparesSecret(held);
}

const SECRET_MEMBER =
  /(?:^|[.:])(?:password|client_secret|clientSecret|client_assertion|access_token)$/i;
