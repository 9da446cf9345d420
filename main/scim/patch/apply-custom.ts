// One operation on an attribute that no schema describes: kept as sent, under the URN of its extension if it has one.
// Entra: custom attributes are mapped under URNs of the administrator's own choice.
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue, ScimResource } from '../../../shared/scim/json.ts';
import { valueKey } from '../resource/same-resource.ts';
import { readExtension, readMember, storedName, writeExtension, writeMember } from './document.ts';
import type { CustomTarget, PatchOperation } from './patch-operation.ts';

/** The resource after the operation. */
export function applyCustom(
  resource: ScimResource,
  operation: PatchOperation & { readonly target: CustomTarget },
): ScimResource {
  const { urn, names } = operation.target;
  if (urn === undefined) return change(resource, names, operation);
  return writeExtension(resource, urn, change(readExtension(resource, urn), names, operation));
}

function change(
  holder: JsonObject,
  names: CustomTarget['names'],
  operation: PatchOperation,
): JsonObject {
  const [first, sub] = names;
  const name = storedName(holder, first);
  const before = readMember(holder, name);
  if (sub === undefined) return writeMember(holder, name, changed(before, operation));
  const inner = change(isJsonObject(before) ? before : {}, [sub], operation);
  return writeMember(holder, name, Object.keys(inner).length === 0 ? undefined : inner);
}

function changed(
  before: JsonValue | undefined,
  { op, value }: PatchOperation,
): JsonValue | undefined {
  if (op === 'remove' || value === undefined) return undefined;
  if (isJsonObject(before) && isJsonObject(value)) return { ...before, ...value };
  if (op === 'add' && isJsonArray(before))
    return union(before, isJsonArray(value) ? value : [value]);
  return value;
}

function union(before: readonly JsonValue[], added: readonly JsonValue[]): readonly JsonValue[] {
  const keys = new Set(before.map(valueKey));
  return [...before, ...added.filter((value) => !keys.has(valueKey(value)))];
}
