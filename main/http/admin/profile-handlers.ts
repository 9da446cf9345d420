// Behaviour profiles: the table of switches, the presets, and what a tenant has of them. @see shared/admin/profile.ts
import { presets } from '../../../shared/scim/profile/presets.ts';
import { PresetName } from '../../../shared/scim/profile/profile-setting.ts';
import { SWITCH_GROUPS, switchList } from '../../../shared/scim/profile/switches.ts';
import { changeProfile, describeProfile } from '../../provider/tenant-profile.ts';
import type { TenantRecord } from '../../store/open-store.ts';
import type { KeyClash } from '../../store/unique-keys.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describeConnection, requireTenant } from './find-tenant.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function profileHandlers(dependencies: AdminAppDependencies) {
  const { store, feed } = dependencies;

  function describe(tenant: TenantRecord) {
    return describeProfile(store, tenant, describeConnection(dependencies, tenant).tenantUrl);
  }

  return {
    listSwitches: () => ({ groups: [...SWITCH_GROUPS], switches: [...switchList] }),
    listPresets: () => ({
      presets: PresetName.options.map((preset) => ({ preset, ...presets[preset] })),
    }),
    getProfile: ({ params }) => describe(requireTenant(dependencies, params.tenant)),
    setProfile({ params, body }) {
      const outcome = changeProfile(store, requireTenant(dependencies, params.tenant), body);
      if (outcome.kind === 'clash') throw adminFailure('conflict', tellClash(outcome.clash));
      feed.publish({ type: 'tenant-changed', data: { tenant: outcome.tenant.slug } });
      return describe(outcome.tenant);
    },
  } satisfies Partial<AdminHandlers>;
}

function tellClash({ attribute, value, ids }: KeyClash): string {
  return `Two resources share the ${attribute} "${value}": ${ids.join(' and ')}. Change one of them first.`;
}
