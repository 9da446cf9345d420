// A simple value as sent, brought to the type its schema declares. @see RFC 7643 §2.3
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import type { AttributeType } from '../schema/schema-types.ts';
import { invalidValue } from '../scim-error.ts';
import { kindOf } from './check-json.ts';

const DATE_TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
const BASE64 = /^[A-Za-z0-9+/_\s-]*={0,2}\s*$/;

/**
 * The value in its declared type; undefined when null or an empty string unassigns it (RFC 7643 §2.5).
 * `place` names the attribute path in errors. Throws `invalidValue`.
 */
export function readScalar(
  sent: JsonValue,
  type: AttributeType,
  place: string,
): string | number | boolean | undefined {
  const value = unwrap(sent);
  if (value === null || value === '') return undefined;
  if (type === 'boolean') return readBoolean(value, place);
  if (type === 'integer' || type === 'decimal') return readNumber(value, type, place);
  if (typeof value !== 'string') throw wrongType(place, wanted(type), value);
  if (type === 'dateTime' && !(DATE_TIME.test(value) && !Number.isNaN(Date.parse(value)))) {
    throw invalidValue(`${place} must be a dateTime such as 2026-01-05T10:00:00Z`);
  }
  if (type === 'binary' && !BASE64.test(value)) throw invalidValue(`${place} must be base64 text`);
  return value;
}

// Entra: its 2017 PATCH form wraps each value, [{"$ref": null, "value": "Ada"}].
function unwrap(value: JsonValue): JsonValue {
  const only = isJsonArray(value) && value.length === 1 ? value[0] : undefined;
  const inner = isJsonObject(only) ? only['value'] : undefined;
  return inner ?? value;
}

// Entra: booleans arrive as "True" and "False" unless the tenant URL carries aadOptscim062020.
function readBoolean(value: JsonValue, place: string): boolean {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  if (text === 'true') return true;
  if (text === 'false') return false;
  throw wrongType(place, 'a boolean', value);
}

function readNumber(value: JsonValue, type: 'integer' | 'decimal', place: string): number {
  const fits = type === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (typeof value !== 'number' || !fits) throw wrongType(place, wanted(type), value);
  return value;
}

function wanted(type: AttributeType): string {
  if (type === 'integer') return 'an integer';
  if (type === 'decimal') return 'a decimal number';
  return type === 'string' ? 'a string' : `a ${type} string`;
}

export function wrongType(place: string, expected: string, found: JsonValue) {
  return invalidValue(`${place} must be ${expected}, not ${kindOf(found)}`);
}
