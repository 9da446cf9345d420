// One operation on a multi-valued attribute as a whole. @see RFC 7644 §3.5.2.1 to §3.5.2.3
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import { sameValue, valueIdentity, valueKey } from '../resource/same-resource.ts';
import { changeElements } from './change-elements.ts';
import type { AttributeOperation } from './patch-operation.ts';

/** The values after the operation; those it does not touch stay the same objects. Throws `noTarget`. */
export function changeList(
  before: readonly JsonValue[],
  operation: AttributeOperation,
  profile: Profile,
): readonly JsonValue[] {
  const { op, target, value } = operation;
  if (target.filter !== undefined || target.path.subAttribute !== undefined) {
    return changeElements(before, operation, profile);
  }
  const listed = isJsonArray(value) ? value : undefined;
  if (op === 'remove') return listed === undefined ? [] : withoutListed(before, listed);
  if (op === 'replace') return append([], listed ?? []);
  return append(before, listed ?? []);
}

/** A value that is there already is not added twice; what it says more about itself is merged in. */
function append(before: readonly JsonValue[], added: readonly JsonValue[]): readonly JsonValue[] {
  const values = [...before];
  const positions = new Map(before.map((value, index) => [valueIdentity(value), index]));
  for (const value of added) {
    const key = valueIdentity(value);
    const position = positions.get(key) ?? values.length;
    values[position] = merge(values[position], value);
    positions.set(key, position);
  }
  return values;
}

function merge(before: JsonValue | undefined, added: JsonValue): JsonValue {
  if (!isJsonObject(before) || !isJsonObject(added)) return before ?? added;
  const merged = { ...before, ...added };
  return sameValue(before, merged) ? before : merged;
}

/** Takes away what is listed: by value, and by type when given; entries without a value only when they are equal. */
function withoutListed(
  before: readonly JsonValue[],
  listed: readonly JsonValue[],
): readonly JsonValue[] {
  const keys = new Set(listed.map(removalKey));
  return before.filter((element) => !removableBy(element).some((key) => keys.has(key)));
}

function removalKey(element: JsonValue): string {
  const value = isJsonObject(element) ? element['value'] : undefined;
  if (!isJsonObject(element) || value === undefined) return valueKey(element);
  return element['type'] === undefined ? valueKey([value]) : valueIdentity(element);
}

function removableBy(element: JsonValue): readonly string[] {
  const value = isJsonObject(element) ? element['value'] : undefined;
  return value === undefined
    ? [valueKey(element)]
    : [valueKey([value]), valueIdentity(element), valueKey(element)];
}
