// What a recorded exchange tells, and what it is said to have meant. Shared by the files of this folder.
// Meaning is read from the request (what the SCIM client wanted) and told with what came of it (effects, answer):
// a refused request keeps its operation, because "Create user … refused" is what somebody looks for.
import type { Effect, Operation } from '../../../shared/admin/request-log.ts';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';
import type { TokenProblem } from '../token-problem.ts';

export interface ExchangeFacts {
  readonly method: string;
  /** Relative to the tenant's SCIM base, such as `/Users/2f9`; null when the path lies outside every base. */
  readonly path: string | null;
  /** Decoded once, in order. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** undefined when there was none, or when it is not JSON. */
  readonly requestBody: JsonValue | undefined;
  readonly requestBytes: number;
  /** 0 when the peer went away before the answer. */
  readonly status: number;
  readonly scimType: string | null;
  readonly errorDetail: string | null;
  /** Why it was answered with 401, where that is known. */
  readonly tokenProblem?: TokenProblem | null;
  /** Whether it was left without an answer on purpose: its tenant is stopped. */
  readonly isCut?: boolean;
  /** Whether it went to the token endpoint, which lies outside every base. */
  readonly isTokenRequest?: boolean;
  readonly responseBody: JsonValue | undefined;
  readonly effects: readonly Effect[];
  /** The tenant's own, beside User and Group. */
  readonly resourceTypes?: readonly { readonly name: string; readonly endpoint: string }[];
  /** userName or displayName of a stored resource, so that sentences name people rather than ids. */
  readonly findName?: (id: string) => string | null;
}

export interface Meaning {
  readonly operation: Operation;
  readonly sentence: string;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly resourceName: string | null;
}

/** What the SCIM client wanted: `action` alone reads as a sentence, `detail` is added when it went well. */
export interface Intent {
  readonly operation: Operation;
  readonly action: string;
  readonly detail?: string;
  /** Left out: the resource that the path names. */
  readonly resource?: ResourceFacts;
}

export interface ResourceFacts {
  readonly resourceId: string | null;
  readonly resourceName: string | null;
}

/** Name of a resource type: User, Group, or one of the tenant's own. */
export type ResourceKind = string;

/** The resource that the path names, with the best name for it: of the effect, the answer, or the store. */
export function readResource(facts: ExchangeFacts, id: string): ResourceFacts {
  const effect = facts.effects.find((candidate) => candidate.resourceId === id);
  const name =
    effect?.resourceName ??
    (isSuccess(facts) ? nameOf(facts.responseBody) : null) ??
    facts.findName?.(id) ??
    null;
  return { resourceId: id, resourceName: name };
}

/** `ada@contoso.test` where the name is known, else `user 2f9`. */
export function subject(kind: ResourceKind, { resourceId, resourceName }: ResourceFacts): string {
  if (resourceName !== null) return resourceName;
  return resourceId === null ? noun(kind) : `${noun(kind)} ${resourceId}`;
}

export function noun(kind: ResourceKind): string {
  return kind === 'User' || kind === 'Group' ? kind.toLowerCase() : kind;
}

/** userName or displayName of a resource. */
export function nameOf(value: JsonValue | undefined): string | null {
  return textMember(value, 'userName') ?? textMember(value, 'displayName');
}

/** The member of an object when it is a text that is not empty; its name is compared without case. */
export function textMember(value: JsonValue | undefined, name: string): string | null {
  const member = isJsonObject(value) ? memberOf(value, name) : undefined;
  return typeof member === 'string' && member !== '' ? member : null;
}

/** The elements of a member that is an array; empty for anything else. */
export function listMember(value: JsonValue | undefined, name: string): readonly JsonValue[] {
  const member = isJsonObject(value) ? memberOf(value, name) : undefined;
  return isJsonArray(member) ? member : [];
}

/** A member of an object by its name without case. @see RFC 7643 §2.1 */
export function memberOf(object: JsonObject, name: string): JsonValue | undefined {
  if (Object.hasOwn(object, name)) return object[name];
  const folded = name.toLowerCase();
  return Object.entries(object).find(([key]) => key.toLowerCase() === folded)?.[1];
}

export function isSuccess({ status }: ExchangeFacts): boolean {
  return status >= 200 && status < 300;
}

/** Of a request with status 0. */
export function tellUnanswered({ isCut = false }: ExchangeFacts): string {
  return isCut ? 'not answered, the tenant is stopped' : 'peer went away before the answer';
}

/** `displayName, title and 3 more`. */
export function enumerate(words: readonly string[], limit = 4): string {
  const unique = [...new Set(words)];
  if (unique.length <= limit) return unique.join(', ');
  return `${unique.slice(0, limit - 1).join(', ')} and ${unique.length - limit + 1} more`;
}
