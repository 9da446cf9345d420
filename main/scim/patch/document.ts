// Where an attribute lives in a resource: at its top, or under the URN of its extension. @see RFC 7643 §3.3
import { isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue, ScimResource } from '../../../shared/scim/json.ts';
import type { ResolvedAttribute } from '../schema/schema-types.ts';

export function readStored(resource: ScimResource, path: ResolvedAttribute): JsonValue | undefined {
  const holder = path.extension === undefined ? resource : readExtension(resource, path.extension);
  return readMember(holder, path.attribute.name);
}

/** The resource with another value for an attribute; undefined unassigns it. */
export function writeStored(
  resource: ScimResource,
  path: ResolvedAttribute,
  value: JsonValue | undefined,
): ScimResource {
  const { extension, attribute } = path;
  if (extension === undefined) return writeMember(resource, attribute.name, value);
  const holder = writeMember(readExtension(resource, extension), attribute.name, value);
  return writeExtension(resource, extension, holder);
}

export function readExtension(resource: ScimResource, urn: string): JsonObject {
  const value = readMember(resource, storedName(resource, urn));
  return isJsonObject(value) ? value : {};
}

/** The resource with another extension object; an empty one is left out. */
export function writeExtension(
  resource: ScimResource,
  urn: string,
  value: JsonObject | undefined,
): ScimResource {
  const isEmpty = value === undefined || Object.keys(value).length === 0;
  return writeMember(resource, storedName(resource, urn), isEmpty ? undefined : value);
}

/** The name as the object spells it, when it has it in any case. */
export function storedName(object: JsonObject, name: string): string {
  if (Object.hasOwn(object, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(object).find((key) => key.toLowerCase() === wanted) ?? name;
}

export function readMember(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

export function writeMember(
  object: JsonObject,
  name: string,
  value: JsonValue | undefined,
): JsonObject {
  if (value !== undefined) return { ...object, [name]: value };
  if (!Object.hasOwn(object, name)) return object;
  const { [name]: _, ...rest } = object;
  return rest;
}
