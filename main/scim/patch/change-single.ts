// One operation on a single-valued attribute. @see RFC 7644 §3.5.2.1 to §3.5.2.3
import { isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { mergeComplex } from '../resource/read-value.ts';
import type { AttributeOperation } from './patch-operation.ts';

/**
 * The value after the operation; undefined when it is unassigned. Add and replace do the same: a simple value takes
 * the place of the old one, the sub-attributes of a complex value are merged into it.
 */
export function changeSingle(
  before: JsonValue | undefined,
  { op, target, value }: AttributeOperation,
): JsonValue | undefined {
  const assigned = op === 'remove' ? undefined : value;
  const sub = target.path.subAttribute;
  if (sub !== undefined) return mergeComplex(before, { [sub.name]: assigned ?? null });
  return isJsonObject(assigned) ? mergeComplex(before, assigned) : assigned;
}
