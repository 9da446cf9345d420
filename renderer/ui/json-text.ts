// JSON that came as text: parsed when it is JSON, and any JSON value as one line.
import { isJsonObject, type JsonValue } from '../../shared/scim/json.ts';

/** The value, or undefined when the text is not JSON. */
export function parseJson(text: string): JsonValue | undefined {
  try {
    // JSON.parse yields nothing but JSON values.
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** A value for a table cell: strings bare, a list one item a line, an object as `name: value` pairs. */
export function formatValue(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(formatItem).join('\n');
  return formatItem(value);
}

function formatItem(item: JsonValue): string {
  if (typeof item === 'string') return item;
  if (!isJsonObject(item)) return JSON.stringify(item);
  return Object.entries(item)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

/** The URN in front of an attribute path, and the attribute itself. */
export function splitPath(path: string): { readonly urn: string; readonly attribute: string } {
  const end = path.toLowerCase().startsWith('urn:') ? path.lastIndexOf(':') + 1 : 0;
  return { urn: path.slice(0, end), attribute: path.slice(end) };
}
