// Signed tokens: anybody who has the public key can check them.
import { strict as assert } from 'node:assert';
import { createPublicKey, verify } from 'node:crypto';
import { describe, test } from 'node:test';
import { newSigningKey, publicKeyOf, signJws } from '../../main/base/jws.ts';

describe('RFC 7515 compact JWS', () => {
  test('is verified by the public key, which holds no private part', () => {
    const key = newSigningKey('k1');

    const [header = '', payload = '', signature = ''] = signJws(key, 'secevent+jwt', {
      jti: 'x',
    }).split('.');

    const shown = publicKeyOf(key);
    const publicKey = createPublicKey({ key: shown, format: 'jwk' });
    const isRight = verify(
      'sha256',
      Buffer.from(`${header}.${payload}`),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    assert.equal('d' in shown, false);
    assert.equal(isRight, true);
    assert.deepEqual(decode(header), { typ: 'secevent+jwt', alg: 'ES256', kid: 'k1' });
    assert.deepEqual(decode(payload), { jti: 'x' });
  });
});

function decode(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}
