// Carries out a request that was accepted for later, and tells its outcome by completion events: one, or for Bulk one
// for each operation. Their payload is what a BulkResponse says of an operation. @see RFC 9967 §2.5.1
import type { Effect } from '../../shared/admin/request-log.ts';
import type { JsonObject } from '../../shared/scim/json.ts';
import type { Clock } from '../base/clock.ts';
import type { NewId } from '../base/ids.ts';
import type { BulkMethod } from '../scim/bulk/read-bulk.ts';
import { ASYNC_RESPONSE_EVENT } from '../scim/events/event-uris.ts';
import { errorBody } from '../scim/error-body.ts';
import { ScimError } from '../scim/scim-error.ts';
import type { AsyncRequest } from '../store/async-requests.ts';
import type { Store } from '../store/open-store.ts';
import type { OperationContext } from './context.ts';
import { modelsOf } from './models-of.ts';
import { runBulk } from './perform-bulk.ts';
import { performWrite } from './perform-write.ts';

export interface CompletionDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Returns what was changed. Runs in the transaction of its caller. */
export function completeRequest(
  dependencies: CompletionDependencies,
  request: AsyncRequest,
): readonly Effect[] {
  const effects: Effect[] = [];
  const context = openContext(dependencies, request, effects);
  finish(dependencies, request, context === undefined ? [] : carryOut(context, request));
  return effects;
}

/** The outcome of a request that a fault of ours has ended. */
export function failRequest(dependencies: CompletionDependencies, request: AsyncRequest): void {
  const error = new ScimError({ status: 500, detail: 'The server failed at this request' });
  const response = errorBody(error, 'string');
  finish(dependencies, request, [{ method: request.method, status: '500', response }]);
}

function finish(
  { store, clock }: CompletionDependencies,
  request: AsyncRequest,
  outcomes: readonly JsonObject[],
): void {
  const { tenantId, txn, baseUrl } = request;
  for (const outcome of outcomes) {
    store.events.add({
      tenantId,
      at: clock.now().toISOString(),
      txn,
      claims: {
        iss: baseUrl,
        sub_id: subjectOf(request, outcome),
        events: { [ASYNC_RESPONSE_EVENT]: outcome },
      },
    });
  }
  store.asyncRequests.finish(request, outcomes);
}

function openContext(
  { store, clock, newId }: CompletionDependencies,
  { tenant: slug, baseUrl, requestId, txn, precondition }: AsyncRequest,
  effects: Effect[],
): OperationContext | undefined {
  const tenant = store.tenants.find(slug);
  if (tenant === undefined) return undefined;
  const { ifMatch, ifNoneMatch } = precondition;
  return {
    store,
    tenant,
    models: modelsOf(store, tenant),
    clock,
    newId,
    baseUrl,
    requestId,
    txn,
    precondition: {
      ifMatch: typeof ifMatch === 'string' ? ifMatch : undefined,
      ifNoneMatch: typeof ifNoneMatch === 'string' ? ifNoneMatch : undefined,
    },
    reportEffect: (effect) => void effects.push(effect),
  };
}

function carryOut(context: OperationContext, request: AsyncRequest): readonly JsonObject[] {
  const { method, path, body } = request;
  try {
    if (path === '/Bulk') return runBulk(context, body ?? null).map(({ told }) => told);
    const write = { method: method as BulkMethod, path, body }; // the route that accepted it takes these alone
    const { status, location, version } = performWrite(context, write);
    return [
      { method, location, ...(version !== undefined && { version }), status: String(status) },
    ];
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    const response = errorBody(error, context.tenant.profile.errorStatusType);
    return [{ method, status: String(error.status), response }];
  }
}

/** The resource where there is one, else the endpoint that was asked. */
function subjectOf({ baseUrl, path }: AsyncRequest, { location }: JsonObject): JsonObject {
  const isBelow = typeof location === 'string' && location.startsWith(`${baseUrl}/`);
  return { format: 'scim', uri: isBelow ? location.slice(baseUrl.length) : path };
}
