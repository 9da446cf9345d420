// A simple value as sent, brought to the type its schema declares. @see RFC 7643 §2.3
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { foldCase } from '../fold-case.ts';
import type { AttributeDefinition, AttributeType } from '../schema/schema-types.ts';
import { invalidValue } from '../scim-error.ts';
import { kindOf, quote } from './check-json.ts';
import type { ValuePlace } from './value-place.ts';

const DATE_TIME = /^-?\d{4,}-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
const BASE64 = /^[A-Za-z0-9+/_\s-]*={0,2}\s*$/;
/** The characters of RFC 3986, with a scheme or without; a percent sign begins an encoded byte. */
const URI_REFERENCE = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-Fa-f]{2})+$/;

/**
 * The value in its declared type; undefined when null, or an empty string where the profile says so, unassigns it
 * (RFC 7643 §2.5). Throws `invalidValue`.
 */
export function readScalar(
  sent: JsonValue,
  attribute: AttributeDefinition,
  at: ValuePlace,
): string | number | boolean | undefined {
  const value = at.profile.acceptWrappedValues ? unwrap(sent) : sent;
  if (value === null || (value === '' && at.profile.emptyStringUnassigns)) return undefined;
  switch (attribute.type) {
    case 'boolean':
      return readBoolean(value, at);
    case 'integer':
    case 'decimal':
      return readNumber(value, attribute.type, at);
    default:
      return readText(value, attribute, at);
  }
}

// Entra: its 2017 PATCH form wraps each value, [{"$ref": null, "value": "Ada"}].
function unwrap(value: JsonValue): JsonValue {
  const only = isJsonArray(value) && value.length === 1 ? value[0] : undefined;
  const inner = isJsonObject(only) ? only['value'] : undefined;
  return inner ?? value;
}

// Entra: booleans arrive as "True" and "False" unless the tenant URL carries aadOptscim062020.
function readBoolean(value: JsonValue, { label, profile }: ValuePlace): boolean {
  if (typeof value === 'boolean') return value;
  const isTolerated = profile.acceptStringBooleans && typeof value === 'string';
  const text = isTolerated ? value.toLowerCase() : '';
  if (text === 'true') return true;
  if (text === 'false') return false;
  throw wrongType(label, 'a boolean', value);
}

function readNumber(value: JsonValue, type: 'integer' | 'decimal', { label }: ValuePlace): number {
  const fits = type === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (typeof value !== 'number' || !fits) throw wrongType(label, wanted(type), value);
  return value;
}

function readText(value: JsonValue, attribute: AttributeDefinition, at: ValuePlace): string {
  const { type } = attribute;
  const { label, profile } = at;
  if (typeof value !== 'string') throw wrongType(label, wanted(type), value);
  if (type === 'dateTime' && !isDateTime(value)) {
    throw invalidValue(`${label} must be a dateTime such as 2026-01-05T10:00:00Z`);
  }
  if (type === 'binary' && !BASE64.test(value)) throw invalidValue(`${label} must be base64 text`);
  if (type === 'reference' && !profile.acceptLooseReferences && !URI_REFERENCE.test(value)) {
    throw invalidValue(`${label} must be a URI, absolute or relative to the base URL`);
  }
  if (profile.canonicalValues === 'enforce') checkCanonical(value, attribute, label);
  return value;
}

/** A date that the calendar has: JavaScript takes 30 February for the second of March. */
function isDateTime(text: string): boolean {
  const [, month, day] = DATE_TIME.exec(text) ?? [];
  if (month === undefined || Number.isNaN(Date.parse(text))) return false;
  const date = new Date(`${text.slice(0, text.indexOf('T'))}T00:00:00Z`);
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

/** Canonical values have no case unless the attribute says so. @see RFC 7643 §2.4 */
function checkCanonical(value: string, attribute: AttributeDefinition, label: string): void {
  const { canonicalValues, caseExact } = attribute;
  const fold = caseExact ? (text: string) => text : foldCase;
  if (canonicalValues === undefined) return;
  if (canonicalValues.some((known) => fold(known) === fold(value))) return;
  const list = canonicalValues.join(', ');
  throw invalidValue(`${label} ${quote(value)} is none of the canonical values ${list}`);
}

function wanted(type: AttributeType): string {
  if (type === 'integer') return 'an integer';
  if (type === 'decimal') return 'a decimal number';
  return type === 'string' ? 'a string' : `a ${type} string`;
}

export function wrongType(label: string, expected: string, found: JsonValue) {
  return invalidValue(`${label} must be ${expected}, not ${kindOf(found)}`);
}
