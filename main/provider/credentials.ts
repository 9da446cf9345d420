// Credentials by the clock: what state one is in, and who a request that presents it is taken for.
import type { CredentialState, TokenScope } from '../../shared/admin/token.ts';
import { lookupKeys } from '../store/lookup-keys.ts';
import type { Store, TenantRecord } from '../store/open-store.ts';
import type { TokenProblem } from '../scim/token-problem.ts';
import type { Caller } from './caller.ts';

export interface AuthContext {
  readonly store: Store;
  readonly tenant: TenantRecord;
  /** Instant of the request. */
  readonly now: string;
}

/** What a request was sent with, as far as it is known. */
export interface Credential {
  readonly kind: 'token' | 'client' | 'issuer';
  /** Row of the store; null for an issuer, whose uses are not counted. */
  readonly key: number | null;
  readonly name: string;
}

/** `credential` is null where nobody knows what was presented. */
export type CredentialCheck =
  | { readonly kind: 'accepted'; readonly credential: Credential; readonly caller: Caller }
  | {
      readonly kind: 'refused';
      readonly problem: TokenProblem;
      readonly credential: Credential | null;
    };

interface Mandate {
  readonly scope: TokenScope;
  readonly actsAs: string | null;
}

interface Lifetime {
  readonly expires: string | null;
  readonly revoked?: string | null;
}

/** Instants of the store are all in UTC and of one form, so that they compare as text. */
export function stateOf({ expires, revoked = null }: Lifetime, now: string): CredentialState {
  if (revoked !== null) return 'revoked';
  return expires !== null && expires <= now ? 'expired' : 'live';
}

export function accept(
  context: AuthContext,
  credential: Credential,
  { scope, actsAs }: Mandate,
): CredentialCheck {
  const caller: Caller = {
    tokenName: credential.name,
    isReadOnly: scope === 'read-only',
    userId: findUserId(context, actsAs),
  };
  return { kind: 'accepted', credential, caller };
}

export function refuse(problem: TokenProblem, credential: Credential | null): CredentialCheck {
  return { kind: 'refused', problem, credential };
}

/** The User that `/Me` is: that of the token, else that of the tenant's setting. @see RFC 7644 §3.11 */
function findUserId({ store, tenant }: AuthContext, actsAs: string | null): string | undefined {
  const userName = actsAs ?? store.authSettings.read(tenant.id).actsAs;
  if (userName === null) return undefined;
  const { userNameKey } = lookupKeys('User', { userName }, tenant.profile);
  return userNameKey === null ? undefined : store.resources.findUserId(tenant.id, userNameKey);
}
