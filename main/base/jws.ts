// Signed JSON (JWS compact form) and the key pairs for it: ES256, and RS256 for those who are read by it alone.
// @see RFC 7515 §3.1, RFC 7518 §3.3 and §3.4
import { createPrivateKey, generateKeyPairSync, sign, type JsonWebKey } from 'node:crypto';

export interface SigningKey {
  readonly kid: string;
  /** JSON Web Key with its private part. */
  readonly jwk: JsonWebKey;
}

/** A new key of the curve P-256. */
export function newSigningKey(kid: string): SigningKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { kid, jwk: privateKey.export({ format: 'jwk' }) };
}

/** A new key of RSA, 2048 bits: to be kept, for making one takes a good part of a second. */
export function newRsaSigningKey(kid: string): SigningKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, jwk: privateKey.export({ format: 'jwk' }) };
}

/** What may be shown to anybody who checks a signature. @see RFC 7517 §4 */
export function publicKeyOf({ kid, jwk }: SigningKey): Record<string, string> {
  const { kty = '', crv = '', x = '', y = '', n = '', e = '' } = jwk;
  if (kty === 'RSA') return { kty, n, e, kid, use: 'sig', alg: 'RS256' };
  return { kty, crv, x, y, kid, use: 'sig', alg: 'ES256' };
}

/** `typ` is the media type of the payload without `application/`. */
export function signJws(key: SigningKey, typ: string, payload: unknown): string {
  const alg = key.jwk.kty === 'RSA' ? 'RS256' : 'ES256';
  const header = encode({ typ, alg, kid: key.kid });
  const signed = `${header}.${encode(payload)}`;
  const privateKey = createPrivateKey({ key: key.jwk, format: 'jwk' });
  const signature = sign('sha256', Buffer.from(signed), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363', // RSA has one encoding only, and takes no notice
  });
  return `${signed}.${signature.toString('base64url')}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
