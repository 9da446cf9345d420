// What tests ask for: requests counted, found and waited for, answers queued, a fresh start.
// @see shared/admin/verification.ts
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import type {
  QueuedResponseOrder,
  ResetOrder,
  ResetOutcome,
  SetUpOrder,
} from '../../../shared/admin/verification.ts';
import { newSecretToken } from '../../base/ids.ts';
import { asAdministrator } from '../../provider/administrator.ts';
import { modelsOf } from '../../provider/models-of.ts';
import { deleteTenant, emptyTenant } from '../../provider/tenant-life.ts';
import { findModelByName } from '../../scim/schema/resource-models.ts';
import type { TenantRecord } from '../../store/open-store.ts';
import { seedTenant } from '../../transfer/seed/seed-tenant.ts';
import { scanRequests } from '../../verify/scan-requests.ts';
import { setUpTenant, type SetUp } from '../../verify/set-up-tenant.ts';
import { waitForRequests } from '../../verify/wait-for-requests.ts';
import { waitForResources } from '../../verify/wait-for-resources.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describeConnection, describeTenant, requireTenant } from './find-tenant.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { takeBefore } from './snapshot-handlers.ts';
import { openTransfer } from './transfer-handlers.ts';

export function verificationHandlers(dependencies: AdminAppDependencies) {
  const { store, responseQueue } = dependencies;
  const lastId = () => store.requestLog.lastRequestId();
  const requireSlug = (slug: string) => requireTenant(dependencies, slug).slug;
  const requireId = (slug: string) => requireTenant(dependencies, slug).id;

  return {
    getRequestMark: ({ params }) => {
      requireSlug(params.tenant);
      return { lastId: lastId() };
    },
    async countRequests({ params, body }) {
      let count = 0;
      await scanRequests(dependencies, { tenant: requireSlug(params.tenant), ...body }, () => {
        count += 1;
        return 'go on';
      });
      return { count, lastId: lastId() };
    },
    async findRequests({ params, body: { limit, ...body } }) {
      const found: RequestSummary[] = [];
      await scanRequests(
        dependencies,
        { tenant: requireSlug(params.tenant), ...body },
        (request) => {
          found.push(request);
          return found.length < limit ? 'go on' : 'enough';
        },
      );
      const requests = found.flatMap(({ id }) => store.requestLog.get(id) ?? []);
      return { requests, lastId: lastId() };
    },
    waitForRequests: ({ params, body }) =>
      waitForRequests(dependencies, { tenant: requireSlug(params.tenant), ...body }),
    waitForResources: ({ params, body: { filter, count, timeoutMs } }) =>
      waitForResources(dependencies, {
        open: () => openResourceType(dependencies, params),
        tenant: requireSlug(params.tenant),
        filter,
        count,
        timeoutMs,
      }),
    queueResponse({ params, body }) {
      requireSendable(body);
      return responseQueue.add(requireId(params.tenant), body);
    },
    listQueuedResponses: ({ params }) => ({
      responses: [...responseQueue.list(requireId(params.tenant))],
    }),
    clearQueuedResponses: ({ params }) => ({
      cleared: responseQueue.clear(requireId(params.tenant)),
    }),
    resetTenant: ({ params, body }) => reset(dependencies, params.tenant, body),
    setUpTenant: ({ body }) => setUp(dependencies, body),
  } satisfies Partial<AdminHandlers>;
}

function openResourceType(
  dependencies: AdminAppDependencies,
  { tenant, resourceType }: { readonly tenant: string; readonly resourceType: string },
) {
  const context = openTransfer(dependencies, tenant);
  const model = findModelByName(context.models, resourceType);
  if (model !== undefined) return { context, model };
  throw adminFailure('not-found', `Tenant "${tenant}" has no resource type "${resourceType}".`);
}

/** @see RFC 9110 §6.4.1 */
function requireSendable({ status, body }: QueuedResponseOrder): void {
  if (status === undefined && body !== undefined) {
    throw adminFailure('bad-request', 'body.status: a body is sent with a status only.');
  }
  if ((status === 204 || status === 304) && body !== undefined) {
    throw adminFailure('bad-request', `body.body: an answer with status ${status} has no body.`);
  }
}

function reset(
  dependencies: AdminAppDependencies,
  slug: string,
  { responses, snapshot, ...emptied }: ResetOrder,
): ResetOutcome {
  const { store, responseQueue } = dependencies;
  const tenant = requireTenant(dependencies, slug);
  const before = snapshot ? takeBefore(store, `resetting ${tenant.name}`) : null;
  const removed = emptyTenant(store, tenant, emptied);
  announceReset(dependencies, tenant.slug, removed.requests);
  return { ...removed, before, responses: responses ? responseQueue.clear(tenant.id) : 0 };
}

function announceReset({ feed }: AdminAppDependencies, tenant: string, requests: number): void {
  if (requests > 0) feed.publish({ type: 'requests-cleared', data: { tenant } });
  feed.publish({ type: 'tenants-changed', data: { tenant, action: 'emptied' } });
}

async function setUp(dependencies: AdminAppDependencies, order: SetUpOrder) {
  const { store, feed } = dependencies;
  const { tenant, users, groups } = requireDone(setUpTenant(setUpContext(dependencies), order));
  if (order.seed !== undefined) await seed(dependencies, tenant, order.seed);
  feed.publish({ type: 'tenants-changed', data: { tenant: tenant.slug, action: 'created' } });
  return {
    tenant: describeTenant(dependencies, tenant),
    connection: describeConnection(dependencies, tenant),
    users,
    groups,
    lastId: store.requestLog.lastRequestId(),
  };
}

function requireDone(outcome: SetUp): Extract<SetUp, { kind: 'done' }> {
  if (outcome.kind === 'done') return outcome;
  throw adminFailure('conflict', outcome.reason);
}

function setUpContext(dependencies: AdminAppDependencies) {
  const { store, clock, newId } = dependencies;
  return {
    store,
    newSlug: () => `test-${newId().slice(0, 8)}`,
    newToken: newSecretToken,
    open(record: TenantRecord) {
      const tenant = asAdministrator(record);
      const models = modelsOf(store, tenant);
      const baseUrl = describeConnection(dependencies, record).tenantUrl;
      const reportEffect = () => undefined;
      return { store, tenant, models, clock, newId, baseUrl, requestId: null, reportEffect };
    },
  };
}

async function seed(
  dependencies: AdminAppDependencies,
  tenant: TenantRecord,
  preset: NonNullable<SetUpOrder['seed']>,
): Promise<void> {
  const { signal } = new AbortController();
  const control = { jobId: dependencies.newId(), signal, report: () => undefined };
  try {
    const order = { preset, seed: dependencies.store.settings.read()['simulator.seed'] };
    await seedTenant(openTransfer(dependencies, tenant.slug), order, control);
  } catch (error) {
    deleteTenant(dependencies.store, tenant);
    throw error;
  }
}
