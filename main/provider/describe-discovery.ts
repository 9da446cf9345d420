// What a tenant answers at the three endpoints of discovery, and what others would. @see RFC 7644 §4
import type { ComparedWith, Discovery } from '../../shared/admin/schema-comparison.ts';
import { DEFAULT_PROFILE, resolveProfile } from '../../shared/scim/profile/profile-setting.ts';
import type { Profile } from '../../shared/scim/profile/switches.ts';
import { resourceTypeDocuments } from '../scim/discovery/resource-type-documents.ts';
import { schemaDocuments } from '../scim/discovery/schema-documents.ts';
import {
  serviceProviderConfig,
  type DiscoveryOptions,
} from '../scim/discovery/service-provider-config.ts';
import { profileModels } from '../scim/profile/profile-models.ts';
import { resourceModels } from '../scim/schema/resource-models.ts';
import type { Store, TenantRecord } from '../store/open-store.ts';
import { authenticationSchemes } from './authentication-schemes.ts';
import { modelsOf } from './models-of.ts';

export function discoveryOf(store: Store, tenant: TenantRecord, baseUrl: string): Discovery {
  return describe({
    baseUrl,
    models: modelsOf(store, tenant),
    profile: tenant.profile,
    authenticationSchemes: authenticationSchemes(store, tenant),
  });
}

/** Of a tenant that has a preset, or just the RFCs, and nothing of its own. */
export function plainDiscovery(
  other: Exclude<ComparedWith, { kind: 'tenant' }>,
  baseUrl: string,
): Discovery {
  const profile: Profile = other.kind === 'rfc' ? DEFAULT_PROFILE : resolveProfile(other.preset);
  const models = other.kind === 'rfc' ? resourceModels : profileModels(resourceModels, profile);
  return describe({ baseUrl, models, profile });
}

function describe(options: DiscoveryOptions): Discovery {
  return {
    serviceProviderConfig: serviceProviderConfig(options),
    resourceTypes: resourceTypeDocuments(options),
    schemas: schemaDocuments(options),
  };
}
