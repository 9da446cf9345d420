// Whose secret a presented token is. It is compared with every secret of the tenant, each time with all of them and by
// digest, so that neither the time that it takes nor the answer tells a near miss from any other.
import { isSameSecret, secretDigest } from '../base/same-secret.ts';
import type { TokenRecord } from '../store/tokens.ts';
import type { AuthSetting, TrustedIssuer } from '../../shared/admin/auth-setting.ts';
import {
  accept,
  refuse,
  stateOf,
  type AuthContext,
  type Credential,
  type CredentialCheck,
} from './credentials.ts';

/** Of a bearer token, or of the password of HTTP Basic. */
export function checkToken(context: AuthContext, presented: string): CredentialCheck {
  const { store, tenant } = context;
  const matches = store.tokens.candidates(tenant.id).flatMap((token) => match(token, presented));
  const issued = store.oauthClients.findAccessToken(tenant.id, secretDigest(presented));
  const best = matches.find(({ isOld }) => !isOld) ?? matches[0];
  if (best !== undefined) return judge(context, best);
  if (issued === undefined) return refuse('unknown', null);
  const credential: Credential = { kind: 'client', key: issued.clientKey, name: issued.clientName };
  const state = stateOf(issued, context.now);
  return state === 'live' ? accept(context, credential, issued) : refuse(state, credential);
}

/** A JWT whose signature and claims were found to be those of a trusted issuer. */
export function acceptIssued(context: AuthContext, issuer: TrustedIssuer): CredentialCheck {
  return accept(context, { kind: 'issuer', key: null, name: issuer.name }, issuer);
}

export function trustedIssuers({ store, tenant }: AuthContext): AuthSetting['trustedIssuers'] {
  return store.authSettings.read(tenant.id).trustedIssuers;
}

interface Match {
  readonly token: TokenRecord;
  /** Whether it is the secret before the last rotation. */
  readonly isOld: boolean;
}

function match(token: TokenRecord, presented: string): readonly Match[] {
  const isCurrent = isSameSecret(presented, token.secret);
  const isOld = isSameSecret(presented, token.previousSecret ?? '');
  if (isCurrent) return [{ token, isOld: false }];
  return isOld && token.previousSecret !== null ? [{ token, isOld: true }] : [];
}

function judge(context: AuthContext, { token, isOld }: Match): CredentialCheck {
  const credential: Credential = { kind: 'token', key: token.key, name: token.name };
  const expires = isOld ? token.previousExpires : token.expires;
  const state = stateOf({ expires, revoked: token.revoked }, context.now);
  return state === 'live' ? accept(context, credential, token) : refuse(state, credential);
}
