// A stored resource after the schemas of its type have changed: what still fits stays, what cannot be read any more is
// dropped, and each misfit is told. A value that becomes a list of one is no misfit. An extension that no schema
// describes any longer stays as it is: undescribed extensions are kept and returned as they were sent.
import type { Consequence, MisfitReason } from '../../../shared/admin/schema.ts';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type ScimResource,
} from '../../../shared/scim/json.ts';
import { foldCase } from '../fold-case.ts';
import { withSchemas } from '../resource/resource-schemas.ts';
import { parseInstant } from '../parse-instant.ts';
import type { AttributeDefinition, AttributeType, ResourceModel } from './schema-types.ts';

export interface Misfit {
  /** Attribute path, an extension's URN before its attributes. */
  readonly path: string;
  readonly reason: MisfitReason;
  readonly consequence: Consequence;
}

export interface Refit {
  readonly document: ScimResource;
  readonly misfits: readonly Misfit[];
}

export interface ModelChange {
  readonly before: ResourceModel;
  readonly after: ResourceModel;
}

type Definitions = readonly AttributeDefinition[];

/** One level of a document, in the schemas before and after. */
interface Level {
  readonly prefix: string;
  readonly before: Definitions;
  readonly after: Definitions;
  readonly report: (misfit: Misfit) => void;
}

/** `schemas` of the document follows from what is left. */
export function refitResource(document: ScimResource, { before, after }: ModelChange): Refit {
  const misfits: Misfit[] = [];
  const report = (misfit: Misfit) => void misfits.push(misfit);
  const core = { prefix: '', before: before.core.attributes, after: after.core.attributes, report };
  const urns = new Set([...before.extensions, ...after.extensions].map(({ id }) => id));
  const entries = Object.entries(document);
  const own = Object.fromEntries(entries.filter(([name]) => !name.includes(':')));
  const refitted: Record<string, JsonValue> = { ...refitObject(own, core) };
  for (const [urn, value] of entries.filter(([name]) => name.includes(':'))) {
    const place = { change: { before, after }, report };
    const kept = urns.has(urn) && isJsonObject(value) ? refitExtension(urn, value, place) : value;
    if (!isJsonObject(kept) || Object.keys(kept).length > 0) refitted[urn] = kept;
  }
  for (const urn of newlyRequired({ before, after })) {
    if (Object.hasOwn(refitted, urn)) continue;
    report({ path: urn, reason: 'missing-required', consequence: 'kept' });
  }
  return { document: withSchemas(refitted, after), misfits };
}

/** URNs of extensions that a resource must have from now on. @see RFC 7643 §6 (schemaExtensions) */
function newlyRequired({ before, after }: ModelChange): readonly string[] {
  const known = before.type.schemaExtensions;
  return after.type.schemaExtensions
    .filter(({ required }) => required)
    .map(({ schema }) => schema)
    .filter((urn) => !known.some(({ schema, required }) => required && schema === urn));
}

interface ExtensionPlace {
  readonly change: ModelChange;
  readonly report: (misfit: Misfit) => void;
}

function refitExtension(
  urn: string,
  value: JsonObject,
  { change, report }: ExtensionPlace,
): JsonObject {
  const before = definitionsOf(change.before, urn);
  const after = definitionsOf(change.after, urn);
  if (after === undefined) {
    report({ path: urn, reason: 'extension-removed', consequence: 'kept' });
    return withoutSecrets(value, before ?? []);
  }
  return refitObject(value, { prefix: `${urn}:`, before: before ?? [], after, report });
}

/** Nobody knows any more that a value may never be returned: it goes with its definition. @see RFC 7643 §7 */
function withoutSecrets(object: JsonObject, definitions: Definitions): JsonObject {
  const entries = Object.entries(object).flatMap(([name, value]): [string, JsonValue][] => {
    const definition = definitions.find((each) => each.name === name);
    if (definition?.returned === 'never') return [];
    return [[name, withoutSecretParts(value, definition?.subAttributes ?? [])]];
  });
  return Object.fromEntries(entries);
}

