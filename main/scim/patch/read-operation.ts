// One operation with a known target: what its schema allows, and its value in the schema's form.
import type { JsonValue } from '../../../shared/scim/json.ts';
import { readFreeValue } from '../resource/read-free-value.ts';
import { readOneValue, readValue } from '../resource/read-value.ts';
import type { ValuePlace } from '../resource/value-place.ts';
import { leafAttribute } from '../schema/resolve-attribute.ts';
import type { ResolvedAttribute } from '../schema/schema-types.ts';
import { invalidValue, mutability } from '../scim-error.ts';
import type {
  AttributeTarget,
  CustomTarget,
  PatchOp,
  PatchOperation,
  PatchTarget,
  ReadPlace,
} from './patch-operation.ts';

interface SentOperation {
  readonly op: PatchOp;
  readonly label: string;
  readonly target: AttributeTarget | CustomTarget;
  /** Undefined when there was no `value`. */
  readonly sent: JsonValue | undefined;
}

/** Throws `invalidValue`, and `mutability` when a required attribute is removed. */
export function readOperation(operation: SentOperation, place: ReadPlace): PatchOperation {
  const { op, label, target, sent } = operation;
  if (target.kind === 'custom') {
    const value = op === 'remove' ? undefined : readFreeValue(sent ?? null);
    return { op, label, target, value };
  }
  const value =
    op === 'remove' ? readRemoved(target, sent, place) : readAssigned(target, sent ?? null, place);
  checkRequired(operation, target, value);
  return { op, label, target, value };
}

/** Whether the service provider alone sets the target. */
export function isReadOnly(target: PatchTarget): boolean {
  if (target.kind !== 'attribute') return false;
  const { attribute, subAttribute } = target.path;
  return attribute.mutability === 'readOnly' || subAttribute?.mutability === 'readOnly';
}

/** Whether the target lies in an extension that no schema describes. */
export function isUndescribed(target: PatchTarget): boolean {
  if (target.kind === 'extension') return target.schema === undefined;
  return target.kind === 'custom' && target.urn !== undefined;
}

/** What follows from the rest of the resource, `schemas` and `$ref`: accepted, never stored as sent. */
export function isDerived(target: PatchTarget): boolean {
  if (target.kind !== 'attribute') return false;
  const { attribute, subAttribute } = target.path;
  return (
    attribute.name === 'schemas' ||
    (subAttribute?.name === '$ref' && subAttribute.mutability === 'readWrite')
  );
}

function readAssigned(
  { path, filter }: AttributeTarget,
  sent: JsonValue,
  place: ReadPlace,
): JsonValue | undefined {
  const at = placeOf(path, place);
  if (path.subAttribute !== undefined) return readValue(sent, path.subAttribute, at);
  return filter === undefined
    ? readValue(sent, path.attribute, at)
    : readOneValue(sent, path.attribute, at);
}

// Entra: group members leave by a remove of `members` with a list of them as value. The RFC knows no such value.
function readRemoved(
  { path, filter }: AttributeTarget,
  sent: JsonValue | undefined,
  place: ReadPlace,
): JsonValue | undefined {
  const isWhole = path.subAttribute === undefined && filter === undefined;
  if (!isWhole || !path.attribute.multiValued || sent === undefined || sent === null) {
    return undefined;
  }
  const at = placeOf(path, place);
  switch (place.profile.memberRemovalByValue) {
    case 'listed':
      return readValue(sent, path.attribute, at) ?? [];
    case 'all':
      return undefined;
    case 'refuse':
      throw invalidValue(`${at.label}: remove takes no value; select what to remove in the path`);
  }
}

function placeOf({ canonicalPath }: ResolvedAttribute, place: ReadPlace): ValuePlace {
  return { label: `${place.valueLabel}${canonicalPath}`, profile: place.profile };
}

function checkRequired(
  { op, label }: SentOperation,
  { path }: AttributeTarget,
  value: JsonValue | undefined,
): void {
  if (!leafAttribute(path).required) return;
  if (op === 'remove') throw mutability(`${label} is required and cannot be removed`);
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) {
    throw invalidValue(`${label} is required and cannot be empty`);
  }
}
