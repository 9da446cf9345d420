// What Home shows: traffic, counts, first steps, and the made-up user that one of them creates.
// @see shared/admin/home-routes.ts
import { FirstStep } from '../../../shared/admin/first-steps.ts';
import type { Store, TenantRecord } from '../../store/open-store.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { requireTenant } from './find-tenant.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { sendSampleUser } from './send-sample-user.ts';

const DAY_MS = 24 * 60 * 60_000;

export function homeHandlers(dependencies: AdminAppDependencies) {
  const { store, clock } = dependencies;

  function readCounts({ id }: TenantRecord) {
    return store.counts(id, new Date(clock.now().getTime() - DAY_MS).toISOString());
  }

  return {
    getTraffic({ params, query }) {
      const { slug } = requireTenant(dependencies, params.tenant);
      return store.requestLog.traffic(slug, query.window, clock.now());
    },
    getCounts: ({ params }) => readCounts(requireTenant(dependencies, params.tenant)),
    getFirstSteps({ params }) {
      const tenant = requireTenant(dependencies, params.tenant);
      noteWhatIsThere(store, tenant);
      const done = store.firstSteps.list(tenant.id);
      return { steps: FirstStep.options.map((step) => ({ step, isDone: done.has(step) })) };
    },
    sendSampleUser: ({ params }) =>
      sendSampleUser(dependencies, requireTenant(dependencies, params.tenant)),
  } satisfies Partial<AdminHandlers>;
}

/** Users and snapshots come by many ways; that there are some tells enough. */
function noteWhatIsThere({ firstSteps, tenants, snapshots }: Store, tenant: TenantRecord): void {
  const done = firstSteps.list(tenant.id);
  if (!done.has('create-user') && tenants.counts(tenant).users > 0) {
    firstSteps.note('create-user', tenant.slug);
  }
  if (!done.has('take-snapshot') && snapshots.list().length > 0) firstSteps.note('take-snapshot');
}
