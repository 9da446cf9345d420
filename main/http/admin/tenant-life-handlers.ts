// The list of tenants. @see shared/admin/tenant-life.ts
import type { LiveEvent } from '../../../shared/live-event.ts';
import { DEFAULT_TENANT_SLUG } from '../../../shared/tenant-path.ts';
import { newSecretToken } from '../../base/ids.ts';
import {
  copyTenant,
  createTenant,
  deleteTenant,
  emptyTenant,
  renameTenant,
  type TenantOutcome,
} from '../../provider/tenant-life.ts';
import type { TenantRecord } from '../../store/open-store.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describeTenant, requireTenant } from './find-tenant.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { takeBefore } from './snapshot-handlers.ts';

type Action = Extract<LiveEvent, { type: 'tenants-changed' }>['data']['action'];

export function tenantLifeHandlers(dependencies: AdminAppDependencies) {
  const { store, feed, jobs } = dependencies;

  function announce(tenant: string, action: Action): void {
    feed.publish({ type: 'tenants-changed', data: { tenant, action } });
  }

  function finish(outcome: TenantOutcome, action: Action) {
    const tenant = requireDone(outcome);
    announce(tenant.slug, action);
    return describeTenant(dependencies, tenant);
  }

  return {
    listTenants: () => ({
      tenants: store.tenants.list().map((tenant) => describeTenant(dependencies, tenant)),
    }),
    createTenant: ({ body }) => finish(createTenant(store, body, newSecretToken()), 'created'),
    copyTenant({ params, body }) {
      const original = requireTenant(dependencies, params.tenant);
      const copy = { ...body, secretToken: newSecretToken() };
      return finish(copyTenant(store, original, copy), 'created');
    },
    renameTenant({ params, body: { slug, name } }) {
      const tenant = requireTenant(dependencies, params.tenant);
      const change = { ...(slug && { slug }), ...(name && { name }) };
      return finish(renameTenant(store, tenant, change), 'renamed');
    },
    emptyTenant({ params, body: { snapshot, ...what } }) {
      const tenant = requireTenant(dependencies, params.tenant);
      const before = snapshot ? takeBefore(store, `emptying ${tenant.name}`) : null;
      const removed = emptyTenant(store, tenant, what);
      announceCleared(tenant.slug, removed.requests);
      announce(tenant.slug, 'emptied');
      return { ...removed, before };
    },
    async deleteTenant({ params, query: { snapshot } }) {
      await cancelJobsOf(requireTenant(dependencies, params.tenant));
      const tenant = requireTenant(dependencies, params.tenant);
      const isTaken = snapshot && tenant.slug !== DEFAULT_TENANT_SLUG;
      const before = isTaken ? takeBefore(store, `deleting ${tenant.name}`) : null;
      const removed = deleteTenant(store, tenant);
      if (removed === undefined) {
        throw adminFailure('conflict', 'The default tenant can be emptied, but not deleted.');
      }
      announceCleared(tenant.slug, removed.requests);
      announce(tenant.slug, 'deleted');
      return { ...removed, before };
    },
  } satisfies Partial<AdminHandlers>;

  /** A job keeps what it knew of the tenant when it began. */
  async function cancelJobsOf({ slug }: TenantRecord): Promise<void> {
    const running = jobs.list().filter(({ tenant }) => tenant === slug);
    for (const { id } of running) await jobs.cancel(id);
  }

  function announceCleared(tenant: string, requests: number): void {
    if (requests > 0) feed.publish({ type: 'requests-cleared', data: { tenant } });
  }
}

function requireDone(outcome: TenantOutcome): TenantRecord {
  if (outcome.kind === 'done') return outcome.tenant;
  throw adminFailure('conflict', outcome.reason);
}
