// Asking the target for one object: by a matching attribute, or by its id. What it answers is judged here.
import { isJsonArray, isJsonObject, textOf, type JsonObject } from '../../../shared/scim/json.ts';
import { match, readResource } from '../client/read-requests.ts';
import type { OnExchange, ScimClient } from '../client/scim-client.ts';
import type { ScimCall, ScimResourceType } from '../client/scim-call.ts';
import { INCOMPATIBLE, type FailedOutcome, type TargetFailure } from '../client/scim-outcome.ts';
import { member, readTargetPath } from '../client/target-path.ts';
import { showValue, type WireAttribute } from '../client/wire-value.ts';

export interface FoundResource {
  readonly id: string;
  readonly resource: JsonObject;
}

export type QueryResult =
  | { readonly kind: 'found'; readonly found: FoundResource }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly total: number }
  | { readonly kind: 'failed'; readonly failure: TargetFailure };

export interface TargetQuestion {
  readonly client: ScimClient;
  readonly onExchange: OnExchange;
  readonly type: ScimResourceType;
}

/** By one matching attribute. A target that ignores the filter must not get objects linked to the wrong resource. */
export async function matchByAttribute(
  question: TargetQuestion,
  { target, path, value }: WireAttribute,
): Promise<QueryResult> {
  const wanted = showValue(value) ?? '';
  const call = match(question.type, target, wanted);
  const result = await askList(question, call);
  if (result.kind !== 'found') return result;
  const held = showValue(readTargetPath(result.found.resource, path));
  if (held === null || held.toLowerCase() === wanted.toLowerCase()) return result;
  return incompatible(call, `a resource whose ${target} is another`);
}

export type ReferenceCheck = Exclude<QueryResult, { readonly kind: 'several' }>;

/** Whether the resource of that id has a reference: the question names its id, so that it alone may be the answer. */
export async function askReference(
  question: Pick<TargetQuestion, 'client' | 'onExchange'>,
  call: ScimCall,
  id: string,
): Promise<ReferenceCheck> {
  const result = await askList(question, call);
  if (result.kind === 'several') {
    const reason = `The target answered ${call.method} ${call.path}, which asks for ${id} alone, with ${result.total} resources: it ignores the filter.`;
    return { kind: 'failed', failure: { errorCode: MULTIPLE_ENTRIES, reason, status: 200 } };
  }
  if (result.kind === 'found' && result.found.id !== id) {
    return incompatible(call, `another resource than ${id}`);
  }
  return result;
}

const MULTIPLE_ENTRIES = 'SystemForCrossDomainIdentityManagementMultipleEntriesInResponse';

export async function askList(
  { client, onExchange }: Pick<TargetQuestion, 'client' | 'onExchange'>,
  call: ScimCall,
): Promise<QueryResult> {
  const outcome = await client.send(call, onExchange);
  if (outcome.kind !== 'ok') return { kind: 'failed', failure: outcome.failure };
  const list = readList(outcome.body ?? {});
  if (list === undefined) return incompatible(call, 'no ListResponse');
  const [first] = list;
  if (first === undefined) return { kind: 'none' };
  const total = Math.max(list.length, Number(member(outcome.body ?? {}, 'totalResults')) || 0);
  if (total > 1) return { kind: 'several', total };
  const found = readResourceOf(first);
  return found === undefined
    ? incompatible(call, 'a resource without an id')
    : { kind: 'found', found };
}

/** `none`: the target does not have it any more. */
export async function readById(question: TargetQuestion, id: string): Promise<QueryResult> {
  const { client, onExchange, type } = question;
  const call = readResource(type, id);
  const outcome = await client.send(call, onExchange);
  if (outcome.kind !== 'ok') {
    return isGone(outcome) ? { kind: 'none' } : { kind: 'failed', failure: outcome.failure };
  }
  const found = readResourceOf(outcome.body ?? {});
  if (found?.id !== id) return incompatible(call, 'a resource that has another id, or none');
  return { kind: 'found', found };
}

/** Only the status counts. */
export function isGone({ kind, status }: FailedOutcome): boolean {
  return kind !== 'network-error' && status === 404;
}

export function readResourceOf(resource: JsonObject): FoundResource | undefined {
  const id = textOf(member(resource, 'id'));
  return id === '' ? undefined : { id, resource };
}

/** Undefined where it is no ListResponse. One that is empty may leave its Resources out. */
export function readList(body: JsonObject): readonly JsonObject[] | undefined {
  const resources = member(body, 'Resources');
  if (resources === undefined) return member(body, 'totalResults') === 0 ? [] : undefined;
  return isJsonArray(resources) ? resources.filter(isJsonObject) : undefined;
}

function incompatible(
  { method, path }: ScimCall,
  found: string,
): Extract<QueryResult, { readonly kind: 'failed' }> {
  const reason = `The target answered ${method} ${path} with ${found}.`;
  return { kind: 'failed', failure: { errorCode: INCOMPATIBLE, reason, status: 200 } };
}
