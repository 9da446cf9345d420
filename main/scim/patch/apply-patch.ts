// Operations applied to a resource in their order. Nothing is changed in place: an operation that fails throws, and
// the resource is what it was. @see RFC 7644 §3.5.2
import { isJsonArray } from '../../../shared/scim/json.ts';
import type { JsonValue, ScimResource } from '../../../shared/scim/json.ts';
import { keepOnePrimary } from '../resource/one-primary.ts';
import { withSchemas } from '../resource/resource-schemas.ts';
import { sameValue } from '../resource/same-resource.ts';
import type { ResourceModel } from '../schema/schema-types.ts';
import { mutability } from '../scim-error.ts';
import { applyCustom } from './apply-custom.ts';
import { changeList } from './change-list.ts';
import { changeSingle } from './change-single.ts';
import { readStored, writeExtension, writeStored } from './document.ts';
import type { AttributeOperation, PatchOperation } from './patch-operation.ts';

/**
 * The resource after the operations, its `schemas` brought up to date. Throws `noTarget` when a value path that
 * matches nothing cannot be created, and `mutability` when an immutable attribute would change.
 */
export function applyPatch(
  resource: ScimResource,
  operations: readonly PatchOperation[],
  model: ResourceModel,
): ScimResource {
  return withSchemas(operations.reduce(applyOperation, resource), model);
}

function applyOperation(resource: ScimResource, operation: PatchOperation): ScimResource {
  const { target } = operation;
  switch (target.kind) {
    case 'extension':
      return writeExtension(resource, target.urn, undefined);
    case 'custom':
      return applyCustom(resource, { ...operation, target });
    case 'attribute':
      return applyToAttribute(resource, { ...operation, target });
  }
}

function applyToAttribute(resource: ScimResource, operation: AttributeOperation): ScimResource {
  const { path } = operation.target;
  const before = readStored(resource, path);
  const after = path.attribute.multiValued
    ? changeMultiValued(before, operation)
    : changeSingle(before, operation);
  if (path.attribute.mutability === 'immutable' && before !== undefined) {
    if (!sameValue(before, after)) throw mutability(`${operation.label} is immutable`);
  }
  return writeStored(resource, path, after);
}

function changeMultiValued(
  before: JsonValue | undefined,
  operation: AttributeOperation,
): JsonValue | undefined {
  const values = isJsonArray(before) ? before : [];
  const after = keepOnePrimary(changeList(values, operation), values);
  return after.length === 0 ? undefined : after;
}
