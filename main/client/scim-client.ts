// A SCIM client of the plainest kind, for tests that play the provisioning service themselves: what is given goes out,
// what comes is told. Nothing is retried, and no status is an error.
import { askHttp } from '../base/ask-http.ts';
import { createTrust } from '../base/trust.ts';
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

export interface ScimAccess {
  readonly tenantUrl: string;
  readonly token: string;
  /** In PEM, what verifies a server beside the roots of Node; null: nothing. */
  readonly certificate: string | null;
}

export function createScimClient({ tenantUrl, token, certificate }: ScimAccess): ScimClient {
  const trust = createTrust(certificate === null ? [] : [certificate]);
  return {
    async request(method, path, { body, headers = {} } = {}) {
      const answer = await askHttp(tenantUrl + path, {
        method,
        trust,
        headers: {
          Authorization: `Bearer ${token}`,
          Accept: 'application/scim+json',
          ...(body !== undefined && { 'Content-Type': 'application/scim+json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { ...answer, body: readObject(answer.text) };
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
