// A member deep inside JSON; undefined where the way does not lead there.
import { isJsonObject, type JsonValue } from '../../shared/scim/json.ts';

export function jsonAt(
  value: JsonValue | undefined,
  ...names: readonly string[]
): JsonValue | undefined {
  return names.reduce<JsonValue | undefined>(
    (holder, name) => (isJsonObject(holder) ? holder[name] : undefined),
    value,
  );
}
