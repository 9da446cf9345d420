// The elements of a multi-valued attribute among each other. @see RFC 7643 §2.4
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { findAttribute } from '../resource/find-attribute.ts';
import type { AttributeDefinition } from '../schema/schema-types.ts';
import { showOf } from './show-value.ts';
import { observe, type Inspection } from './observation.ts';

interface ListValue {
  readonly attribute: AttributeDefinition;
  readonly value: readonly JsonValue[];
}

/** Entra: one value of each type in these. */
const ONE_OF_EACH_TYPE = /^(?:emails|phoneNumbers|addresses)$/i;

/** Of a longer list the first ones are compared. */
const MAX_ELEMENTS = 2_000;

export function inspectList(to: Inspection, { attribute, value }: ListValue, path: string): void {
  if (value.length < 2) return;
  const elements = value.slice(0, MAX_ELEMENTS).filter((element) => isJsonObject(element));
  const { name, subAttributes = [] } = attribute;
  if (findAttribute(subAttributes, 'primary') !== undefined) inspectPrimary(to, elements, path);
  const twin = findTwin(elements);
  if (twin !== undefined) {
    const type = read(twin, 'type');
    const ofType = isText(type) ? ` of type ${type}` : '';
    const message = `${name} holds ${showOf(attribute, read(twin, 'value'))}${ofType} more than once`;
    return observe(to, 'duplicate-value', { message, path });
  }
  if (!ONE_OF_EACH_TYPE.test(name)) return;
  const types = elements.map((element) => read(element, 'type')).filter((type) => isText(type));
  const folded = types.map((type) => type.toLowerCase());
  const twice = folded.find((type, at) => folded.indexOf(type) < at);
  if (twice === undefined) return;
  observe(to, 'repeated-type', { message: `${name} has several values of type ${twice}`, path });
}

/** The first element with the type and value of one before it. */
function findTwin(elements: readonly JsonObject[]): JsonObject | undefined {
  const seen = new Set<string>();
  return elements.find((element) => {
    const value = read(element, 'value');
    if (!isText(value)) return false;
    const type = read(element, 'type');
    const key = `${isText(type) ? type : ''}\n${value}`.toLowerCase();
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

function inspectPrimary(to: Inspection, elements: readonly JsonObject[], path: string): void {
  const primaries = elements.filter((element) =>
    [true, 'true'].includes(lowered(read(element, 'primary'))),
  );
  if (primaries.length < 2) return;
  const message = `${primaries.length} values of ${path} are primary`;
  observe(to, 'several-primaries', { message, path });
}

function lowered(value: JsonValue | undefined): string | true {
  return value === true ? true : typeof value === 'string' ? value.toLowerCase() : '';
}

function read(element: JsonObject, name: string): JsonValue | undefined {
  if (Object.hasOwn(element, name)) return element[name];
  const given = Object.keys(element).find((key) => key.toLowerCase() === name);
  return given === undefined ? undefined : element[given];
}

function isText(value: JsonValue | undefined): value is string {
  return typeof value === 'string';
}
