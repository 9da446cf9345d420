// The event feed of a tenant, as the UI shows and sets it. @see shared/admin/event-feed.ts
import type { EventFeed } from '../../../shared/admin/event-feed.ts';
import { tenantUrl } from '../../../shared/tenant-path.ts';
import { checkFeedFilter } from '../../provider/record-events.ts';
import { modelsOf } from '../../provider/models-of.ts';
import type { TenantRecord } from '../../store/open-store.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { requireTenant } from './find-tenant.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function eventFeedHandlers(dependencies: AdminAppDependencies) {
  const { store } = dependencies;
  return {
    getEventFeed: ({ params }) =>
      describeFeed(dependencies, requireTenant(dependencies, params.tenant)),
    changeEventFeed({ params, body: { form, filter, audience } }) {
      const tenant = requireTenant(dependencies, params.tenant);
      if (filter) checkFeedFilter({ tenant, models: modelsOf(store, tenant) }, filter);
      const setting = store.events.setting(tenant.id);
      store.events.changeSetting(tenant.id, {
        form: form ?? setting.form,
        filter: filter === undefined ? setting.filter : filter,
        audience: audience === undefined ? setting.audience : audience,
      });
      dependencies.feed.publish({ type: 'tenant-changed', data: { tenant: tenant.slug } });
      return describeFeed(dependencies, tenant);
    },
    listEvents({ params, query }) {
      const tenant = requireTenant(dependencies, params.tenant);
      return { events: [...store.events.newest(tenant.id, query.limit)] };
    },
  } satisfies Partial<AdminHandlers>;
}

function describeFeed(
  { store, serving }: AdminAppDependencies,
  { id, slug }: TenantRecord,
): EventFeed {
  const baseUrl = tenantUrl(serving.origin(), slug);
  return {
    ...store.events.setting(id),
    pollUrl: `${baseUrl}/.events`,
    keysUrl: `${baseUrl}/.events/keys`,
    ...store.events.counts(id),
    openRequests: store.asyncRequests.countOpen(id),
  };
}
