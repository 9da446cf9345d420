// JSON that came as text: parsed when it is JSON, and any JSON value as one line.
import type { JsonValue } from '../../shared/scim/json.ts';

/** The value, or undefined when the text is not JSON. */
export function parseJson(text: string): JsonValue | undefined {
  try {
    // JSON.parse yields nothing but JSON values.
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** A value for a table cell: strings bare, the rest as JSON. */
export function formatValue(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
}
