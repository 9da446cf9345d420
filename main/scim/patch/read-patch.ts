// The body of a PATCH: the envelope, then each operation against the schemas. @see RFC 7644 §3.5.2
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import { checkJsonObject, kindOf, quote } from '../resource/check-json.ts';
import type { Rules } from '../profile/rules.ts';
import { invalidPath, invalidSyntax, invalidValue, mutability, noTarget } from '../scim-error.ts';
import { expandExtension, expandValue } from './expand-value.ts';
import type { PatchOp, PatchOperation, PatchTarget, ReadPlace } from './patch-operation.ts';
import { isDerived, isReadOnly, isUndescribed, readOperation } from './read-operation.ts';
import { readPatchTarget } from './read-patch-target.ts';

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:patchop';

/**
 * The operations in order; one that sets several attributes becomes one for each. Throws `invalidSyntax`,
 * `invalidPath`, `invalidValue`, `noTarget` and `mutability`, with details that begin `Operations[2]`.
 */
export function readPatch(body: JsonValue, rules: Rules): readonly PatchOperation[] {
  const envelope = checkJsonObject(body);
  checkSchemas(member(envelope, 'schemas'), rules.profile);
  const operations = member(envelope, 'Operations');
  if (!isJsonArray(operations) || operations.length === 0) {
    throw invalidSyntax('Operations must be an array with at least one operation');
  }
  return operations.flatMap((operation, index) => readOne(operation, index, rules));
}

// Clients that leave `schemas` out mean a PatchOp all the same; one that names something else sent another message.
function checkSchemas(schemas: JsonValue | undefined, { missingSchemas }: Profile): void {
  const urns = isJsonArray(schemas) ? schemas : [];
  if (urns.length === 0 && missingSchemas === 'accept') return;
  const isPatch = urns.some((urn) => typeof urn === 'string' && urn.toLowerCase() === PATCH_OP);
  if (!isPatch) throw invalidSyntax('schemas does not hold the URN of PatchOp');
}

function readOne(operation: JsonValue, index: number, rules: Rules): PatchOperation[] {
  const where = `Operations[${index}]`;
  if (!isJsonObject(operation)) {
    throw invalidSyntax(`${where} must be an object, not ${kindOf(operation)}`);
  }
  const op = readOp(member(operation, 'op'), where, rules.profile);
  const value = member(operation, 'value');
  if (op !== 'remove' && value === undefined) {
    throw invalidValue(`${where}.value is missing, ${op} needs one`);
  }
  const place = { ...rules, pathLabel: `${where}.path `, valueLabel: `${where}.value: ` };
  const path = readPath(member(operation, 'path'), where);
  return path === undefined
    ? readPathless(op, value, { ...place, pathLabel: `${where}.value ` })
    : readWithPath({ op, path, value }, place);
}

// Entra: without aadOptscim062020 the op is `Add`, `Replace` or `Remove`.
function readOp(sent: JsonValue | undefined, where: string, { acceptOpCase }: Profile): PatchOp {
  const op = acceptOpCase && typeof sent === 'string' ? sent.toLowerCase() : sent;
  if (op === 'add' || op === 'remove' || op === 'replace') return op;
  const found = typeof sent === 'string' ? quote(sent) : kindOf(sent ?? null);
  throw invalidSyntax(`${where}.op must be add, remove or replace, not ${found}`);
}

function readPath(sent: JsonValue | undefined, where: string): string | undefined {
  if (sent === undefined || sent === null || sent === '') return undefined;
  if (typeof sent !== 'string') {
    throw invalidPath(`${where}.path must be a string, not ${kindOf(sent)}`);
  }
  return sent.trim();
}

function readPathless(
  op: PatchOp,
  value: JsonValue | undefined,
  place: ReadPlace,
): PatchOperation[] {
  const where = place.pathLabel.replace('.value ', '');
  if (op === 'remove') throw noTarget(`${where}.path is missing, remove needs one`);
  if (!isJsonObject(value)) {
    throw invalidValue(`${where}.value must be an object when there is no path`);
  }
  return expandValue({ op, value, readOnly: place.profile.readOnlyInPatchValue }, place);
}

interface PathOperation {
  readonly op: PatchOp;
  readonly path: string;
  readonly value: JsonValue | undefined;
}

function readWithPath({ op, path, value }: PathOperation, place: ReadPlace): PatchOperation[] {
  const target = readPatchTarget(path, place);
  const label = `${place.pathLabel}${quote(path)}`;
  if (target === undefined || isRefused(target, place)) {
    if (isSkipped(target, place.profile)) return [];
    throw invalidPath(`${label} names no attribute of ${place.model.type.name}`);
  }
  if (isReadOnly(target)) throw mutability(`${label} is readOnly`);
  if (target.kind !== 'extension') {
    const operation = readOperation({ op, label, target, sent: value }, place);
    return isDerived(target) ? [] : [operation];
  }
  if (op !== 'remove') {
    const readOnly = place.profile.readOnlyInPatchValue;
    return expandExtension({ op, target, value: value ?? null, readOnly }, place);
  }
  if (target.urn === place.model.core.id) {
    throw mutability(`${label} is the core schema and cannot be removed`);
  }
  return [{ op, label, target, value: undefined }];
}

/** Whether the target lies in an extension that the tenant does not keep. */
function isRefused(target: PatchTarget, { profile }: ReadPlace): boolean {
  return isUndescribed(target) && profile.unknownExtensions !== 'store';
}

function isSkipped(target: PatchTarget | undefined, profile: Profile): boolean {
  return target === undefined
    ? profile.unknownPatchPath === 'ignore'
    : profile.unknownExtensions === 'ignore';
}

// Keys of the envelope are matched without case, as attribute names are (RFC 7643 §2.1).
function member(object: JsonObject, name: string): JsonValue | undefined {
  if (Object.hasOwn(object, name)) return object[name];
  const wanted = name.toLowerCase();
  const key = Object.keys(object).find((candidate) => candidate.toLowerCase() === wanted);
  return key === undefined ? undefined : object[key];
}
