// What a tool answers: JSON as text, its secrets masked, and cut where it would fill the model's memory.
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { JsonValue } from '../../shared/scim/json.ts';
import { redactSecrets } from './redact.ts';

export interface AnswerOptions {
  /** Whether secrets are told. */
  readonly showSecrets: boolean;
}

const MAX_LENGTH = 100_000;

export function answerWith(value: unknown, { showSecrets }: AnswerOptions): CallToolResult {
  const json = value as JsonValue; // every answer of the admin API and of SCIM is JSON
  const text = JSON.stringify(showSecrets ? json : redactSecrets(json), null, 1);
  return { content: [{ type: 'text', text: cut(text) }] };
}

export function failWith(error: unknown): CallToolResult {
  const text = error instanceof Error ? error.message : 'The tool failed.';
  return { content: [{ type: 'text', text }], isError: true };
}

function cut(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  return `${text.slice(0, MAX_LENGTH)}\n… cut after ${MAX_LENGTH} of ${text.length} characters: ask for less, or for one of them.`;
}
