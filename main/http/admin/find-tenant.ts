// The tenant that a route names by its slug, and how it is reached.
import { tenantUrl } from '../../../shared/tenant-path.ts';
import type { Connection, Tenant } from '../../../shared/admin/tenant.ts';
import type { TenantRecord } from '../../store/open-store.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';

export function requireTenant({ store }: AdminAppDependencies, slug: string): TenantRecord {
  const tenant = store.tenants.find(slug);
  if (tenant === undefined) throw adminFailure('not-found', `There is no tenant "${slug}".`);
  return tenant;
}

/** As the admin API tells it. */
export function describeTenant({ store }: AdminAppDependencies, tenant: TenantRecord): Tenant {
  const { slug, name, publicUrl } = tenant;
  const counts = { ...store.tenants.counts(tenant), requests: store.requestLog.countOf(slug) };
  return { slug, name, publicUrl, counts };
}

/** The setting wins over what a tunnel was seen to be called. */
export function describeConnection(
  { serving }: AdminAppDependencies,
  { slug, publicUrl, forwardedUrl, secretToken }: TenantRecord,
): Connection {
  const localTenantUrl = tenantUrl(serving.origin(), slug);
  const origin = publicUrl ?? forwardedUrl;
  const publicTenantUrl = origin === null ? null : tenantUrl(origin, slug);
  const source = publicUrl === null ? 'forwarded' : 'setting';
  return {
    tenantUrl: publicTenantUrl ?? localTenantUrl,
    localTenantUrl,
    certificate: serving.tls.trusted(),
    publicTenantUrl,
    publicUrlSource: publicTenantUrl === null ? null : source,
    secretToken,
  };
}
