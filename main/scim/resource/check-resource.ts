// What a resource must hold once all of it is there: required attributes, and the lists that a profile limits.
// @see RFC 7643 §2.2 (required)
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue, ScimResource } from '../../../shared/scim/json.ts';
import type { Rules } from '../profile/rules.ts';
import type { AttributeDefinition } from '../schema/schema-types.ts';
import { invalidValue } from '../scim-error.ts';
import { sameValue } from './same-resource.ts';

/** AWS IAM Identity Center takes one value in each of these. */
const SINGLE_VALUE_LISTS: readonly string[] = ['emails', 'addresses', 'phoneNumbers'];

/**
 * Throws `invalidValue`. With `before`, only what differs from it is looked at: a PATCH is not to blame for what an
 * older profile let in.
 */
export function checkResource(
  resource: ScimResource,
  rules: Rules,
  before: ScimResource = {},
): void {
  checkAttributes(resource, rules.model.core.attributes, { before, prefix: '' });
  for (const { schema: urn, required } of rules.model.type.schemaExtensions) {
    const extension = rules.model.extensions.find(({ id }) => id === urn);
    const held = resource[urn];
    const old = before[urn];
    if (held === undefined) {
      const isNews = old !== undefined || Object.keys(before).length === 0;
      if (required && isNews) throw invalidValue(`${urn} is required`);
      continue;
    }
    const place = { before: isJsonObject(old) ? old : {}, prefix: `${urn}:` };
    checkAttributes(isJsonObject(held) ? held : {}, extension?.attributes ?? [], place);
  }
  if (rules.profile.singleValueLists) checkSingleValues(resource, before);
}

interface Place {
  readonly before: JsonObject;
  /** What the names of the attributes begin with in errors. */
  readonly prefix: string;
}

function checkAttributes(
  holder: JsonObject,
  attributes: readonly AttributeDefinition[],
  { before, prefix }: Place,
): void {
  for (const attribute of attributes) {
    const { name, subAttributes } = attribute;
    const value = read(holder, name);
    const old = read(before, name);
    const path = `${prefix}${name}`;
    const isOld = Object.keys(before).length > 0 && sameValue(value, old);
    if (isOld) continue;
    if (isMissing(attribute, value)) throw invalidValue(`${path} is required`);
    if (subAttributes !== undefined) checkElements(value, subAttributes, path);
  }
}

function checkElements(
  value: JsonValue | undefined,
  subAttributes: readonly AttributeDefinition[],
  path: string,
): void {
  const elements = isJsonArray(value) ? value : value === undefined ? [] : [value];
  for (const element of elements) {
    if (!isJsonObject(element)) continue;
    const missing = subAttributes.find((sub) => isMissing(sub, read(element, sub.name)));
    if (missing !== undefined) throw invalidValue(`${path}.${missing.name} is required`);
  }
}

/** `schemas` and what the service provider sets are never missing. */
function isMissing(attribute: AttributeDefinition, value: JsonValue | undefined): boolean {
  const { name, required, mutability } = attribute;
  if (!required || mutability === 'readOnly' || name === 'schemas') return false;
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

function checkSingleValues(resource: ScimResource, before: ScimResource): void {
  for (const name of SINGLE_VALUE_LISTS) {
    const value = resource[name];
    if (!isJsonArray(value) || value.length < 2 || sameValue(value, before[name])) continue;
    throw invalidValue(`${name} takes one value, not ${value.length}`);
  }
}

function read(holder: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}
