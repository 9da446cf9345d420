// Handlers that send logged requests once more. @see shared/admin/replay.ts
import type { ReplayResult } from '../../../shared/admin/replay.ts';
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { toOutgoing } from '../../../shared/export/outgoing-request.ts';
import { APP_HEADER } from '../../scim/meaning/guess-source.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { watchForEntry } from './find-own-entry.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { sendHttp } from './send-http.ts';

export function replayHandlers(dependencies: AdminAppDependencies) {
  return {
    replayRequest: ({ params }) => replay(dependencies, requireRequest(dependencies, params.id)),
    async replayRequests({ body: { ids, stopAtFailure } }) {
      const requests = ids.map((id) => requireRequest(dependencies, id));
      const results: ReplayResult[] = [];
      for (const request of requests) {
        const result = await replay(dependencies, request);
        results.push(result);
        if (stopAtFailure && result.isFailure) break;
      }
      return { results, left: requests.length - results.length };
    },
  } satisfies Partial<AdminHandlers>;
}

function requireRequest({ store }: AdminAppDependencies, id: number): RequestDetails {
  const request = store.requestLog.get(id);
  if (request === undefined) {
    throw adminFailure('not-found', `The request log has no request ${id}.`);
  }
  return request;
}

async function replay(
  dependencies: AdminAppDependencies,
  request: RequestDetails,
): Promise<ReplayResult> {
  const { clock, newId, serving } = dependencies;
  const { id, status: loggedStatus } = request;
  const untold = { id, requestId: null, loggedStatus, status: null, durationMs: 0 };
  if (request.requestBody.truncated) {
    const reason = 'Its body was cut at the recording limit, so it cannot be sent as it was.';
    return { ...untold, isFailure: true, reason };
  }
  const mark = `replay ${id} ${newId()}`;
  const watch = watchForEntry(dependencies, mark);
  const startedMs = clock.monotonicMs();
  const { method, url, headers, body } = toOutgoing(request, { origin: serving.origin() });
  const outcome = await sendHttp(
    {
      method,
      url,
      body,
      headers: [...authorize(dependencies, request), ...headers, [APP_HEADER, mark]],
    },
    dependencies.trust,
  );
  const durationMs = clock.monotonicMs() - startedMs;
  const requestId = watch.find();
  if (outcome.kind === 'failed') {
    return { ...untold, durationMs, requestId, isFailure: true, reason: outcome.reason };
  }
  const { status } = outcome;
  const isFailure = status >= 400 && status !== loggedStatus;
  return { id, requestId, loggedStatus, status, durationMs, isFailure, reason: null };
}

/** The log has no tokens. What was turned away for its token is turned away again. */
function authorize({ store }: AdminAppDependencies, request: RequestDetails) {
  const { authorization } = toOutgoing(request, { origin: '' });
  if (authorization === null) return [];
  const own = request.tenant === null ? undefined : store.tenants.find(request.tenant)?.secretToken;
  const token = request.operation === 'rejected-token' ? 'replayed-wrong-token' : (own ?? 'none');
  return [['Authorization', `${authorization.scheme} ${token}`] as const];
}
