// Server status, the tenant's settings and how a SCIM client connects. @see shared/admin/tenant.ts
import type { TenantChange } from '../../../shared/admin/tenant.ts';
import { DEFAULT_TENANT_SLUG, publicOrigin, tenantUrl } from '../../../shared/tenant-path.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describeConnection, describeTenant, requireTenant } from './find-tenant.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { testConnection } from './test-connection.ts';

export function tenantHandlers(dependencies: AdminAppDependencies) {
  const { store, feed, about, serving } = dependencies;
  return {
    getStatus: () => ({
      ...about,
      scimUrl: tenantUrl(serving.origin(), DEFAULT_TENANT_SLUG),
      tenants: store.tenants.list().map((tenant) => describeTenant(dependencies, tenant)),
    }),
    updateTenant({ params, body }) {
      const tenant = requireTenant(dependencies, params.tenant);
      const updated = store.tenants.update(tenant, readChange(body, tenant.slug));
      feed.publish({ type: 'tenant-changed', data: { tenant: tenant.slug } });
      return describeTenant(dependencies, updated);
    },
    getConnection: ({ params }) =>
      describeConnection(dependencies, requireTenant(dependencies, params.tenant)),
    testConnection: ({ params }) =>
      testConnection(dependencies, requireTenant(dependencies, params.tenant)),
  } satisfies Partial<AdminHandlers>;
}

/** To remove the public URL is to forget a found one too: that tunnel may be gone, and a living one tells it again. */
function readChange({ name, publicUrl }: TenantChange, slug: string) {
  return {
    ...(name !== undefined && { name }),
    ...(publicUrl === null && { publicUrl, forwardedUrl: null }),
    ...(typeof publicUrl === 'string' && { publicUrl: publicOrigin(publicUrl, slug) }),
  };
}
