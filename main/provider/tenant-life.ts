// The life of a tenant: made, copied, renamed, emptied, deleted, each in one transaction. The default tenant has the
// base URL without a slug, which a workspace cannot be without: it may be emptied, but neither renamed nor deleted.
import type {
  Removed,
  TenantCopy,
  TenantCreation,
  TenantEmptying,
} from '../../shared/admin/tenant-life.ts';
import { DEFAULT_PRESET } from '../../shared/scim/profile/profile-setting.ts';
import { DEFAULT_TENANT_SLUG } from '../../shared/tenant-path.ts';
import type { Store, TenantRecord } from '../store/open-store.ts';

/** `refused`: why not, in a sentence; nothing was changed. */
export type TenantOutcome =
  | { readonly kind: 'done'; readonly tenant: TenantRecord }
  | { readonly kind: 'refused'; readonly reason: string };

export function createTenant(
  store: Store,
  { slug, name, preset = DEFAULT_PRESET }: TenantCreation,
  secretToken: string,
): TenantOutcome {
  return store.transaction(() => {
    if (store.tenants.find(slug) !== undefined) return taken(slug);
    const profileSetting = { preset, overrides: {} };
    return done(store.tenants.create({ slug, name, secretToken, profileSetting }));
  });
}

/** What comes along is told by `TenantCopy`. */
export function copyTenant(
  store: Store,
  original: TenantRecord,
  { slug, name, withData, secretToken }: TenantCopy & { readonly secretToken: string },
): TenantOutcome {
  return store.transaction(() => {
    if (store.tenants.find(slug) !== undefined) return taken(slug);
    const { publicUrl, profileSetting } = original;
    const copy = store.tenants.create({
      slug,
      name: name ?? `${original.name} (copy)`,
      secretToken,
      publicUrl,
      profileSetting,
    });
    store.schemas.write(copy.id, store.schemas.schemasOf(original.id));
    store.authSettings.write(copy.id, store.authSettings.read(original.id));
    store.events.changeSetting(copy.id, store.events.setting(original.id));
    if (withData) store.tenantData.copyResources(original, copy);
    return done(copy);
  });
}

/** Another slug is another base URL: clients that know the old one are answered 404. */
export function renameTenant(
  store: Store,
  tenant: TenantRecord,
  { slug = tenant.slug, name = tenant.name }: { readonly slug?: string; readonly name?: string },
): TenantOutcome {
  return store.transaction(() => {
    const isMoved = slug !== tenant.slug;
    if (isMoved && tenant.slug === DEFAULT_TENANT_SLUG) {
      return refused('The default tenant keeps its slug: its base URL holds none.');
    }
    if (isMoved && store.tenants.find(slug) !== undefined) return taken(slug);
    const renamed = store.tenants.update(tenant, { name });
    if (isMoved) store.tenantData.move(tenant, slug);
    return done({ ...renamed, slug });
  });
}

/** Returns how much went. */
export function emptyTenant(
  store: Store,
  tenant: TenantRecord,
  { resources, requests }: Pick<TenantEmptying, 'resources' | 'requests'>,
): Removed {
  return store.transaction(() => ({
    resources: resources ? store.tenantData.clearResources(tenant) : 0,
    requests: requests ? store.requestLog.clear(tenant.slug) : 0,
  }));
}

/** The tenant with everything of it; undefined for the default tenant, which stays. */
export function deleteTenant(store: Store, tenant: TenantRecord): Removed | undefined {
  if (tenant.slug === DEFAULT_TENANT_SLUG) return undefined;
  return store.transaction(() => {
    const removed = emptyTenant(store, tenant, { resources: true, requests: true });
    store.tenantData.remove(tenant);
    return removed;
  });
}

function done(tenant: TenantRecord): TenantOutcome {
  return { kind: 'done', tenant };
}

function refused(reason: string): TenantOutcome {
  return { kind: 'refused', reason };
}

function taken(slug: string): TenantOutcome {
  return refused(`The slug "${slug}" is in use by another tenant.`);
}
