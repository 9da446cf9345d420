// One simple value against the type that the schema gives it. @see RFC 7643 §2.3
import { isJsonArray, isJsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { parseInstant } from '../parse-instant.ts';
import type { AttributeDefinition, AttributeType } from '../schema/schema-types.ts';
import { observe, type Inspection } from './observation.ts';
import { showOf, showValue } from './show-value.ts';

interface ScalarValue {
  readonly attribute: AttributeDefinition;
  readonly value: JsonValue;
}

const WANTED: Readonly<Record<AttributeType, string>> = {
  string: 'text',
  boolean: 'true or false',
  decimal: 'a number',
  integer: 'a whole number',
  dateTime: 'a date such as 2026-01-05T10:00:00Z',
  reference: 'a URL as text',
  binary: 'base64 text',
  complex: 'an object',
};

export function inspectScalar(to: Inspection, given: ScalarValue, path: string): void {
  const { attribute, value } = given;
  if (value === '') {
    return observe(to, 'empty-text', { message: `${attribute.name} is empty text`, path });
  }
  if (attribute.type === 'boolean' && isBooleanText(value)) {
    const message = `${attribute.name} is ${showOf(attribute, value)}, text where a boolean belongs`;
    return observe(to, 'string-boolean', { message, path });
  }
  if (!fits(attribute.type, value)) return inspectMisfit(to, given, path);
  if (typeof value !== 'string') return;
  if (attribute.role === 'userName' && value.trim() !== value) {
    const message = `userName ${showValue(value)} begins or ends with a space`;
    observe(to, 'user-name-padding', { message, path });
  }
}

function inspectMisfit(to: Inspection, { attribute, value }: ScalarValue, path: string): void {
  const [only, ...others] = isJsonArray(value) ? value : [value];
  if (isJsonArray(value) && others.length === 0 && isJsonObject(only) && 'value' in only) {
    const message = `${attribute.name} is wrapped, ${showOf(attribute, value)}`;
    return observe(to, 'wrapped-value', { message, path });
  }
  const wanted = WANTED[attribute.type];
  const message = `${attribute.name} is ${showOf(attribute, value)}, where ${wanted} belongs`;
  observe(to, 'wrong-type', { message, path });
}

function isBooleanText(value: JsonValue): boolean {
  return typeof value === 'string' && /^(?:true|false)$/i.test(value);
}

function fits(type: AttributeType, value: JsonValue): boolean {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value);
    case 'decimal':
      return typeof value === 'number';
    case 'dateTime':
      return typeof value === 'string' && parseInstant(value) !== undefined;
    default:
      return typeof value === 'string';
  }
}
