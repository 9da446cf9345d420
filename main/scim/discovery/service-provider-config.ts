// What this service provider can do (RFC 7643 §5, RFC 7644 §4, RFC 9865 §4, RFC 9967 §4). It says only what is true of
// the tenant's profile: a client that reads it must be able to rely on it.
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { eventUrisOf } from '../events/event-uris.ts';
import type { ResourceModel } from '../schema/schema-types.ts';
import { SERVICE_PROVIDER_CONFIG_URN } from '../schema/urns.ts';

export interface DiscoveryOptions {
  /** Base of `meta.location`, without a trailing slash. */
  readonly baseUrl: string;
  readonly models: readonly ResourceModel[];
  readonly profile: Profile;
  /** What the tenant accepts beside its bearer tokens and the profile's HTTP Basic. */
  readonly authenticationSchemes?: readonly JsonObject[];
}

const BEARER = {
  type: 'oauthbearertoken',
  name: 'Bearer token',
  description: 'A token of the tenant in the Authorization header',
  specUri: 'https://www.rfc-editor.org/info/rfc6750',
  primary: true,
} as const;

const BASIC = {
  type: 'httpbasic',
  name: 'HTTP Basic',
  description: 'A token of the tenant as the password, with any user name',
  specUri: 'https://www.rfc-editor.org/info/rfc7617',
  primary: false,
} as const;

/** The body of `/ServiceProviderConfig`. @see RFC 7643 §5 */
export function serviceProviderConfig(options: Omit<DiscoveryOptions, 'models'>): JsonObject {
  const { baseUrl, profile, authenticationSchemes = [] } = options;
  const { basicAuth, changePasswordSupported, passwordAccepted } = profile;
  return {
    schemas: [SERVICE_PROVIDER_CONFIG_URN],
    patch: { supported: profile.patchSupported },
    bulk: describeBulk(profile),
    filter: describeFilter(profile),
    changePassword: { supported: changePasswordSupported && passwordAccepted },
    sort: { supported: profile.sortSupported },
    etag: { supported: profile.etagSupported },
    pagination: describePagination(profile),
    securityEvents: describeEvents(profile),
    authenticationSchemes: [BEARER, ...authenticationSchemes, ...(basicAuth ? [BASIC] : [])],
    meta: {
      resourceType: 'ServiceProviderConfig',
      location: `${baseUrl}/ServiceProviderConfig`,
    },
  };
}

function describeBulk({ bulkSupported, ...limits }: Profile): JsonObject {
  return {
    supported: bulkSupported,
    maxOperations: bulkSupported ? limits.maxBulkOperations : 0,
    maxPayloadSize: bulkSupported ? limits.maxBulkPayloadBytes : 0,
  };
}

function describeFilter({ filterSupported, maxFilterResults }: Profile): JsonObject {
  return { supported: filterSupported, maxResults: filterSupported ? maxFilterResults : 0 };
}

/** @see RFC 9865 §4 */
function describePagination(profile: Profile): JsonObject {
  const { cursorPaging, indexPaging } = profile;
  return {
    cursor: cursorPaging,
    index: indexPaging,
    ...(cursorPaging && indexPaging && { defaultPaginationMethod: profile.defaultPaging }),
    defaultPageSize: Math.min(profile.defaultPageSize, profile.maxPageSize),
    maxPageSize: profile.maxPageSize,
    ...(cursorPaging && { cursorTimeout: profile.cursorTimeoutSeconds }),
  };
}

/** @see RFC 9967 §4 */
function describeEvents(profile: Profile): JsonObject {
  return {
    asyncRequest: profile.asyncSupported ? 'request' : 'none',
    eventUris: eventUrisOf(profile),
  };
}
