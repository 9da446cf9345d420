// What this service provider can do (RFC 7643 §5, RFC 7644 §4). It says only what is true: a client that reads it must
// be able to rely on it.
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { ResourceModel } from '../schema/schema-types.ts';
import { SERVICE_PROVIDER_CONFIG_URN } from '../schema/urns.ts';
import { MAX_RESULTS } from './limits.ts';

export interface DiscoveryOptions {
  /** Base of `meta.location`, without a trailing slash. */
  readonly baseUrl: string;
  readonly models: readonly ResourceModel[];
}

/** The body of `/ServiceProviderConfig`. @see RFC 7643 §5 */
export function serviceProviderConfig({ baseUrl }: Pick<DiscoveryOptions, 'baseUrl'>): JsonObject {
  return {
    schemas: [SERVICE_PROVIDER_CONFIG_URN],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: MAX_RESULTS },
    changePassword: { supported: true },
    sort: { supported: false },
    etag: { supported: false },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'The secret token of the tenant in the Authorization header',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
    ],
    meta: {
      resourceType: 'ServiceProviderConfig',
      location: `${baseUrl}/ServiceProviderConfig`,
    },
  };
}
