// At most one value of a multi-valued attribute is the primary one. @see RFC 7643 §2.4
import { isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { isPrimary } from './check-list.ts';

/**
 * The values with one primary at most: the last one that became primary wins, the others turn to false.
 * Values that are the very objects of `before` are old. @see RFC 7644 §3.5.2
 */
export function keepOnePrimary(
  values: readonly JsonValue[],
  before: readonly JsonValue[] = [],
): readonly JsonValue[] {
  const primaries = values.filter(isPrimary);
  if (primaries.length < 2) return values;
  const old = new Set(before);
  const winner = primaries.findLast((value) => !old.has(value)) ?? primaries.at(-1);
  return values.map((value) =>
    value !== winner && isJsonObject(value) && isPrimary(value)
      ? { ...value, primary: false }
      : value,
  );
}
