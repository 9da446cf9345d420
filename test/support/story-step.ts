// One request of a scripted story: what is sent, what comes back, what is stored then, and what the request log says.
// `{ada}` in a path, query, body, claim or sentence stands for the id that an earlier step kept under that name.
import type { Operation } from '../../shared/admin/request-log.ts';
import type { JsonObject } from '../../shared/scim/json.ts';

export interface StoryStep {
  readonly title: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the tenant URL. */
  readonly path: string;
  /** As on the wire. */
  readonly query?: string;
  readonly body?: JsonObject;
  readonly status: number;
  readonly keepIdAs?: string;
  readonly state?: StateClaim;
  readonly operation: Operation;
  readonly sentence: string;
}

/** A resource as read back after the step. */
export interface StateClaim {
  readonly get: string;
  /** 200 when left out. */
  readonly status?: number;
  readonly has?: JsonObject;
  /** Paths, their steps parted by `|`. */
  readonly lacks?: readonly string[];
}

/** The flag that turns on the behaviour that follows the RFC, as it comes back from the tenant URL. */
export const FLAG = 'aadOptscim062020';

/** Entra: spaces as `+`, quotes as `%22`. */
export function filterQuery(filter: string): string {
  const encoded = encodeURIComponent(filter).replaceAll('%20', '+');
  return `filter=${encoded.replaceAll('%7B', '{').replaceAll('%7D', '}')}`;
}

export function patchBody(...operations: readonly JsonObject[]): JsonObject {
  return { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations };
}
