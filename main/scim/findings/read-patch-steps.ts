// The operations of a PATCH message as they were sent, with their paths resolved where they can be.
// @see RFC 7644 §3.5.2
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import type { FilterNode, PatchPath } from '../../../shared/scim/filter-tree.ts';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';
import { parsePatchPath } from '../../../shared/scim/parse-patch-path.ts';
import { repairUrn } from '../resource/extension-urn.ts';
import {
  resolveAttribute,
  resolveExtension,
  resolveSubAttribute,
} from '../schema/resolve-attribute.ts';
import type { ResolvedAttribute } from '../schema/schema-types.ts';
import {
  inspectElement,
  inspectMember,
  inspectMembers,
  inspectSubAttribute,
  inspectValue,
} from './inspect-resource.ts';
import { observe, type Inspection } from './observation.ts';

export interface PatchStep {
  readonly index: number;
  /** As sent; undefined where it is no text. */
  readonly op: string | undefined;
  /** undefined where there is none. */
  readonly path: string | undefined;
  /** undefined where there is none. */
  readonly value: JsonValue | undefined;
  /** undefined where the path is absent or cannot be read. */
  readonly parsed: PatchPath | undefined;
  /** Why the path cannot be read. */
  readonly pathProblem: string | undefined;
}

/** Empty where the body is no PATCH message. */
export function readPatch(body: JsonValue | undefined): readonly PatchStep[] {
  const operations = isJsonObject(body) ? read(body, 'operations') : undefined;
  if (!isJsonArray(operations)) return [];
  return operations.flatMap((operation, index) =>
    isJsonObject(operation) ? [readStep(operation, index)] : [],
  );
}

function readStep(operation: JsonObject, index: number): PatchStep {
  const op = read(operation, 'op');
  const path = read(operation, 'path');
  const text = typeof path === 'string' && path !== '' ? path : undefined;
  return {
    index,
    op: typeof op === 'string' ? op : undefined,
    path: text,
    value: read(operation, 'value'),
    ...parse(text),
  };
}

function parse(text: string | undefined): Pick<PatchStep, 'parsed' | 'pathProblem'> {
  if (text === undefined) return { parsed: undefined, pathProblem: undefined };
  try {
    return { parsed: parsePatchPath(text, { lenient: true }), pathProblem: undefined };
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    return { parsed: undefined, pathProblem: error.message };
  }
}

function read(object: JsonObject, name: string): JsonValue | undefined {
  return Object.entries(object).find(([given]) => given.toLowerCase() === name)?.[1];
}

/** Tells what does not fit in the paths and values of the operations. `prefix` is where the message stands. */
export function inspectPatch(to: Inspection, steps: readonly PatchStep[], prefix = ''): void {
  for (const step of steps) {
    const place = `${prefix}Operations[${step.index}]`;
    if (step.parsed !== undefined) inspectTarget(to, { step, path: step.parsed }, place);
    else if (step.path === undefined) inspectPathless(to, step, `${place}.value`);
  }
}

interface Target {
  readonly step: PatchStep;
  readonly path: PatchPath;
}

function inspectTarget(to: Inspection, { step, path }: Target, place: string): void {
  const sent = nameOf(path);
  const name = repairUrn(sent);
  if (name !== sent) {
    const message = `Path ${sent} is misspelt; it should be ${name}`;
    observe(to, 'misspelt-urn', { message, path: `${place}.path` });
  }
  const schema = resolveExtension(to.model, name);
  if (schema !== undefined) {
    const { value } = step;
    if (isJsonObject(value)) inspectMembers(to, { schema, value }, `${place}.value`);
    return;
  }
  const found = resolveAttribute(to.model, name);
  if (found === undefined) return inspectUnknown(to, name, `${place}.path`);
  inspectPlainName(to, { name, found }, `${place}.path`);
  if (path.filter !== undefined) {
    inspectFilter(to, { filter: path.filter, found }, `${place}.path`);
  }
  if (found.attribute.mutability === 'readOnly' || found.attribute.role === 'meta') {
    const message = `Path ${name} is set by the server only`;
    return observe(to, 'read-only-path', { message, path: `${place}.path` });
  }
  inspectStepValue(to, { step, found, path }, `${place}.value`);
}

