// Equality of JSON values: the order of members in an object means nothing, the order of an array does.
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue, ScimResource } from '../../../shared/scim/json.ts';

/** Whether two resources say the same, so that a PATCH that changes nothing keeps version and lastModified. */
export function sameResource(left: ScimResource, right: ScimResource): boolean {
  return sameValue(left, right);
}

/** Deep equality; undefined (unassigned) equals only undefined. */
export function sameValue(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === right) return true;
  if (isJsonArray(left)) {
    return (
      isJsonArray(right) &&
      left.length === right.length &&
      left.every((element, index) => sameValue(element, right[index]))
    );
  }
  return isJsonObject(left) && isJsonObject(right) && sameObject(left, right);
}

/** A text that two values share exactly when they are equal: a key for sets and maps. */
export function valueKey(value: JsonValue): string {
  if (isJsonArray(value)) return `[${value.map(valueKey).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted()
    .map((name) => `${JSON.stringify(name)}:${valueKey(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** The pair of type and value is not to be repeated (RFC 7643 §2.4); other values are told apart as a whole. */
export function valueIdentity(element: JsonValue): string {
  if (!isJsonObject(element) || element['value'] === undefined) return valueKey(element);
  return valueKey([element['type'] ?? null, element['value']]);
}

function sameObject(left: JsonObject, right: JsonObject): boolean {
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && sameValue(left[name], right[name]))
  );
}
