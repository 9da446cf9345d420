// Handlers of Compose. @see shared/admin/compose-routes.ts
import type { ComposedRequest, SentAnswer } from '../../../shared/admin/compose.ts';
import { isLoopback } from '../../../shared/compose/is-loopback.ts';
import { findHeader, type HeaderPair } from '../../../shared/export/outgoing-request.ts';
import { APP_HEADER } from '../../scim/meaning/guess-source.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { watchForEntry } from './find-own-entry.ts';
import { describeConnection, requireTenant } from './find-tenant.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { sendHttp } from './send-http.ts';

export function composeHandlers(dependencies: AdminAppDependencies) {
  const { store, clock } = dependencies;
  const saved = store.composedRequests;
  const now = () => clock.now().toISOString();
  return {
    async sendComposed({ body: { request, allowRemote } }) {
      const target = resolveTarget(dependencies, request);
      if (!allowRemote && !isLoopback(target.url)) throw remoteHost(target.url);
      const at = now();
      const answer = await send(dependencies, request, target);
      const isAnswered = answer.kind === 'answered';
      const status = isAnswered ? answer.status : null;
      const requestId = isAnswered ? answer.requestId : null;
      saved.noteSent({ at, request, status, durationMs: answer.durationMs, requestId });
      return answer;
    },
    listComposeHistory: () => ({ entries: saved.listSent() }),
    clearComposeHistory() {
      saved.clearSent();
      return {};
    },
    listSavedRequests: () => ({ requests: saved.listSaved() }),
    createSavedRequest: ({ body }) => saved.save(body, now()),
    updateSavedRequest({ params, body }) {
      const replaced = saved.replace(params.id, body, now());
      if (replaced === undefined) throw noSuchRequest(params.id);
      return replaced;
    },
    deleteSavedRequest({ params }) {
      if (!saved.remove(params.id)) throw noSuchRequest(params.id);
      return {};
    },
  } satisfies Partial<AdminHandlers>;
}

function noSuchRequest(id: number): Error {
  return adminFailure('not-found', `There is no saved request ${id}.`);
}

function remoteHost(url: string): Error {
  const { host } = new URL(url);
  return adminFailure(
    'bad-request',
    `${host} is not this machine. Send with allowRemote where that is meant.`,
  );
}

interface Target {
  readonly url: string;
  readonly token: string | null;
}

function resolveTarget(
  dependencies: AdminAppDependencies,
  { target, path }: ComposedRequest,
): Target {
  if (target.kind === 'url') {
    return { url: target.baseUrl.replace(/\/+$/, '') + path, token: target.token };
  }
  const tenant = requireTenant(dependencies, target.tenant);
  const { localTenantUrl, secretToken } = describeConnection(dependencies, tenant);
  return { url: localTenantUrl + path, token: secretToken };
}

async function send(
  dependencies: AdminAppDependencies,
  { method, headers, body }: ComposedRequest,
  { url, token }: Target,
): Promise<SentAnswer> {
  const { clock, newId, serving } = dependencies;
  const isOurs = new URL(url).origin === serving.origin();
  const mark = `compose ${newId()}`;
  const watch = isOurs ? watchForEntry(dependencies, mark) : undefined;
  const startedMs = clock.monotonicMs();
  const outcome = await sendHttp(
    {
      method,
      url,
      body,
      headers: [
        ...authorize(headers, token),
        ...headers,
        ...(isOurs ? [[APP_HEADER, mark] as const] : []),
      ],
    },
    dependencies.trust,
  );
  const durationMs = clock.monotonicMs() - startedMs;
  const requestId = watch?.find() ?? null;
  if (outcome.kind === 'failed') return { ...outcome, url, durationMs };
  return { ...outcome, url, durationMs, requestId };
}

function authorize(headers: readonly HeaderPair[], token: string | null): readonly HeaderPair[] {
  const isGiven = findHeader(headers, 'authorization') !== undefined;
  return isGiven || token === null || token === '' ? [] : [['Authorization', `Bearer ${token}`]];
}
