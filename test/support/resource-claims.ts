// What a test claims of a resource as it is read back: what it has, and what it lacks.
import assert from 'node:assert/strict';
import { isJsonArray, isJsonObject, type JsonValue } from '../../shared/scim/json.ts';

/** Every member of `expected` is in `actual`; arrays have as many elements, in order. */
export function assertHas(actual: JsonValue | undefined, expected: JsonValue): void {
  assert.deepEqual(pick(actual, expected), expected);
}

/** Nothing is at the end of `path`, whose steps are parted by `|`: `name|middleName`, `members|0`. */
export function assertLacks(actual: JsonValue | undefined, path: string): void {
  const found = path.split('|').reduce(stepInto, actual);
  assert.equal(found, undefined, `${path} should not be there`);
}

/** `actual` without the members that `expected` does not speak of. */
function pick(actual: JsonValue | undefined, expected: JsonValue): JsonValue | undefined {
  if (isJsonArray(expected) && isJsonArray(actual)) {
    return actual.map((element, index) => pick(element, expected[index] ?? null) ?? null);
  }
  if (!isJsonObject(expected) || !isJsonObject(actual)) return actual;
  return Object.fromEntries(
    Object.entries(expected).flatMap(([key, value]) => {
      const found = pick(actual[key], value);
      return found === undefined ? [] : [[key, found]];
    }),
  );
}

function stepInto(value: JsonValue | undefined, step: string): JsonValue | undefined {
  if (isJsonArray(value)) return value[Number(step)];
  return isJsonObject(value) ? value[step] : undefined;
}
