// The event feed as a receiver sees it: polls, and the claims of tokens whose signature has been checked.
// @see RFC 8936, RFC 8417
import assert from 'node:assert/strict';
import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../shared/scim/json.ts';
import type { ScimAnswer, TestTenant } from './start-tenant.ts';
import { textOf } from './text-of.ts';

export const PROV = 'urn:ietf:params:scim:event:prov';
export const FEED = 'urn:ietf:params:scim:event:feed';
export const ASYNC_RESPONSE = 'urn:ietf:params:scim:event:misc:asyncresp';

/** The claims of the tokens in one answer, oldest first. */
export async function poll(
  tenant: TestTenant,
  request: JsonObject = {},
): Promise<readonly JsonObject[]> {
  const body = { returnImmediately: true, ...request };
  return readSets(tenant, await tenant.scim('POST', '/.events', { body }));
}

/** Waits until the feed has told of as many requests that were accepted for later. */
export async function waitForOutcomes(
  tenant: TestTenant,
  count: number,
): Promise<readonly JsonObject[]> {
  const outcomes: JsonObject[] = [];
  while (outcomes.length < count) {
    const claims = await poll(tenant, { returnImmediately: false });
    outcomes.push(...claims.filter((each) => eventsOf(each)[ASYNC_RESPONSE] !== undefined));
    await poll(tenant, { maxEvents: 0, ack: claims.map(({ jti = '' }) => jti) });
  }
  return outcomes;
}

export async function readSets(
  tenant: TestTenant,
  { status, body, headers, text }: ScimAnswer,
): Promise<readonly JsonObject[]> {
  assert.equal(status, 200, text);
  assert.match(String(headers['content-type']), /^application\/json/);
  assert.ok(isJsonObject(body) && isJsonObject(body['sets']));
  const key = await readKey(tenant);
  return Object.entries(body['sets']).map(([jti, token]) => {
    const claims = readToken(textOf(token), key);
    assert.equal(claims['jti'], jti);
    return claims;
  });
}

/** The `events` claim. */
export function eventsOf(claims: JsonObject | undefined): JsonObject {
  const events = claims?.['events'];
  assert.ok(isJsonObject(events));
  return events;
}

/** What a token says of its only event, or of that with the URI. */
export function payloadOf(claims: JsonObject | undefined, uri?: string): JsonObject {
  const events = eventsOf(claims);
  const payload = uri === undefined ? Object.values(events)[0] : events[uri];
  assert.ok(isJsonObject(payload), JSON.stringify(claims));
  return payload;
}

async function readKey(tenant: TestTenant): Promise<JsonWebKey> {
  const { body } = await tenant.scim('GET', '/.events/keys');
  const keys: JsonValue | undefined = isJsonObject(body) ? body['keys'] : undefined;
  assert.ok(isJsonArray(keys) && isJsonObject(keys[0]));
  assert.equal(keys[0]['d'], undefined);
  return keys[0];
}

function readToken(token: string, key: JsonWebKey): JsonObject {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const isRight = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  assert.ok(isRight, 'the signature of an event token is wrong');
  assert.deepEqual(decode(header), { typ: 'secevent+jwt', alg: 'ES256', kid: key['kid'] });
  return decode(payload);
}

function decode(part: string): JsonObject {
  const value: JsonValue = JSON.parse(Buffer.from(part, 'base64url').toString());
  assert.ok(isJsonObject(value));
  return value;
}
