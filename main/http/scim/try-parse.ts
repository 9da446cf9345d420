// JSON in what was received, for who looks into it beside the routes.
import type { JsonValue } from '../../../shared/scim/json.ts';
import { findJsonFault } from './find-json-fault.ts';
import { MAX_DEPTH } from './parse-body.ts';

/** Only JSON that the routes would have taken: anything deeper is not looked into. */
export function tryParse(text: string): JsonValue | undefined {
  if (text.trim() === '' || findJsonFault(text, MAX_DEPTH) !== undefined) return undefined;
  return JSON.parse(text) as JsonValue; // JSON.parse yields exactly that
}
