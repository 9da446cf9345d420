// JSON columns that this room wrote itself.
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/scim/json.ts';

/** The object in a JSON column; a column that holds anything else is a programming error. */
export function readJsonObject(text: string): JsonObject {
  const value = readJson(text);
  if (!isJsonObject(value)) throw new Error('A stored document is not a JSON object');
  return value;
}

/** The value in a JSON column. */
export function readJson(text: string): JsonValue {
  return JSON.parse(text) as JsonValue; // JSON.parse yields nothing else
}
