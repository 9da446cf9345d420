// The behaviour profile of a tenant: told, and changed together with the keys that follow from it.
import type { TenantProfile } from '../../shared/admin/profile.ts';
import {
  resolveProfile,
  trimOverrides,
  type ProfileSetting,
} from '../../shared/scim/profile/profile-setting.ts';
import { serviceProviderConfig } from '../scim/discovery/service-provider-config.ts';
import type { Store, TenantRecord } from '../store/open-store.ts';
import type { KeyClash } from '../store/unique-keys.ts';
import { authenticationSchemes } from './authentication-schemes.ts';

/** `clash`: two resources that the new profile would not let stand beside each other; nothing was changed. */
export type ProfileOutcome =
  | { readonly kind: 'changed'; readonly tenant: TenantRecord }
  | { readonly kind: 'clash'; readonly clash: KeyClash };

/** What is stored, what it comes to, and what discovery makes of it. */
export function describeProfile(
  store: Store,
  tenant: TenantRecord,
  baseUrl: string,
): TenantProfile {
  const { profile, profileSetting } = tenant;
  const config = serviceProviderConfig({
    baseUrl,
    profile,
    authenticationSchemes: authenticationSchemes(store, tenant),
  });
  return {
    ...profileSetting,
    effective: profile,
    serviceProviderConfig: { ...config },
  };
}

/** Overrides that say what the preset says are not stored. */
export function changeProfile(
  store: Store,
  tenant: TenantRecord,
  { preset, overrides }: ProfileSetting,
): ProfileOutcome {
  return store.transaction((): ProfileOutcome => {
    const clash = store.uniqueKeys.rekey(tenant.id, resolveProfile(preset, overrides));
    if (clash !== undefined) return { kind: 'clash', clash };
    const profileSetting = { preset, overrides: trimOverrides(preset, overrides) };
    return { kind: 'changed', tenant: store.tenants.update(tenant, { profileSetting }) };
  });
}
