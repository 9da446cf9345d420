// Routes of behaviour profiles. @see ./profile.ts
import { z } from 'zod';
import { PresetList, ProfileChange, SwitchList, TenantProfile } from './profile.ts';

const nothing = z.object({});
const tenant = z.object({ tenant: z.string() });

export const profileRoutes = {
  listSwitches: {
    method: 'GET',
    path: '/api/profiles/switches',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: SwitchList,
  },
  listPresets: {
    method: 'GET',
    path: '/api/profiles/presets',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: PresetList,
  },
  getProfile: {
    method: 'GET',
    path: '/api/tenants/:tenant/profile',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: TenantProfile,
  },
  /** `conflict` where resources of the tenant could not stand beside each other under the new profile. */
  setProfile: {
    method: 'PUT',
    path: '/api/tenants/:tenant/profile',
    params: tenant,
    query: nothing,
    body: ProfileChange,
    response: TenantProfile,
  },
} as const;
