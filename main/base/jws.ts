// Signed JSON (JWS compact form, ES256) and the key pair for it. @see RFC 7515 §3.1, RFC 7518 §3.4
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

/** What may be shown to anybody who checks a signature. @see RFC 7517 §4 */
export function publicKeyOf({ kid, jwk }: SigningKey): Record<string, string> {
  const { kty = '', crv = '', x = '', y = '' } = jwk;
  return { kty, crv, x, y, kid, use: 'sig', alg: 'ES256' };
}

/** `typ` is the media type of the payload without `application/`. */
export function signJws(key: SigningKey, typ: string, payload: unknown): string {
  const header = encode({ typ, alg: 'ES256', kid: key.kid });
  const signed = `${header}.${encode(payload)}`;
  const privateKey = createPrivateKey({ key: key.jwk, format: 'jwk' });
  const signature = sign('sha256', Buffer.from(signed), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${signed}.${signature.toString('base64url')}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
