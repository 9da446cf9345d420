// An attribute's value as sent, brought to the form its schema declares: names in the schema's spelling, one
// object where one is declared, a list where many are. The tolerance for what clients send is here.
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import type { AttributeDefinition } from '../schema/schema-types.ts';
import { invalidSyntax } from '../scim-error.ts';
import { quote } from './check-json.ts';
import { checkList } from './check-list.ts';
import { findAttribute } from './find-attribute.ts';
import { readFreeValue } from './read-free-value.ts';
import { readScalar, wrongType } from './read-scalar.ts';
import { inside, type ValuePlace } from './value-place.ts';

/**
 * The value of a whole attribute; undefined when null, "" or [] unassigns it (RFC 7643 §2.5). The object of a
 * single-valued complex attribute is a change: null in it unassigns that sub-attribute, `mergeComplex` applies it.
 * Throws `invalidValue`, and `invalidSyntax` for unknown sub-attributes where the profile refuses them.
 */
export function readValue(
  sent: JsonValue,
  attribute: AttributeDefinition,
  at: ValuePlace,
): JsonValue | undefined {
  if (!attribute.multiValued) return readOneValue(sent, attribute, at);
  const elements = readList(sent, at).flatMap((element, index) => {
    const read = readOneValue(element, attribute, inside(at, `[${index}]`));
    const value = isJsonObject(read) ? mergeComplex(undefined, read) : read;
    return value === undefined ? [] : [value];
  });
  checkList(elements, attribute, at);
  return elements.length === 0 ? undefined : elements;
}

// OneLogin: some versions send emails as one object instead of a list.
function readList(sent: JsonValue, { label, profile }: ValuePlace): readonly JsonValue[] {
  if (isJsonArray(sent)) return sent;
  if (sent === null || (sent === '' && profile.emptyStringUnassigns)) return [];
  if (!profile.acceptSingleForMultiValued) throw wrongType(label, 'an array', sent);
  return [sent];
}

/** One value: that of a single-valued attribute or one element of a multi-valued one. As `readValue` otherwise. */
export function readOneValue(
  sent: JsonValue,
  attribute: AttributeDefinition,
  at: ValuePlace,
): JsonValue | undefined {
  if (attribute.type !== 'complex') return readScalar(sent, attribute, at);
  const value = at.profile.acceptManagerForms ? unwrap(sent) : sent;
  if (value === null || (value === '' && at.profile.emptyStringUnassigns)) return undefined;
  return isJsonObject(value)
    ? readComplex(value, attribute, at)
    : readBareValue(value, attribute, at);
}

// Entra: manager arrives as a list of one object.
function unwrap(sent: JsonValue): JsonValue {
  return isJsonArray(sent) && sent.length <= 1 ? (sent[0] ?? null) : sent;
}

// Entra: manager arrives as the bare id; others send plain e-mail addresses.
function readBareValue(
  sent: JsonValue,
  { subAttributes = [] }: AttributeDefinition,
  at: ValuePlace,
): JsonObject {
  const sub = findAttribute(subAttributes, 'value');
  if (sub === undefined || isJsonArray(sent) || !at.profile.acceptManagerForms) {
    throw wrongType(at.label, 'an object', sent);
  }
  return { value: readScalar(sent, sub, at) ?? null };
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
  at: ValuePlace,
): JsonObject | undefined {
  const subAttributes = attribute.subAttributes ?? [];
  const entries = Object.entries(sent).flatMap(([name, value]): [string, JsonValue][] => {
    const sub = findAttribute(subAttributes, name);
    if (sub === undefined) return readUnknown(name, value, at);
    if (sub.mutability === 'readOnly' || sub.name === '$ref') return [];
    return [[sub.name, readValue(value, sub, inside(at, `.${sub.name}`)) ?? null]];
  });
  const read = Object.fromEntries(entries);
  const reference = findAttribute(subAttributes, '$ref') && sent['$ref'];
  // The $ref beside a value is derived from it (RFC 7643 §2.4); alone, it names the value by its last segment.
  if (!Object.hasOwn(read, 'value') && typeof reference === 'string') {
    read['value'] = reference.split('/').at(-1) || null;
  }
  return read;
}

function readUnknown(name: string, value: JsonValue, at: ValuePlace): [string, JsonValue][] {
  switch (at.profile.unknownAttributes) {
    case 'ignore':
      return [];
    case 'reject':
      throw invalidSyntax(`${at.label} has no sub-attribute ${quote(name)}`);
    case 'store':
      return [[name, readFreeValue(value) ?? null]];
  }
}
