// Takes secrets out of a body that is about to be recorded: passwords, client secrets, and what a tenant's own schemas
// never return. As long as they are text, the rest stays byte for byte as it was received; where one is a number or an
// object, the body is written anew. A text that is JSON itself (some clients send Bulk `data` so) is looked into too.
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';
import { comparesSecret } from '../../../shared/export/compares-secret.ts';
import {
  replaceSecretsInText,
  SECRET_MEMBER,
  SECRET_PATH,
} from '../../../shared/export/replace-secrets.ts';
import { MASK } from './mask-secrets.ts';
import { tryParse } from './try-parse.ts';

/** Names of attributes that are never returned, in lower case. */
export type SecretNames = ReadonlySet<string>;

const NO_NAMES: SecretNames = new Set();
const STRING_LITERAL = /"(?:[^"\\]|\\.)*"/g;

/** Texts of JSON within texts of JSON: deeper ones are left out as a whole. */
const MAX_NESTING = 3;

/** `json` is what `text` parses to; undefined when it is no JSON. */
export function maskBody(
  text: string,
  json: JsonValue | undefined,
  names: SecretNames = NO_NAMES,
): string {
  return maskNested(text, json, { names, nesting: 0 });
}

interface Scope {
  readonly names: SecretNames;
  readonly nesting: number;
}

interface Masking extends Scope {
  /** Texts that hold a secret, and what is recorded for them. */
  readonly texts: Map<string, string>;
  /** Whether a secret is anything but text. */
  isOther: boolean;
}

function maskNested(text: string, json: JsonValue | undefined, scope: Scope): string {
  if (json === undefined) return replaceSecretsInText(text, MASK);
  const masking: Masking = { ...scope, texts: new Map(), isOther: false };
  const masked = maskValue(json, masking);
  if (masking.isOther) return JSON.stringify(masked);
  if (masking.texts.size === 0) return text;
  return text.replace(STRING_LITERAL, (literal) => {
    const recorded = masking.texts.get(String(JSON.parse(literal)));
    return recorded === undefined ? literal : JSON.stringify(recorded);
  });
}

function maskValue(value: JsonValue, masking: Masking): JsonValue {
  if (typeof value === 'string') return maskText(value, masking);
  if (isJsonArray(value)) return value.map((each) => maskValue(each, masking));
  return isJsonObject(value) ? maskObject(value, masking) : value;
}

/** Members that are secret, of PATCH operations whose path is one, and filters that compare one. */
function maskObject(object: JsonObject, masking: Masking): JsonObject {
  const path = Object.entries(object).find(([name]) => name.toLowerCase() === 'path')?.[1];
  const isSecretPath = typeof path === 'string' && namesSecret(path, masking.names);
  const entries = Object.entries(object).map(([name, held]): [string, JsonValue] => {
    const member = name.toLowerCase();
    // A path such as `password[value eq "…"]` says the secret itself.
    const isOfPath =
      isSecretPath && (member === 'value' || (member === 'path' && path.includes('"')));
    const isSecret = isOfPath || isSecretMember(name, held, masking.names);
    return [name, isSecret ? hide(held, masking) : maskValue(held, masking)];
  });
  return Object.fromEntries(entries);
}

function hide(value: JsonValue, masking: Masking): JsonValue {
  if (value === null || value === '') return value;
  if (typeof value === 'string') masking.texts.set(value, MASK);
  else masking.isOther = true;
  return MASK;
}

function maskText(text: string, { names, nesting, texts }: Masking): string {
  if (!/^\s*[[{]/.test(text)) return text;
  const isTooDeep = nesting >= MAX_NESTING;
  const masked = isTooDeep
    ? MASK
    : maskNested(text, tryParse(text), { names, nesting: nesting + 1 });
  if (masked !== text) texts.set(text, masked);
  return masked;
}

function isSecretMember(name: string, held: JsonValue, names: SecretNames): boolean {
  if (SECRET_MEMBER.test(name)) return true;
  const last = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
  if (names.has(last.toLowerCase())) return true;
  return name.toLowerCase() === 'filter' && typeof held === 'string' && comparesSecret(held);
}

function namesSecret(path: string, names: SecretNames): boolean {
  if (SECRET_PATH.test(path)) return true;
  return (
    names.size > 0 &&
    path
      .toLowerCase()
      .split(/[.:\s[\]]+/)
      .some((part) => names.has(part))
  );
}
