// Changes one value inside a document; what is not on its way stays as it is.
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';

/** Sets or removes one value; a parent that it leaves empty goes with it. */
export function writeValue(
  document: JsonObject,
  path: readonly string[],
  value: JsonValue | undefined,
): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return document;
  const { [name]: old, ...others } = document;
  const parent = isJsonObject(old) ? old : {};
  const next = rest.length === 0 ? value : emptyAsNone(writeValue(parent, rest, value));
  if (next === undefined) return old === undefined ? document : others;
  return { ...document, [name]: next };
}

function emptyAsNone(value: JsonObject): JsonObject | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}
