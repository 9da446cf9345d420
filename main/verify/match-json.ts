// Whether a JSON value holds what a test expects of it: members that are not mentioned may be anything, and the items of
// an array may stand among others, in any order. Tells the place where it does not.
import { isJsonArray, isJsonObject, type JsonValue } from '../../shared/scim/json.ts';
import type { FailedCondition } from '../../shared/admin/verification.ts';

/** The first place that differs; undefined when all is there. `place` is what the value itself is called. */
export function findDifference(
  expected: JsonValue,
  actual: JsonValue | undefined,
  place: string,
): FailedCondition | undefined {
  if (isJsonArray(expected)) return findMissingItem(expected, actual, place);
  if (isJsonObject(expected) && isJsonObject(actual)) {
    for (const [name, value] of Object.entries(expected)) {
      const held = Object.hasOwn(actual, name) ? actual[name] : undefined;
      const difference = findDifference(value, held, `${place}.${name}`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  if (expected === actual) return undefined;
  return { condition: place, expected, actual: actual ?? null };
}

function findMissingItem(
  expected: readonly JsonValue[],
  actual: JsonValue | undefined,
  place: string,
): FailedCondition | undefined {
  if (!isJsonArray(actual)) return { condition: place, expected, actual: actual ?? null };
  // One of one: the place inside says more than the whole item.
  const [onlyExpected, onlyActual] = [expected[0], actual[0]];
  if (expected.length === 1 && actual.length === 1 && onlyExpected !== undefined) {
    return findDifference(onlyExpected, onlyActual, `${place}[0]`);
  }
  const free = [...actual];
  for (const item of expected) {
    const at = free.findIndex((held) => findDifference(item, held, place) === undefined);
    if (at < 0) return { condition: place, expected: item, actual };
    free.splice(at, 1);
  }
  return undefined;
}
