// JSON as text: a string as it is, anything else as it is written.
import type { JsonValue } from '../../shared/scim/json.ts';

export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
