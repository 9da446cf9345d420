// What a tenant lets in beside its bearer tokens, as ServiceProviderConfig tells it. @see RFC 7643 §5
import type { JsonObject } from '../../shared/scim/json.ts';
import type { Store, TenantRecord } from '../store/open-store.ts';

const CLIENT_CREDENTIALS = {
  type: 'oauth2',
  name: 'OAuth 2.0 client credentials',
  description: "Access tokens of the tenant's token endpoint, by client secret or assertion",
  specUri: 'https://www.rfc-editor.org/info/rfc6749',
  primary: false,
} as const;

const JSON_WEB_TOKEN = {
  type: 'oauthbearertoken',
  name: 'JSON Web Token',
  description: 'A JWT of an issuer that the tenant trusts, in the Authorization header',
  specUri: 'https://www.rfc-editor.org/info/rfc7519',
  primary: false,
} as const;

/** Only what would let somebody in now. */
export function authenticationSchemes(store: Store, tenant: TenantRecord): readonly JsonObject[] {
  const clients = store.oauthClients.list(tenant.id);
  const { trustedIssuers } = store.authSettings.read(tenant.id);
  return [
    ...(clients.some(({ revoked }) => revoked === null) ? [CLIENT_CREDENTIALS] : []),
    ...(trustedIssuers.length > 0 ? [JSON_WEB_TOKEN] : []),
  ];
}
