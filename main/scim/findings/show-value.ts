// Values in messages: enough to recognise them, never the whole of a long one.
import type { JsonValue } from '../../../shared/scim/json.ts';
import type { AttributeDefinition } from '../schema/schema-types.ts';

const MAX_LENGTH = 100;

/** `"False"`, `42`, `{"value":"2f9…`. */
export function showValue(value: JsonValue | undefined): string {
  if (typeof value === 'string') return `"${cut(value)}"`;
  if (typeof value === 'object' && value !== null) return cut(JSON.stringify(value).slice(0, 200));
  return String(value);
}

/** The value of an attribute; what is never returned, or has such a part, is not quoted. */
export function showOf(attribute: AttributeDefinition, value: JsonValue | undefined): string {
  return isSecret(attribute) ? 'something else' : showValue(value);
}

/** @see RFC 7643 §7, returned */
export function isSecret({ returned, subAttributes = [] }: AttributeDefinition): boolean {
  return returned === 'never' || subAttributes.some(isSecret);
}

/** `a, b and 3 more`. */
export function showList(words: readonly string[]): string {
  const unique = [...new Set(words)];
  if (unique.length <= 3) return unique.map(cut).join(', ');
  return `${unique.slice(0, 3).map(cut).join(', ')} and ${unique.length - 3} more`;
}

function cut(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