interface FoundTarget extends Target {
  readonly found: ResolvedAttribute;
}

/** With a filter in its path the value is one element, and of a list one element may be sent. */
function inspectStepValue(to: Inspection, { step, path, found }: FoundTarget, place: string): void {
  const { value, op } = step;
  if (value === undefined || op?.toLowerCase() === 'remove') return;
  const { attribute, subAttribute } = found;
  if (subAttribute !== undefined) {
    return inspectSubAttribute(to, { attribute, subAttribute, value }, place);
  }
  const isElement = path.filter !== undefined || (attribute.multiValued && isJsonObject(value));
  const inspect = isElement ? inspectElement : inspectValue;
  inspect(to, { attribute, value }, place);
}

interface NamedAttribute {
  readonly name: string;
  readonly found: ResolvedAttribute;
}

function inspectPlainName(to: Inspection, { name, found }: NamedAttribute, path: string): void {
  if (found.extension === undefined || name.includes(':')) return;
  const message = `${name} belongs to ${found.extension}, but does not say so`;
  observe(to, 'extension-without-urn', { message, path });
}

function nameOf({ attribute, subAttribute }: PatchPath): string {
  return subAttribute === undefined ? attribute : `${attribute}.${subAttribute}`;
}

interface ElementFilter {
  readonly filter: FilterNode;
  readonly found: ResolvedAttribute;
}

// Entra: its role mappings write roles[primary eq "True"].
function inspectFilter(to: Inspection, { filter, found }: ElementFilter, path: string): void {
  if (filter.kind === 'and' || filter.kind === 'or') {
    for (const term of filter.terms) inspectFilter(to, { filter: term, found }, path);
  }
  if (filter.kind !== 'compare') return;
  const type = resolveSubAttribute(found, filter.attribute)?.subAttribute?.type;
  if (type !== 'boolean' || typeof filter.value !== 'string') return;
  const message = `${filter.attribute} is compared with "${filter.value}", text`;
  observe(to, 'string-boolean', { message, path });
}

function inspectUnknown(to: Inspection, name: string, path: string): void {
  const isUrn = name.includes(':');
  const kind = isUrn ? 'unknown-schema' : 'unknown-attribute';
  const message = isUrn
    ? `No schema here has the path ${name}`
    : `${to.model.type.name} has no attribute ${name}`;
  observe(to, kind, { message, path });
}

/** Keys that are paths are told by a rule of their own; here they are followed. */
function inspectPathless(to: Inspection, { value }: PatchStep, place: string): void {
  if (!isJsonObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (/^(?:schemas|id|meta)$/i.test(key)) continue;
    const path = `${place}.${key}`;
    if (!isPathLike(to, key)) inspectMember(to, { name: key, value: member }, path);
    else inspectByPath(to, { key, value: member }, path);
  }
}

/** A key that names more than one attribute: `name.givenName`, `emails[…].value`, `urn:…:User:department`. */
export function isPathLike({ model }: Pick<Inspection, 'model'>, key: string): boolean {
  if (!key.includes(':')) return /[.[]/.test(key);
  return (
    resolveExtension(model, repairUrn(key)) === undefined &&
    resolveAttribute(model, key) !== undefined
  );
}

interface KeyedValue {
  readonly key: string;
  readonly value: JsonValue;
}

function inspectByPath(to: Inspection, { key, value }: KeyedValue, path: string): void {
  const { parsed } = parse(key);
  if (parsed === undefined) return;
  const name = nameOf(parsed);
  const found = resolveAttribute(to.model, name);
  if (found === undefined) return inspectUnknown(to, name, path);
  inspectPlainName(to, { name, found }, path);
  const { attribute, subAttribute } = found;
  if (subAttribute !== undefined) inspectSubAttribute(to, { attribute, subAttribute, value }, path);
  else inspectValue(to, { attribute, value }, path);
}
