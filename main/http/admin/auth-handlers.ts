// What opens a tenant: bearer tokens, OAuth clients, trusted issuers. @see shared/admin/auth-routes.ts
import { tokenPath } from '../../../shared/tenant-path.ts';
import { newSecretToken } from '../../base/ids.ts';
import type { AuthContext } from '../../provider/credentials.ts';
import {
  addClientSecret,
  changeOAuthClient,
  createOAuthClient,
  listOAuthClients,
  removeClientSecret,
  revokeOAuthClient,
  type ClientOutcome,
} from '../../provider/manage-oauth-clients.ts';
import {
  changeToken,
  createToken,
  expireToken,
  listTokens,
  revokeToken,
  rotateToken,
  type TokenOutcome,
} from '../../provider/manage-tokens.ts';
import type { OAuthClientRecord } from '../../store/oauth-clients.ts';
import type { TokenRecord } from '../../store/tokens.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describeConnection, requireTenant } from './find-tenant.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function authHandlers(dependencies: AdminAppDependencies) {
  return {
    ...tokenHandlers(dependencies),
    ...clientHandlers(dependencies),
    ...settingHandlers(dependencies),
  };
}

function tokenHandlers(dependencies: AdminAppDependencies) {
  function onToken(
    { tenant, id }: { readonly tenant: string; readonly id: string },
    change: (context: AuthContext, token: TokenRecord) => TokenOutcome,
  ) {
    const context = openAuth(dependencies, tenant);
    const token = context.store.tokens.find(context.tenant.id, id);
    if (token === undefined) throw adminFailure('not-found', `There is no token "${id}".`);
    return finish(context, change(context, token));
  }

  function finish(context: AuthContext, outcome: TokenOutcome) {
    if (outcome.kind === 'refused') throw adminFailure('conflict', outcome.reason);
    announce(dependencies, context);
    return outcome.token;
  }

  return {
    listTokens: ({ params }) => ({ tokens: listTokens(openAuth(dependencies, params.tenant)) }),
    createToken({ params, body }) {
      const context = openAuth(dependencies, params.tenant);
      return finish(context, createToken(context, body, newSecretToken()));
    },
    changeToken: ({ params, body }) =>
      onToken(params, (context, token) => changeToken(context, token, body)),
    rotateToken: ({ params, body }) =>
      onToken(params, (context, token) =>
        rotateToken(context, token, { ...body, newSecret: newSecretToken() }),
      ),
    expireToken: ({ params }) => onToken(params, expireToken),
    revokeToken: ({ params }) => onToken(params, revokeToken),
  } satisfies Partial<AdminHandlers>;
}

function clientHandlers(dependencies: AdminAppDependencies) {
  function onClient(
    { tenant, clientId }: { readonly tenant: string; readonly clientId: string },
    change: (context: AuthContext, client: OAuthClientRecord) => ClientOutcome | undefined,
  ) {
    const context = openAuth(dependencies, tenant);
    const client = context.store.oauthClients.find(context.tenant.id, clientId);
    const outcome = client && change(context, client);
    if (outcome === undefined) {
      throw adminFailure('not-found', 'There is no such OAuth client, or it has no such secret.');
    }
    return finish(context, outcome);
  }

  function finish(context: AuthContext, outcome: ClientOutcome) {
    if (outcome.kind === 'refused') throw adminFailure('conflict', outcome.reason);
    announce(dependencies, context);
    return outcome.client;
  }

  return {
    listOAuthClients({ params }) {
      const context = openAuth(dependencies, params.tenant);
      return { tokenUrl: tokenUrl(dependencies, context), clients: listOAuthClients(context) };
    },
    createOAuthClient({ params, body }) {
      const context = openAuth(dependencies, params.tenant);
      const fresh = { clientId: dependencies.newId(), secret: newSecretToken() };
      return finish(context, createOAuthClient(context, body, fresh));
    },
    changeOAuthClient: ({ params, body }) =>
      onClient(params, (context, client) => changeOAuthClient(context, client, body)),
    revokeOAuthClient: ({ params }) => onClient(params, revokeOAuthClient),
    addClientSecret: ({ params, body }) =>
      onClient(params, (context, client) =>
        addClientSecret(context, client, { ...body, newSecret: newSecretToken() }),
      ),
    removeClientSecret: ({ params }) =>
      onClient(params, (context, client) => removeClientSecret(context, client, params.secretId)),
  } satisfies Partial<AdminHandlers>;
}

function settingHandlers(dependencies: AdminAppDependencies) {
  const { authSettings } = dependencies.store;
  return {
    getAuthSetting: ({ params }) =>
      authSettings.read(requireTenant(dependencies, params.tenant).id),
    changeAuthSetting({ params, body: { accessTokenMinutes, actsAs, trustedIssuers } }) {
      const context = openAuth(dependencies, params.tenant);
      const setting = authSettings.read(context.tenant.id);
      const changed = {
        accessTokenMinutes: accessTokenMinutes ?? setting.accessTokenMinutes,
        actsAs: actsAs === undefined ? setting.actsAs : actsAs,
        trustedIssuers: trustedIssuers ?? setting.trustedIssuers,
      };
      authSettings.write(context.tenant.id, changed);
      announce(dependencies, context);
      return changed;
    },
  } satisfies Partial<AdminHandlers>;
}

function openAuth(dependencies: AdminAppDependencies, slug: string): AuthContext {
  const { store, clock } = dependencies;
  const tenant = requireTenant(dependencies, slug);
  return { store, tenant, now: clock.now().toISOString() };
}

function announce({ feed }: AdminAppDependencies, { tenant }: AuthContext): void {
  feed.publish({ type: 'tenant-changed', data: { tenant: tenant.slug } });
}

/** As clients reach it: through the tunnel where there is one. */
function tokenUrl(dependencies: AdminAppDependencies, { tenant }: AuthContext): string {
  const { tenantUrl } = describeConnection(dependencies, tenant);
  return tenantUrl.replace(/\/(?:t\/[^/]+\/)?scim\/v2$/, tokenPath(tenant.slug));
}
