// An issuer of JWTs with a key pair of its own, and a server that tells its public key: real HTTP on a free port.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { TestContext } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import type { JsonObject } from '../../shared/scim/json.ts';

export interface JwtIssuer {
  /** `{ keys: […] }`, public. */
  readonly jwks: { readonly keys: JsonObject[] };
  /** Signed now, and good for five minutes unless `claims` say otherwise. */
  readonly sign: (claims: JWTPayload) => Promise<string>;
}

export async function createJwtIssuer(kid = 'key-1'): Promise<JwtIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk: JsonObject = JSON.parse(JSON.stringify(await exportJWK(publicKey)));
  const now = Math.floor(Date.now() / 1000);
  return {
    jwks: { keys: [{ ...jwk, kid, use: 'sig' }] },
    sign: (claims) =>
      new SignJWT({ iat: now, nbf: now, exp: now + 300, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .sign(privateKey),
  };
}

export interface KeyServer {
  readonly url: string;
  /** How often it was asked. */
  readonly asked: () => number;
  /** What it tells from now on; undefined = it fails. */
  readonly tell: (jwks: object | undefined) => void;
}

/** Closed after the test. */
export async function startKeyServer(
  first: object | undefined,
  t: TestContext,
): Promise<KeyServer> {
  let told = first;
  let count = 0;
  const server = createServer((_request, response) => {
    count += 1;
    response.writeHead(told === undefined ? 500 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(told ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => close(server));
  return {
    url: `http://127.0.0.1:${portOf(server)}/keys`,
    asked: () => count,
    tell: (jwks) => void (told = jwks),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
