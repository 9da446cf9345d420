// A resource as attribute paths with their values, as the history tells changes, and back again. Sub-attributes of complex
// attributes have paths of their own; multi-valued attributes are told as a whole.
import { isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue, ScimResource } from '../../../shared/scim/json.ts';
import type { ResourceModel } from '../schema/schema-types.ts';

const DERIVED = new Set(['id', 'meta', 'schemas']);

export type FlatResource = Map<string, JsonValue>;

/** `id`, `meta` and `schemas` follow from the rest and are left out. */
export function flattenResource(resource: ScimResource): FlatResource {
  const entries = Object.entries(resource).filter(([name]) => !DERIVED.has(name));
  return new Map(entries.flatMap(([name, value]) => flattenAttribute(name, value)));
}

/** What was flattened, with `schemas` again. */
export function unflattenResource(flat: FlatResource, model: ResourceModel): ScimResource {
  const resource: Record<string, JsonValue> = {};
  for (const [path, value] of flat) put(resource, splitPath(path, model), value);
  const extensions = Object.keys(resource).filter((name) => name.includes(':'));
  return { schemas: [model.core.id, ...extensions], ...resource };
}

function flattenAttribute(name: string, value: JsonValue): [string, JsonValue][] {
  if (!isJsonObject(value)) return [[name, value]];
  if (!name.includes(':')) return flattenComplex(name, value);
  return Object.entries(value).flatMap(([attribute, inner]) =>
    isJsonObject(inner)
      ? flattenComplex(`${name}:${attribute}`, inner)
      : [[`${name}:${attribute}`, inner] as [string, JsonValue]],
  );
}

function flattenComplex(name: string, value: JsonObject): [string, JsonValue][] {
  return Object.entries(value).map(([sub, inner]) => [`${name}.${sub}`, inner]);
}

/** The names that lead to the value. A URN holds dots and colons itself; that of an unknown extension ends at the last. */
function splitPath(path: string, { extensions }: ResourceModel): readonly string[] {
  const known = extensions.find(({ id }) => path.startsWith(`${id}:`))?.id;
  const urn = known ?? path.slice(0, Math.max(0, path.lastIndexOf(':')));
  const attribute = urn === '' ? path : path.slice(urn.length + 1);
  const dot = attribute.indexOf('.');
  const names = dot < 1 ? [attribute] : [attribute.slice(0, dot), attribute.slice(dot + 1)];
  return urn === '' ? names : [urn, ...names];
}

function put(
  holder: Record<string, JsonValue>,
  [name = '', ...rest]: readonly string[],
  value: JsonValue,
): void {
  if (rest.length === 0) {
    holder[name] = value;
    return;
  }
  const old = holder[name] ?? null;
  const inside: Record<string, JsonValue> = isJsonObject(old) ? { ...old } : {};
  put(inside, rest, value);
  holder[name] = inside;
}
