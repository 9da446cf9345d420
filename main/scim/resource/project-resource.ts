// Which attributes of a resource an answer shows: what the schemas say, and `attributes` or `excludedAttributes` of
// the request. @see RFC 7644 §3.9, RFC 7643 §2.2 (returned)
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue, ScimResource } from '../../../shared/scim/json.ts';
import type { AttributeDefinition, ResourceModel } from '../schema/schema-types.ts';
import { findAttribute } from './find-attribute.ts';
import { selectPaths, type Selection } from './select-paths.ts';

/** `attributes` and `excludedAttributes` as asked for, split at commas. When both are given, `attributes` counts. */
export interface Projection {
  readonly attributes: readonly string[];
  readonly excludedAttributes: readonly string[];
  /** Paths that the request itself wrote: attributes that are returned on request come with the answer to it. */
  readonly written?: readonly string[];
}

/** What one level of an answer shows. */
interface Level {
  /** Undefined in a custom extension that no schema describes: all of it is returned by default. */
  readonly definitions: readonly AttributeDefinition[] | undefined;
  readonly isExcluding: boolean;
  /** What was named at this level; `all` when the level above was named as a whole. */
  readonly named: Selection | 'all' | undefined;
  /** What the request wrote at this level, as far as it is returned on request. */
  readonly written: Selection | 'all' | undefined;
}

/** The projection of an answer to a request that wrote this resource. @see RFC 7643 §2.2 (returned: request) */
export function showWritten(projection: Projection, resource: ScimResource): Projection {
  const written = Object.entries(resource).flatMap(([name, value]) =>
    name.includes(':') && isJsonObject(value)
      ? Object.keys(value).map((inner) => `${name}:${inner}`)
      : [name],
  );
  return { ...projection, written };
}

/** The resource as an answer shows it. Names that no schema knows select nothing. */
export function projectResource(
  resource: ScimResource,
  model: ResourceModel,
  projection: Projection,
): ScimResource {
  const core = { definitions: model.core.attributes, ...readNamed(model, projection) };
  const entries = Object.entries(resource).flatMap(([name, value]): [string, JsonValue][] => {
    const shown = isExtension(name, value, model)
      ? projectExtension(name, value, { core, model })
      : projectMember(name, value, core);
    return shown === undefined ? [] : [[name, shown]];
  });
  return Object.fromEntries(entries);
}

/** Whether any of an attribute would be shown, so that a big one need not be loaded when it is not. */
export function isAttributeReturned(
  model: ResourceModel,
  name: string,
  projection: Projection,
): boolean {
  const core = { definitions: model.core.attributes, ...readNamed(model, projection) };
  return isShown(name, core);
}

function readNamed(model: ResourceModel, projection: Projection): Omit<Level, 'definitions'> {
  const attributes = projection.attributes.filter((path) => path.trim() !== '');
  if (attributes.length > 0) {
    return { isExcluding: false, named: selectPaths(attributes, model), written: undefined };
  }
  const excluded = selectPaths(projection.excludedAttributes, model);
  const written = holdsRequested(model) ? selectPaths(projection.written ?? [], model) : undefined;
  return { isExcluding: true, named: excluded, written };
}

const requested = new WeakMap<ResourceModel, boolean>();

/** Whether any attribute of the resource type is returned on request only. */
function holdsRequested(model: ResourceModel): boolean {
  const known = requested.get(model);
  if (known !== undefined) return known;
  const schemas = [model.core, ...model.extensions];
  const holds = schemas.some(({ attributes }) => attributes.some(isRequested));
  requested.set(model, holds);
  return holds;
}

function isRequested({ returned, subAttributes = [] }: AttributeDefinition): boolean {
  return returned === 'request' || subAttributes.some(isRequested);
}

function isExtension(name: string, value: JsonValue, model: ResourceModel): value is JsonObject {
  return name.includes(':') && isJsonObject(value) && name !== model.core.id;
}

function projectExtension(
  urn: string,
  value: JsonObject,
  { core, model }: { readonly core: Level; readonly model: ResourceModel },
): JsonValue | undefined {
  const wanted = urn.toLowerCase();
  const schema = model.extensions.find(({ id }) => id.toLowerCase() === wanted);
  const named = namedAt(urn, core);
  if (core.isExcluding && named === 'all') return undefined;
  const written = stepInto(core.written, urn);
  return projectObject(value, { ...core, definitions: schema?.attributes, named, written });
}

function projectObject(value: JsonObject, level: Level): JsonObject | undefined {
  const entries = Object.entries(value).flatMap(([name, member]): [string, JsonValue][] => {
    const shown = projectMember(name, member, level);
    return shown === undefined ? [] : [[name, shown]];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function projectMember(name: string, value: JsonValue, level: Level): JsonValue | undefined {
  if (!isShown(name, level)) return undefined;
  const definition = level.definitions && findAttribute(level.definitions, name);
  const named = namedAt(name, level);
  const written = stepInto(level.written, name);
  const definitions = definition?.subAttributes;
  if (!(named instanceof Map)) {
    if (definitions === undefined || definitions.every(isReturnedByDefault)) return value;
    const whole = level.isExcluding ? undefined : 'all';
    return projectInside(value, { ...level, definitions, named: whole, written });
  }
  return projectInside(value, { ...level, definitions, named, written });
}

function projectInside(value: JsonValue, level: Level): JsonValue | undefined {
  if (isJsonObject(value)) return projectObject(value, level);
  if (!isJsonArray(value)) return value;
  const elements = value
    .map((element) => (isJsonObject(element) ? projectObject(element, level) : element))
    .filter((element) => element !== undefined);
  // An empty list that was asked for is shown as such; one emptied by the projection is not.
  return elements.length === 0 && value.length > 0 ? undefined : elements;
}

function isShown(name: string, level: Level): boolean {
  const definition = level.definitions && findAttribute(level.definitions, name);
  const returned = definition?.returned ?? 'default';
  if (returned === 'always') return true;
  if (returned === 'never') return false;
  const named = namedAt(name, level);
  if (level.isExcluding) {
    const isDue = returned === 'default' || stepInto(level.written, name) !== undefined;
    return isDue && named !== 'all';
  }
  return level.named === 'all' ? returned === 'default' : named !== undefined;
}

function isReturnedByDefault({ returned }: AttributeDefinition): boolean {
  return returned === 'default' || returned === 'always';
}

function namedAt(name: string, { named }: Level): Selection | 'all' | undefined {
  return stepInto(named, name);
}

function stepInto(
  selection: Selection | 'all' | undefined,
  name: string,
): Selection | 'all' | undefined {
  return selection === 'all' ? 'all' : selection?.get(name.toLowerCase());
}
