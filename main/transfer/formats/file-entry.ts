// What a file of resources comes down to, whatever its format: one resource after the other, each with its line.
import type { JsonObject } from '../../../shared/scim/json.ts';

export type FileEntry =
  | { readonly line: number; readonly resource: JsonObject }
  /** A line that is no resource, or a notice about the file; the rest goes on. */
  | {
      readonly line: number;
      readonly attribute?: string;
      readonly problem: string;
      readonly isNotice?: boolean;
    };

/** A file that cannot be read on. Its message is a sentence for the user. */
export function fileFault(line: number, sentence: string): Error {
  return Object.assign(new Error(`Line ${line}: ${sentence}`), { name: 'FileFault' });
}

/** Why a job cannot go on, in a sentence for the user, where it is not the file's fault. */
export function jobFault(sentence: string): Error {
  return Object.assign(new Error(sentence), { name: 'FileFault' });
}

export function isFileFault(error: unknown): error is Error {
  return error instanceof Error && error.name === 'FileFault';
}

/** Characters of one resource: a group of 100,000 members has some 10 million. */
export const MAX_ELEMENT_LENGTH = 64_000_000;

/** Bytes as text; a byte order mark is left out, and broken UTF-8 becomes U+FFFD. */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

export function readElement(line: number, text: string): FileEntry {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return { line, resource: value };
    return { line, problem: 'is not a JSON object' };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { line, problem: `is not JSON: ${error.message}` };
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
