// Access tokens by client credentials: who the client is, by secret or by assertion, and what it is given.
// An unknown client and a wrong secret are refused in the same words, after the same work.
// @see RFC 6749 §4.4 and §5, RFC 7523 §2.2
import { isSameSecret, secretDigest } from '../base/same-secret.ts';
import type { TokenScope } from '../../shared/admin/token.ts';
import type { OAuthClientRecord } from '../store/oauth-clients.ts';
import { stateOf, type AuthContext } from './credentials.ts';

/** @see RFC 6749 §5.2 */
export interface OAuthRefusal {
  readonly error: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope';
  readonly description: string;
}

/** `client` is told with a refusal where the secret was its own. */
export type ClientCheck =
  | { readonly kind: 'known'; readonly client: OAuthClientRecord }
  | {
      readonly kind: 'refused';
      readonly refusal: OAuthRefusal;
      readonly client: OAuthClientRecord | null;
    };

/** @see RFC 6749 §5.1 */
export interface IssuedToken {
  readonly accessToken: string;
  readonly expiresIn: number;
  /** As asked for, else what the token is good for. */
  readonly scope: string;
}

const WRONG_CREDENTIALS = 'The client id or the client secret is wrong';
const DAY_MS = 86_400_000;

/** By its secret. */
export function checkClientSecret(
  context: AuthContext,
  { clientId, secret }: { readonly clientId: string; readonly secret: string },
): ClientCheck {
  const client = context.store.oauthClients.find(context.tenant.id, clientId);
  const matches = (client?.secrets ?? [NO_SECRET]).filter((own) =>
    isSameSecret(secret, own.secret),
  );
  if (client === undefined || matches.length === 0) return refuseClient(WRONG_CREDENTIALS, null);
  if (matches.every((own) => stateOf(own, context.now) === 'expired')) {
    return refuseClient('The client secret has expired', client);
  }
  return unlessRevoked(client);
}

/** Compared with where there is no client, so that it takes as long. No secret that can be sent is equal to it. */
const NO_SECRET = { secret: '\0', expires: null };

/** By the subject of an assertion whose signature and claims were found to be in order. @see RFC 7523 §3 */
export function checkAssertedClient(
  context: AuthContext,
  { clientId, subject }: { readonly clientId: string | undefined; readonly subject: string },
): ClientCheck {
  const client = context.store.oauthClients
    .list(context.tenant.id)
    .filter((known) => clientId === undefined || known.clientId === clientId)
    .find((known) => (known.assertionSubject ?? known.clientId) === subject);
  if (client !== undefined) return unlessRevoked(client);
  return refuseClient('No client has the client id and the subject of the assertion', null);
}

/** `newToken` is a fresh secret. */
export function issueAccessToken(
  { store, tenant, now }: AuthContext,
  client: OAuthClientRecord,
  { scope, newToken }: { readonly scope: string | undefined; readonly newToken: string },
): IssuedToken | OAuthRefusal {
  const granted = grantScope(client, scope);
  if (typeof granted !== 'string') return granted;
  const { accessTokenMinutes } = store.authSettings.read(tenant.id);
  const nowMs = Date.parse(now);
  const accessToken = ACCESS_TOKEN_PREFIX + newToken;
  const token = {
    digest: secretDigest(accessToken),
    clientKey: client.key,
    scope: granted,
    expires: new Date(nowMs + accessTokenMinutes * 60_000).toISOString(),
  };
  store.oauthClients.addAccessToken(token, new Date(nowMs - DAY_MS).toISOString());
  return { accessToken, expiresIn: accessTokenMinutes * 60, scope: scope ?? granted };
}

const ACCESS_TOKEN_PREFIX = 'scim-at.';

/** Access tokens in a text: they are told by their form, because none of them is kept. */
export const ACCESS_TOKEN_FORM = /scim-at\.[\w-]{40,}/g;

/**
 * `read-only` narrows; `full` is refused to a client that may only read.
 * Entra: the scope is whatever an admin has typed, so other names are let pass and mean nothing.
 */
function grantScope(client: OAuthClientRecord, asked = ''): TokenScope | OAuthRefusal {
  const names = asked.split(' ').filter((name) => name !== '');
  if (!names.every((name) => SCOPE_NAME.test(name))) {
    return { error: 'invalid_scope', description: 'The scope has characters that no scope has' };
  }
  if (client.scope === 'read-only' && names.includes('full')) {
    return { error: 'invalid_scope', description: 'The client may only read' };
  }
  return names.includes('read-only') ? 'read-only' : client.scope;
}

/** @see RFC 6749 §3.3 */
const SCOPE_NAME = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

function unlessRevoked(client: OAuthClientRecord): ClientCheck {
  if (client.revoked === null) return { kind: 'known', client };
  return refuseClient('The client has been revoked', client);
}

function refuseClient(description: string, client: OAuthClientRecord | null): ClientCheck {
  return { kind: 'refused', refusal: { error: 'invalid_client', description }, client };
}
