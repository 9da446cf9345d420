// The elements of a multi-valued attribute among each other. @see RFC 7643 §2.4
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { findAttribute } from '../resource/find-attribute.ts';
import type { AttributeDefinition } from '../schema/schema-types.ts';
import { observe, type Inspection } from './observation.ts';

interface ListValue {
  readonly attribute: AttributeDefinition;
  readonly value: readonly JsonValue[];
}

/** Entra: one value of each type in these. */
const ONE_OF_EACH_TYPE = /^(?:emails|phoneNumbers|addresses)$/i;

export function inspectList(to: Inspection, { attribute, value }: ListValue, path: string): void {
  const elements = value.filter((element) => isJsonObject(element));
  if (elements.length < 2) return;
  const { name, subAttributes = [] } = attribute;
  if (findAttribute(subAttributes, 'primary') !== undefined) inspectPrimary(to, elements, path);
  const pairs = elements.map((element) => JSON.stringify([read(element, 'type'), key(element)]));
  const repeated = findRepeated(pairs.filter((_, at) => key(elements[at]) !== undefined));
  if (repeated !== undefined) {
    const [type, text] = JSON.parse(repeated) as [string | null, string]; // written three lines above
    const kind = type === null ? '' : ` of type ${type}`;
    const message = `${name} holds "${text}"${kind} more than once`;
    observe(to, 'duplicate-value', { message, path });
  }
  if (!ONE_OF_EACH_TYPE.test(name) || repeated !== undefined) return;
  const types = elements.map((element) => read(element, 'type')).filter((type) => isText(type));
  const twice = findRepeated(types.map((type) => type.toLowerCase()));
  if (twice === undefined) return;
  observe(to, 'repeated-type', { message: `${name} has several values of type ${twice}`, path });
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
  return value === true ? true : String(value).toLowerCase();
}

/** What makes an element the same as another; undefined where it has no value. */
function key(element: JsonObject | undefined): string | undefined {
  const value = element === undefined ? undefined : read(element, 'value');
  return isText(value) ? value.toLowerCase() : undefined;
}

function read(element: JsonObject, name: string): JsonValue | undefined {
  if (Object.hasOwn(element, name)) return element[name];
  return Object.entries(element).find(([given]) => given.toLowerCase() === name)?.[1];
}

function isText(value: JsonValue | undefined): value is string {
  return typeof value === 'string';
}

function findRepeated(keys: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const text of keys) {
    if (seen.has(text)) return text;
    seen.add(text);
  }
  return undefined;
}
