// The life of a tenant's OAuth clients and of their secrets, of which two may be live at a time.
import {
  MAX_LIVE_SECRETS,
  type ClientSecretCreation,
  type OAuthClient,
  type OAuthClientChange,
  type OAuthClientCreation,
} from '../../shared/admin/oauth-client.ts';
import type { OAuthClientRecord } from '../store/oauth-clients.ts';
import { stateOf, type AuthContext } from './credentials.ts';

/** `refused`: why not, in a sentence; nothing was changed. */
export type ClientOutcome =
  | { readonly kind: 'done'; readonly client: OAuthClient }
  | { readonly kind: 'refused'; readonly reason: string };

/** Oldest first. */
export function listOAuthClients(context: AuthContext): OAuthClient[] {
  const { store, tenant, now } = context;
  return store.oauthClients.list(tenant.id).map((client) => describe(client, now));
}

/** `fresh` is used where the creation names no client id or no secret. */
export function createOAuthClient(
  context: AuthContext,
  creation: OAuthClientCreation,
  fresh: { readonly clientId: string; readonly secret: string },
): ClientOutcome {
  const { store, tenant, now } = context;
  const { name, scope, actsAs, assertionSubject, secretExpires } = creation;
  const { clientId = fresh.clientId, secret = fresh.secret } = creation;
  if (store.oauthClients.find(tenant.id, clientId) !== undefined) {
    return refused('Another OAuth client of the tenant has this client id.');
  }
  return store.transaction(() => {
    const client = store.oauthClients.create({
      tenantId: tenant.id,
      clientId,
      name,
      scope,
      actsAs,
      assertionSubject,
      created: now,
    });
    store.oauthClients.addSecret(client.key, { secret, created: now, expires: secretExpires });
    return reread(context, client);
  });
}

export function changeOAuthClient(
  context: AuthContext,
  client: OAuthClientRecord,
  { name = client.name, scope = client.scope, actsAs, assertionSubject }: OAuthClientChange,
): ClientOutcome {
  context.store.oauthClients.update(client, {
    name,
    scope,
    actsAs: actsAs === undefined ? client.actsAs : actsAs,
    assertionSubject: assertionSubject === undefined ? client.assertionSubject : assertionSubject,
  });
  return reread(context, client);
}

/** For good: its access tokens are no longer accepted either. */
export function revokeOAuthClient(context: AuthContext, client: OAuthClientRecord): ClientOutcome {
  context.store.oauthClients.update(client, { revoked: client.revoked ?? context.now });
  return reread(context, client);
}

export function addClientSecret(
  context: AuthContext,
  client: OAuthClientRecord,
  { secret, expires, newSecret }: ClientSecretCreation & { readonly newSecret: string },
): ClientOutcome {
  const { store, now } = context;
  if (client.revoked !== null) return refused('A revoked client gets no more secrets.');
  const live = client.secrets.filter((one) => stateOf(one, now) === 'live');
  if (live.length >= MAX_LIVE_SECRETS) {
    return refused(
      `A client has at most ${MAX_LIVE_SECRETS} live secrets; remove one of them first.`,
    );
  }
  store.oauthClients.addSecret(client.key, { secret: secret ?? newSecret, created: now, expires });
  return reread(context, client);
}

/** undefined: the client has no such secret. */
export function removeClientSecret(
  context: AuthContext,
  client: OAuthClientRecord,
  secretId: string,
): ClientOutcome | undefined {
  const isRemoved = context.store.oauthClients.removeSecret(client.key, secretId);
  return isRemoved ? reread(context, client) : undefined;
}

function reread(
  { store, tenant, now }: AuthContext,
  { clientId }: OAuthClientRecord,
): ClientOutcome {
  const client = store.oauthClients.find(tenant.id, clientId);
  if (client === undefined) throw new Error('An OAuth client that was written does not exist');
  return { kind: 'done', client: describe(client, now) };
}

function refused(reason: string): ClientOutcome {
  return { kind: 'refused', reason };
}

function describe({ key: _key, secrets, ...client }: OAuthClientRecord, now: string): OAuthClient {
  return {
    ...client,
    state: client.revoked === null ? 'live' : 'revoked',
    secrets: secrets.map((secret) => ({
      ...secret,
      state: stateOf(secret, now) === 'live' ? 'live' : 'expired',
    })),
  };
}
