// Whether a JWT is what an issuer that the tenant trusts has signed: signature first, claims after it, so that only who
// holds a token of the issuer is told what is wrong with its claims. Keys at a URL are read when they are needed, kept
// for a while, and read again for a key that is not among them.
// @see RFC 7519 §4.1 and §7.2, RFC 7523 §3; Microsoft: Develop a SCIM endpoint, Authorization
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import type { TrustedIssuer } from '../../../shared/admin/auth-setting.ts';
import type { TokenProblem } from '../../scim/token-problem.ts';
import type { ScimAppDependencies } from './exchange.ts';

export type JwtCheck =
  | {
      readonly kind: 'trusted';
      readonly issuer: TrustedIssuer;
      readonly subject: string | undefined;
    }
  | { readonly kind: 'refused'; readonly problem: TokenProblem };

/** The first of `issuers` that it is a token of, for its audience. */
export type VerifyJwt = (token: string, issuers: readonly TrustedIssuer[]) => Promise<JwtCheck>;

/** Signatures by a key pair alone: a shared secret is no key set. @see RFC 7518 §3.1, RFC 8037 */
const ALGORITHMS = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ');
const CLOCK_TOLERANCE_SECONDS = 30;
const READ_KEYS_TIMEOUT_MS = 5_000;
/** An issuer whose keys were read this short a time ago is not asked again. */
const READ_KEYS_PAUSE_MS = 5_000;

const UNKNOWN: JwtCheck = { kind: 'refused', problem: 'unknown' };

/** Three parts, the first of which begins as JSON does. */
export function looksLikeJwt(token: string): boolean {
  return /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/.test(token);
}

export function createJwtVerifier({
  clock,
  logger,
}: Pick<ScimAppDependencies, 'clock' | 'logger'>): VerifyJwt {
  const remoteKeys = new Map<string, JWTVerifyGetKey>();

  function keysOf({ jwks, jwksUri }: TrustedIssuer): JWTVerifyGetKey {
    // Keys of another form than theirs make jose throw, which is told as keys that cannot be read.
    if (jwksUri === null) return createLocalJWKSet({ keys: jwks?.keys ?? [] } as JSONWebKeySet);
    const keys = remoteKeys.get(jwksUri) ?? readKeysAt(jwksUri);
    remoteKeys.set(jwksUri, keys);
    return keys;
  }

  async function verifyFor(issuer: TrustedIssuer, token: string): Promise<JwtCheck> {
    try {
      const { payload } = await jwtVerify(token, keysOf(issuer), {
        issuer: issuer.issuer,
        audience: issuer.audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: clock.now(),
      });
      return { kind: 'trusted', issuer, subject: payload.sub };
    } catch (error) {
      const problem = readProblem(error);
      if (problem === 'keys-unreadable') {
        logger.warn('The keys of a trusted issuer cannot be read', { issuer: issuer.name, error });
      }
      return { kind: 'refused', problem };
    }
  }

  return async function verifyJwt(token, issuers) {
    const claimed = readIssuer(token);
    let check = UNKNOWN;
    for (const issuer of issuers.filter((one) => one.issuer === claimed)) {
      check = await verifyFor(issuer, token);
      if (check.kind === 'trusted') return check;
    }
    return check;
  };
}

function readKeysAt(url: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(url), {
    timeoutDuration: READ_KEYS_TIMEOUT_MS,
    cooldownDuration: READ_KEYS_PAUSE_MS,
  });
}

function readIssuer(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch (error) {
    if (error instanceof errors.JWTInvalid) return undefined;
    throw error;
  }
}

function readProblem(error: unknown): TokenProblem {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return CLAIMS[error.claim] ?? 'unknown';
  const isUnreadable =
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    !(error instanceof errors.JOSEError) ||
    error.code === 'ERR_JOSE_GENERIC';
  return isUnreadable ? 'keys-unreadable' : 'unknown';
}

const CLAIMS: Readonly<Record<string, TokenProblem>> = {
  nbf: 'too-early',
  aud: 'other-audience',
};
