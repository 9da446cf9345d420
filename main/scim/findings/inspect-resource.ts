// Walks a resource, or a part of one, along the schemas and tells what does not fit. It judges the form only: what the
// form is taken for is decided elsewhere. The walk is bounded: after some thousand values a body has been told enough.
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import { repairUrn } from '../resource/extension-urn.ts';
import { findAttribute } from '../resource/find-attribute.ts';
import { resolveExtension } from '../schema/resolve-attribute.ts';
import type {
  AttributeDefinition,
  ResourceModel,
  SchemaDefinition,
} from '../schema/schema-types.ts';
import { inspectList } from './inspect-list.ts';
import { inspectScalar } from './inspect-scalar.ts';
import { observe, type Inspection } from './observation.ts';
import { showOf, showValue } from './show-value.ts';

/** A whole resource. `path` is where it stands, empty for the body itself. */
export function inspectResource(to: Inspection, body: JsonObject, path: string): void {
  inspectNames(to, body, path);
  for (const [name, value] of Object.entries(body)) {
    if (name.toLowerCase() === 'schemas') continue;
    inspectMember(to, { name, value }, join(path, name));
  }
}

interface Member {
  readonly name: string;
  readonly value: JsonValue;
}

/** One member of a resource: an attribute, a whole extension, or something unknown. */
export function inspectMember(to: Inspection, member: Member, path: string): void {
  if (member.name.includes(':')) return inspectExtension(to, member, path);
  const attribute = findAttribute(to.model.core.attributes, member.name);
  if (attribute !== undefined) return inspectValue(to, { attribute, value: member.value }, path);
  const extension = findExtensionWith(to.model, member.name);
  if (extension === undefined) {
    return observe(to, 'unknown-attribute', {
      message: `${to.model.type.name} has no attribute ${member.name}`,
      path,
    });
  }
  observe(to, 'extension-without-urn', {
    message: `${member.name} belongs to ${extension.schema.id}, but stands outside of it`,
    path,
  });
  inspectValue(to, { attribute: extension.attribute, value: member.value }, path);
}

function inspectExtension(to: Inspection, { name, value }: Member, path: string): void {
  const schema = resolveExtension(to.model, name);
  if (schema !== undefined) {
    if (isJsonObject(value)) return inspectMembers(to, { schema, value }, path);
    const message = `${name} is no object`;
    return observe(to, 'wrong-type', { message, path });
  }
  if (resolveExtension(to.model, repairUrn(name)) !== undefined) {
    const message = `${name} is misspelt; the schema is ${repairUrn(name)}`;
    return observe(to, 'misspelt-urn', { message, path });
  }
  observe(to, 'unknown-schema', { message: `No schema here has the URN ${name}`, path });
}

interface ExtensionValue {
  readonly schema: SchemaDefinition;
  readonly value: JsonObject;
}

/** The members of an extension's object. */
export function inspectMembers(
  to: Inspection,
  { schema, value }: ExtensionValue,
  path: string,
): void {
  inspectNames(to, value, path);
  for (const [name, member] of Object.entries(value)) {
    const attribute = findAttribute(schema.attributes, name);
    if (attribute !== undefined) {
      inspectValue(to, { attribute, value: member }, join(path, name));
    } else {
      const message = `${schema.name} has no attribute ${name}`;
      observe(to, 'unknown-attribute', { message, path: join(path, name) });
    }
  }
}

export interface AttributeValue {
  readonly attribute: AttributeDefinition;
  readonly value: JsonValue;
}

/** The value of an attribute: the whole list where it is multi-valued. */
export function inspectValue(to: Inspection, given: AttributeValue, path: string): void {
  const { attribute, value } = given;
  if (attribute.role === 'id' || attribute.role === 'meta') return;
  if (attribute.mutability === 'readOnly' && !isEmpty(value)) {
    observe(to, 'read-only', { message: `${attribute.name} is set by the server only`, path });
    return;
  }
  if (value === null) return observe(to, 'null', { message: `${attribute.name} is null`, path });
  if (!attribute.multiValued) return inspectElement(to, given, path);
  if (!isJsonArray(value)) {
    const message = `${attribute.name} is ${showOf(attribute, value)}, where a list belongs`;
    observe(to, 'single-for-list', { message, path });
    return inspectElement(to, given, path);
  }
  for (const [index, element] of value.entries()) {
    if (to.budget.values <= 0) break;
    inspectElement(to, { attribute, value: element }, `${path}[${index}]`);
  }
  inspectList(to, { attribute, value }, path);
}

