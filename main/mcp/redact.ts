// Secrets stay out of what a language model is given, unless the user has said otherwise: what it is given may be kept.
import { isJsonArray, isJsonObject, type JsonValue } from '../../shared/scim/json.ts';

const SECRET_NAME =
  /^(?:secret(?:token)?|client_?secret|token|access_?token|refresh_?token|adminKey|private_?key|password)$/i;

const SHOWN_END = 4;
const LONG = 12;

/** The members that hold a secret, masked but for the last characters of a long one. */
export function redactSecrets(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(redactSecrets);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      name,
      typeof held === 'string' && SECRET_NAME.test(name) ? mask(held) : redactSecrets(held),
    ]),
  );
}

function mask(secret: string): string {
  return secret.length < LONG ? '••••' : `••••${secret.slice(-SHOWN_END)}`;
}
