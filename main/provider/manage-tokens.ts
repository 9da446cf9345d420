// The life of a tenant's bearer tokens: made, changed, rotated, expired, revoked.
import type { Token, TokenChange, TokenCreation, TokenRotation } from '../../shared/admin/token.ts';
import type { TokenRecord, TokenUpdate } from '../store/tokens.ts';
import { stateOf, type AuthContext } from './credentials.ts';

/** `refused`: why not, in a sentence; nothing was changed. */
export type TokenOutcome =
  | { readonly kind: 'done'; readonly token: Token }
  | { readonly kind: 'refused'; readonly reason: string };

/** Oldest first. */
export function listTokens(context: AuthContext): Token[] {
  const tokens = context.store.tokens.list(context.tenant.id);
  const secretToken = tokens.find(({ revoked }) => revoked === null) ?? tokens[0];
  return tokens.map((token) => describe(context, token, token === secretToken));
}

/** `newSecret` is used where the creation names none. */
export function createToken(
  context: AuthContext,
  creation: TokenCreation,
  newSecret: string,
): TokenOutcome {
  const { store, tenant, now } = context;
  const { name, scope, actsAs, expires, secret = newSecret } = creation;
  if (store.tokens.secretsOf(tenant.id).includes(secret)) {
    return { kind: 'refused', reason: 'Another credential of the tenant has this secret.' };
  }
  return store.transaction(() => {
    const tenantId = tenant.id;
    const token = { tenantId, name, secret, scope, actsAs, created: now, expires };
    return done(context, store.tokens.create(token));
  });
}

export function changeToken(
  context: AuthContext,
  token: TokenRecord,
  { name = token.name, scope = token.scope, actsAs, expires }: TokenChange,
): TokenOutcome {
  return write(context, token, {
    name,
    scope,
    actsAs: actsAs === undefined ? token.actsAs : actsAs,
    expires: expires === undefined ? token.expires : expires,
    previousExpires: earlier(token.previousExpires, expires ?? null),
  });
}

/** The secret before the last rotation never outlives the token; null = no end, or no such secret. */
function earlier(previousExpires: string | null, expires: string | null): string | null {
  if (previousExpires === null || expires === null) return previousExpires;
  return previousExpires < expires ? previousExpires : expires;
}

/** A token that had expired is good again, with its new secret alone. */
export function rotateToken(
  context: AuthContext,
  token: TokenRecord,
  { overlapMinutes, expires, newSecret }: TokenRotation & { readonly newSecret: string },
): TokenOutcome {
  const state = stateOf(token, context.now);
  if (state === 'revoked') {
    return { kind: 'refused', reason: 'A revoked token cannot be rotated; make a new one.' };
  }
  const kept = state === 'expired' ? null : token.expires;
  const overlapEnd = new Date(Date.parse(context.now) + overlapMinutes * 60_000).toISOString();
  const oldEnds = [overlapEnd, ...(token.expires === null ? [] : [token.expires])].sort()[0];
  return write(context, token, {
    secret: newSecret,
    previousSecret: token.secret,
    previousExpires: oldEnds ?? overlapEnd,
    expires: expires === undefined ? kept : expires,
  });
}

/** With the secret before the last rotation. */
export function expireToken(context: AuthContext, token: TokenRecord): TokenOutcome {
  const { now } = context;
  const previousExpires = token.previousSecret === null ? null : now;
  return write(context, token, { expires: now, previousExpires });
}

/** For good. */
export function revokeToken(context: AuthContext, token: TokenRecord): TokenOutcome {
  return write(context, token, { revoked: token.revoked ?? context.now });
}

function write(context: AuthContext, token: TokenRecord, change: TokenUpdate): TokenOutcome {
  return done(context, context.store.tokens.update(token, change));
}

function done(context: AuthContext, { id }: TokenRecord): TokenOutcome {
  const token = listTokens(context).find((one) => one.id === id);
  if (token === undefined) throw new Error('A token that was written does not exist');
  return { kind: 'done', token };
}

function describe({ now }: AuthContext, record: TokenRecord, isSecretToken: boolean): Token {
  const { key: _key, previousSecret, previousExpires, ...token } = record;
  const isOverlap = previousExpires !== null && previousExpires > now && token.revoked === null;
  const previous =
    isOverlap && previousSecret !== null
      ? { secret: previousSecret, expires: previousExpires }
      : null;
  return { ...token, previous, state: stateOf(token, now), isSecretToken };
}
