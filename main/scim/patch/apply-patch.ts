// Operations applied to a resource in their order. Nothing is changed in place: an operation that fails throws, and
// the resource is what it was. @see RFC 7644 §3.5.2
import { isJsonArray } from '../../../shared/scim/json.ts';
import type { JsonValue, ScimResource } from '../../../shared/scim/json.ts';
import { keepOnePrimary } from '../resource/one-primary.ts';
import { withSchemas } from '../resource/resource-schemas.ts';
import { checkImmutable } from '../resource/check-immutable.ts';
import type { Rules } from '../profile/rules.ts';
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
  rules: Rules,
): ScimResource {
  const after = operations.reduce(
    (before, operation) => applyOperation(before, operation, rules),
    resource,
  );
  return withSchemas(after, rules.model);
}

function applyOperation(
  resource: ScimResource,
  operation: PatchOperation,
  rules: Rules,
): ScimResource {
  const { target } = operation;
  switch (target.kind) {
    case 'extension':
      return writeExtension(resource, target.urn, undefined);
    case 'custom':
      return applyCustom(resource, { ...operation, target });
    case 'attribute':
      return applyToAttribute(resource, { ...operation, target }, rules);
  }
}

function applyToAttribute(
  resource: ScimResource,
  operation: AttributeOperation,
  rules: Rules,
): ScimResource {
  const { path } = operation.target;
  const before = readStored(resource, path);
  const after = path.attribute.multiValued
    ? changeMultiValued(before, operation, rules)
    : changeSingle(before, operation);
  checkImmutable(path.attribute, [before, after], operation.label);
  return writeStored(resource, path, after);
}

function changeMultiValued(
  before: JsonValue | undefined,
  operation: AttributeOperation,
  { profile }: Rules,
): JsonValue | undefined {
  const values = isJsonArray(before) ? before : [];
  const after = keepOnePrimary(changeList(values, operation, profile), values);
  return after.length === 0 ? undefined : after;
}
