// One operation with a known target: what its schema allows, and its value in the schema's form.
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { readOneValue, readValue } from '../resource/read-value.ts';
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
    const value = op === 'remove' ? undefined : readCustomValue(sent ?? null);
    return { op, label, target, value };
  }
  const value =
    op === 'remove' ? readRemoved(target, sent, place) : readAssigned(target, sent ?? null, place);
  checkRequired(operation, target, value);
  return { op, label, target, value };
}

/** A value of an extension that no schema describes: kept as sent, without what is unassigned in it. */
export function readCustomValue(sent: JsonValue): JsonValue | undefined {
  if (sent === null || sent === '') return undefined;
  if (isJsonArray(sent)) {
    const elements = sent.map(readCustomValue).filter((element) => element !== undefined);
    return elements.length === 0 ? undefined : elements;
  }
  if (!isJsonObject(sent)) return sent;
  const members = Object.entries(sent).flatMap(([name, member]): [string, JsonValue][] => {
    const value = readCustomValue(member);
    return value === undefined ? [] : [[name, value]];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

/** Whether the service provider alone sets the target. */
export function isReadOnly(target: PatchTarget): boolean {
  if (target.kind !== 'attribute') return false;
  const { attribute, subAttribute } = target.path;
  return attribute.mutability === 'readOnly' || subAttribute?.mutability === 'readOnly';
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
  const at = `${place.valueLabel}${path.canonicalPath}`;
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
  return readValue(sent, path.attribute, `${place.valueLabel}${path.canonicalPath}`) ?? [];
}

function checkRequired(
  { op, label }: SentOperation,
  { path }: AttributeTarget,
  value: JsonValue | undefined,
): void {
  if (path.subAttribute !== undefined || !path.attribute.required) return;
  if (op === 'remove') throw mutability(`${label} is required and cannot be removed`);
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) {
    throw invalidValue(`${label} is required and cannot be empty`);
  }
}
