// An attribute's value as sent, brought to the form its schema declares: names in the schema's spelling, one
// object where one is declared, a list where many are. The tolerance for what clients send is here.
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import type { AttributeDefinition } from '../schema/schema-types.ts';
import { findAttribute } from './find-attribute.ts';
import { readScalar, wrongType } from './read-scalar.ts';

/**
 * The value of a whole attribute; undefined when null, "" or [] unassigns it (RFC 7643 §2.5). The object of a
 * single-valued complex attribute is a change: null in it unassigns that sub-attribute, `mergeComplex` applies it.
 * `place` names the attribute path in errors. Throws `invalidValue`.
 */
export function readValue(
  sent: JsonValue,
  attribute: AttributeDefinition,
  place: string,
): JsonValue | undefined {
  if (!attribute.multiValued) return readOneValue(sent, attribute, place);
  // OneLogin: some versions send emails as one object instead of a list.
  const list = isJsonArray(sent) ? sent : [sent];
  const elements = list.flatMap((element, index) => {
    const read = readOneValue(element, attribute, `${place}[${index}]`);
    const value = isJsonObject(read) ? mergeComplex(undefined, read) : read;
    return value === undefined ? [] : [value];
  });
  return elements.length === 0 ? undefined : elements;
}

/** One value: that of a single-valued attribute or one element of a multi-valued one. As `readValue` otherwise. */
export function readOneValue(
  sent: JsonValue,
  attribute: AttributeDefinition,
  place: string,
): JsonValue | undefined {
  if (attribute.type !== 'complex') return readScalar(sent, attribute.type, place);
  // Entra: manager arrives as a list of one object.
  const value = isJsonArray(sent) && sent.length <= 1 ? (sent[0] ?? null) : sent;
  if (value === null || value === '') return undefined;
  if (isJsonObject(value)) return readComplex(value, attribute, place);
  // Entra: manager arrives as the bare id; others send plain e-mail addresses.
  const sub = findAttribute(attribute.subAttributes ?? [], 'value');
  if (sub === undefined || isJsonArray(value)) throw wrongType(place, 'an object', value);
  return { value: readScalar(value, sub.type, place) ?? null };
}

/** A complex value with a change applied: null unassigns a sub-attribute; undefined when nothing is left. */
export function mergeComplex(
  value: JsonValue | undefined,
  change: JsonObject,
): JsonObject | undefined {
  const merged = isJsonObject(value) ? { ...value, ...change } : change;
  const kept = Object.entries(merged).filter(([, member]) => member !== null);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function readComplex(
  sent: JsonObject,
  attribute: AttributeDefinition,
  place: string,
): JsonObject | undefined {
  const subAttributes = attribute.subAttributes ?? [];
  const entries = Object.entries(sent).flatMap(([name, value]): [string, JsonValue][] => {
    const sub = findAttribute(subAttributes, name);
    if (sub === undefined || sub.mutability === 'readOnly' || sub.name === '$ref') return [];
    return [[sub.name, readValue(value, sub, `${place}.${sub.name}`) ?? null]];
  });
  const read = Object.fromEntries(entries);
  const reference = findAttribute(subAttributes, '$ref') && sent['$ref'];
  // The $ref beside a value is derived from it (RFC 7643 §2.4); alone, it names the value by its last segment.
  if (!Object.hasOwn(read, 'value') && typeof reference === 'string') {
    read['value'] = reference.split('/').at(-1) || null;
  }
  return read;
}
