// What a profile refuses in a list as a client sent it. @see RFC 7643 §2.4
import { isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import type { AttributeDefinition } from '../schema/schema-types.ts';
import { invalidValue } from '../scim-error.ts';
import { valueIdentity } from './same-resource.ts';
import type { ValuePlace } from './value-place.ts';

/** Throws `invalidValue` for several primary values and for a pair of type and value that comes twice. */
export function checkList(
  elements: readonly JsonValue[],
  { name }: AttributeDefinition,
  { label, profile }: ValuePlace,
): void {
  if (profile.duplicatePrimary === 'reject' && elements.filter(isPrimary).length > 1) {
    throw invalidValue(`${label} has more than one primary value`);
  }
  if (profile.duplicateValues === 'merge' || name === 'schemas') return;
  const seen = new Set<string>();
  for (const [index, element] of elements.entries()) {
    const size = seen.size;
    if (seen.add(valueIdentity(element)).size === size) {
      throw invalidValue(`${label}[${index}] repeats an earlier value`);
    }
  }
}

/** The value of a list that is preferred. @see RFC 7643 §2.4 */
export function isPrimary(value: JsonValue): boolean {
  return isJsonObject(value) && value['primary'] === true;
}
