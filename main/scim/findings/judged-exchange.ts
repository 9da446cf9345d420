// What the rules judge: one exchange, whoever served it. Headers may be masked; bodies are whole or say that they are not.
import type { Effect, RecordedHeaders } from '../../../shared/admin/request-log.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import type { ResourceModel } from '../schema/schema-types.ts';

export interface JudgedBody {
  readonly text: string;
  /** What the text says; undefined when it is no JSON. */
  readonly json: JsonValue | undefined;
  /** The text is not the whole of what was sent. */
  readonly isTruncated: boolean;
}

/** Whether it is whole and says something, and that is no JSON. */
export function isNotJson({ text, json, isTruncated }: JudgedBody): boolean {
  return !isTruncated && text.trim() !== '' && json === undefined;
}

export interface JudgedExchange {
  readonly method: string;
  /** As received, with the tenant's base, without the query. */
  readonly rawPath: string;
  /** As received, without `?`. */
  readonly rawQuery: string;
  /** Below the tenant's base, such as `/Users/2f9`; null outside of every tenant. */
  readonly path: string | null;
  /** Decoded once, in order. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly requestHeaders: RecordedHeaders;
  readonly requestBody: JudgedBody;
  /** 0: none was sent. */
  readonly status: number;
  readonly durationMs: number;
  readonly responseHeaders: RecordedHeaders;
  readonly responseBody: JudgedBody;
  /** The resource types of the service provider, as far as they are known. */
  readonly models: readonly ResourceModel[];
  /** What changed; left out where the service provider is not ours, and nobody knows. */
  readonly effects?: readonly Effect[];
}