function withoutSecretParts(value: JsonValue, definitions: Definitions): JsonValue {
  if (isJsonArray(value)) return value.map((each) => withoutSecretParts(each, definitions));
  return isJsonObject(value) ? withoutSecrets(value, definitions) : value;
}

function definitionsOf({ extensions }: ResourceModel, urn: string): Definitions | undefined {
  return extensions.find(({ id }) => id === urn)?.attributes;
}

function refitObject(object: JsonObject, level: Level): JsonObject {
  const entries = Object.entries(object).flatMap(([name, value]): [string, JsonValue][] => {
    const after = level.after.find((each) => each.name === name);
    if (after === undefined) return keepUnknown(name, value, level);
    const refitted = refitAttribute(value, after, level);
    return refitted === undefined ? [] : [[name, refitted]];
  });
  reportMissing(object, level);
  return Object.fromEntries(entries);
}

/** What no schema knew before either was not ours to judge: `schemas` of a document is such a name. */
function keepUnknown(name: string, value: JsonValue, level: Level): [string, JsonValue][] {
  const isNew = level.before.length === 0;
  if (!isNew && !level.before.some((each) => each.name === name)) return [[name, value]];
  level.report({
    path: level.prefix + name,
    reason: 'attribute-removed',
    consequence: 'dropped',
  });
  return [];
}

function refitAttribute(
  value: JsonValue,
  definition: AttributeDefinition,
  level: Level,
): JsonValue | undefined {
  const path = level.prefix + definition.name;
  const values = isJsonArray(value) ? value : [value];
  if (!definition.multiValued && values.length > 1) {
    level.report({ path, reason: 'several-values', consequence: 'dropped' });
  }
  const kept = definition.multiValued ? values : values.slice(0, 1);
  const refitted = kept.flatMap((each) => refitOne(each, definition, level) ?? []);
  if (refitted.length === 0) return undefined;
  return definition.multiValued ? refitted : refitted[0];
}

function refitOne(
  value: JsonValue,
  definition: AttributeDefinition,
  level: Level,
): JsonValue | undefined {
  const path = level.prefix + definition.name;
  const before = level.before.find(({ name }) => name === definition.name);
  if (definition.type === 'complex' && isJsonObject(value)) {
    return refitObject(value, {
      ...level,
      prefix: `${path}.`,
      before: before?.subAttributes ?? [],
      after: definition.subAttributes ?? [],
    });
  }
  if (!isOfType(value, definition.type)) {
    level.report({ path, reason: 'wrong-type', consequence: 'dropped' });
    return undefined;
  }
  if (!isCanonical(value, definition) && (before === undefined || isCanonical(value, before))) {
    level.report({ path, reason: 'not-canonical', consequence: 'kept' });
  }
  return value;
}

/** Only where the requirement is new: a resource that broke it before is no news. */
function reportMissing(object: JsonObject, { prefix, before, after, report }: Level): void {
  for (const { name, required, mutability } of after) {
    if (!required || mutability === 'readOnly' || Object.hasOwn(object, name)) continue;
    if (before.some((each) => each.name === name && each.required)) continue;
    report({ path: prefix + name, reason: 'missing-required', consequence: 'kept' });
  }
}

function isOfType(value: JsonValue, type: AttributeType): boolean {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'decimal':
      return typeof value === 'number';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'dateTime':
      return typeof value === 'string' && parseInstant(value) !== undefined;
    case 'binary':
      return typeof value === 'string' && /^[A-Za-z0-9+/_\s-]*={0,2}\s*$/.test(value);
    case 'string':
    case 'reference':
      return typeof value === 'string';
    case 'complex':
      return false;
  }
}

function isCanonical(value: JsonValue, { canonicalValues, caseExact }: AttributeDefinition) {
  if (canonicalValues === undefined || typeof value !== 'string') return true;
  if (caseExact) return canonicalValues.includes(value);
  return canonicalValues.some((each) => foldCase(each) === foldCase(value));
}
