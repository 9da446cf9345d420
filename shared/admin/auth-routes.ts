// Routes of what opens a tenant. @see ./token.ts, ./oauth-client.ts, ./auth-setting.ts
import { z } from 'zod';
import { AuthSetting, AuthSettingChange } from './auth-setting.ts';
import {
  ClientSecretCreation,
  OAuthClient,
  OAuthClientChange,
  OAuthClientCreation,
  OAuthClientList,
} from './oauth-client.ts';
import { Token, TokenChange, TokenCreation, TokenList, TokenRotation } from './token.ts';

const nothing = z.object({});
const tenant = z.object({ tenant: z.string() });
const token = tenant.extend({ id: z.string() });
const client = tenant.extend({ clientId: z.string() });
const secret = client.extend({ secretId: z.string() });

export const authRoutes = {
  listTokens: {
    method: 'GET',
    path: '/api/tenants/:tenant/tokens',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: TokenList,
  },
  createToken: {
    method: 'POST',
    path: '/api/tenants/:tenant/tokens',
    params: tenant,
    query: nothing,
    body: TokenCreation,
    response: Token,
  },
  changeToken: {
    method: 'PATCH',
    path: '/api/tenants/:tenant/tokens/:id',
    params: token,
    query: nothing,
    body: TokenChange,
    response: Token,
  },
  /** A new secret; the old one is valid for a while longer. */
  rotateToken: {
    method: 'POST',
    path: '/api/tenants/:tenant/tokens/:id/rotate',
    params: token,
    query: nothing,
    body: TokenRotation,
    response: Token,
  },
  /** From now on clients are told that the token has expired; a later `expires` brings it back. */
  expireToken: {
    method: 'POST',
    path: '/api/tenants/:tenant/tokens/:id/expire',
    params: token,
    query: nothing,
    body: z.undefined(),
    response: Token,
  },
  /** For good. */
  revokeToken: {
    method: 'POST',
    path: '/api/tenants/:tenant/tokens/:id/revoke',
    params: token,
    query: nothing,
    body: z.undefined(),
    response: Token,
  },
  listOAuthClients: {
    method: 'GET',
    path: '/api/tenants/:tenant/oauth-clients',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: OAuthClientList,
  },
  createOAuthClient: {
    method: 'POST',
    path: '/api/tenants/:tenant/oauth-clients',
    params: tenant,
    query: nothing,
    body: OAuthClientCreation,
    response: OAuthClient,
  },
  changeOAuthClient: {
    method: 'PATCH',
    path: '/api/tenants/:tenant/oauth-clients/:clientId',
    params: client,
    query: nothing,
    body: OAuthClientChange,
    response: OAuthClient,
  },
  /** For good, with the access tokens that it was given. */
  revokeOAuthClient: {
    method: 'POST',
    path: '/api/tenants/:tenant/oauth-clients/:clientId/revoke',
    params: client,
    query: nothing,
    body: z.undefined(),
    response: OAuthClient,
  },
  /** The first half of a rotation; two may be live. */
  addClientSecret: {
    method: 'POST',
    path: '/api/tenants/:tenant/oauth-clients/:clientId/secrets',
    params: client,
    query: nothing,
    body: ClientSecretCreation,
    response: OAuthClient,
  },
  /** The second half: access tokens that it was good for stay valid to their end. */
  removeClientSecret: {
    method: 'DELETE',
    path: '/api/tenants/:tenant/oauth-clients/:clientId/secrets/:secretId',
    params: secret,
    query: nothing,
    body: z.undefined(),
    response: OAuthClient,
  },
  getAuthSetting: {
    method: 'GET',
    path: '/api/tenants/:tenant/auth',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: AuthSetting,
  },
  changeAuthSetting: {
    method: 'PATCH',
    path: '/api/tenants/:tenant/auth',
    params: tenant,
    query: nothing,
    body: AuthSettingChange,
    response: AuthSetting,
  },
} as const;
