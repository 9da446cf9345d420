// A SCIM client of the plainest kind, for tests that play the provisioning service themselves: what is given goes out,
// what comes is told. Nothing is retried, and no status is an error.
import type { JsonObject, JsonValue } from '../../shared/scim/json.ts';

export interface ScimAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the body; undefined when there is none. */
  readonly body: JsonObject | undefined;
  readonly text: string;
}

export interface ScimClient {
  /** `path` below the tenant URL, such as `/Users?count=1`. */
  readonly request: (method: string, path: string, content?: ScimContent) => Promise<ScimAnswer>;
}

export interface ScimContent {
  readonly body?: JsonValue;
  /** Beside those of the client, or instead. */
  readonly headers?: Readonly<Record<string, string>>;
}

export function createScimClient(tenantUrl: string, token: string): ScimClient {
  return {
    async request(method, path, { body, headers = {} } = {}) {
      const answer = await fetch(tenantUrl + path, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          Accept: 'application/scim+json',
          ...(body !== undefined && { 'Content-Type': 'application/scim+json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, body: readObject(text), text };
    },
  };
}

function readObject(text: string): JsonObject | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as JsonObject; // it begins with a brace
  } catch {
    return undefined; // a broken body is one of the answers that can be queued
  }
}
