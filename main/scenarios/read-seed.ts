// A resource that was there before the requests that are recorded, as the first of them shows it: so that a scenario can make it.
import type { RequestDetails } from '../../shared/admin/request-log.ts';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../shared/scim/json.ts';

export interface ResourceSeed {
  readonly id: string;
  readonly name: string;
  /** Its resource without what the provider gives. */
  readonly body: JsonObject;
}

/** Members are ids of others, and a secret is not to be written. */
const LEFT_OUT = new Set(['id', 'meta', 'groups', 'members', 'password']);

/** Undefined where the request does not show it whole. */
export function readSeed({
  resourceId,
  effects,
  method,
  responseBody,
}: RequestDetails): ResourceSeed | undefined {
  const effect = effects.find((each) => each.resourceId === resourceId);
  const shown = effect?.before ?? (method === 'GET' ? readObject(responseBody.text) : undefined);
  if (resourceId === null || shown?.['id'] !== resourceId) return undefined;
  const name = shown['userName'] ?? shown['displayName'];
  if (typeof name !== 'string' || !isJsonArray(shown['schemas'] ?? null)) return undefined;
  const members = Object.entries(shown).filter(([key]) => !LEFT_OUT.has(key));
  return { id: resourceId, name, body: Object.fromEntries(members) };
}

function readObject(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as JsonValue; // JSON.parse yields exactly that
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined; // cut at the recording limit
  }
}