/** One value: that of a single-valued attribute, or one element of a list. */
export function inspectElement(to: Inspection, given: AttributeValue, path: string): void {
  const { attribute, value } = given;
  to.budget.values -= 1;
  if (value === null) return observe(to, 'null', { message: `${attribute.name} is null`, path });
  if (attribute.type !== 'complex') return inspectScalar(to, given, path);
  if (attribute.role === 'manager' && isManagerForm(value)) {
    const message = `manager is ${showValue(value)}, where {"value": "<id>"} belongs`;
    return observe(to, 'manager-form', { message, path });
  }
  if (!isJsonObject(value)) {
    const message = `${attribute.name} is ${showOf(attribute, value)}, where an object belongs`;
    return observe(to, 'wrong-type', { message, path });
  }
  inspectSubAttributes(to, { attribute, value }, path);
}

function inspectSubAttributes(
  to: Inspection,
  { attribute, value }: { readonly attribute: AttributeDefinition; readonly value: JsonObject },
  path: string,
): void {
  inspectNames(to, value, path);
  for (const [name, member] of Object.entries(value)) {
    const subAttribute = findAttribute(attribute.subAttributes ?? [], name);
    if (subAttribute === undefined) {
      const message = `${attribute.name} has no sub-attribute ${name}`;
      observe(to, 'unknown-attribute', { message, path: join(path, name) });
    } else if (subAttribute.mutability !== 'readOnly') {
      inspectSubAttribute(to, { attribute, subAttribute, value: member }, join(path, name));
    }
  }
}

interface SubAttributeValue extends AttributeValue {
  readonly subAttribute: AttributeDefinition;
}

// Entra: app roles may arrive as JSON written into the text of `value`.
const JSON_TEXT = /^\s*\{\s*"[^"]+"\s*:[\s\S]*\}\s*$/;

/** The value of a sub-attribute, whose parent is known. */
export function inspectSubAttribute(to: Inspection, given: SubAttributeValue, path: string): void {
  const { attribute, subAttribute, value } = given;
  inspectValue(to, { attribute: subAttribute, value }, path);
  if (attribute.name !== 'roles' || typeof value !== 'string' || !JSON_TEXT.test(value)) return;
  observe(to, 'role-json', {
    message: `A role is JSON written as text: ${showValue(value)}`,
    path,
  });
}

/** @see RFC 7643 §2.1: attribute names have no case. */
function inspectNames(to: Inspection, object: JsonObject, path: string): void {
  const names = Object.keys(object);
  if (new Set(names.map((name) => name.toLowerCase())).size === names.length) return;
  const seen = new Map<string, string>();
  for (const name of names) {
    const before = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), name);
    if (before === undefined) continue;
    const message = `${before} and ${name} are the same attribute`;
    observe(to, 'repeated-name', { message, path: join(path, name) });
  }
}

/** The extension that has an attribute of this bare name. */
export function findExtensionWith(model: ResourceModel, name: string) {
  for (const schema of model.extensions) {
    const attribute = findAttribute(schema.attributes, name);
    if (attribute !== undefined) return { schema, attribute };
  }
  return undefined;
}

function isManagerForm(value: JsonValue): boolean {
  if (!isJsonObject(value)) return true;
  const id = Object.entries(value).find(([name]) => name.toLowerCase() === 'value')?.[1];
  return id === '' || Object.keys(value).length === 0;
}

function isEmpty(value: JsonValue): boolean {
  return value === null || value === '' || (isJsonArray(value) && value.length === 0);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
