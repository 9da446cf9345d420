// Bad input against the headless server, a process of its own: each gets its SCIM error, nothing is stored, and the
// server goes on. @see RFC 7644 §3.12
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/scim/json.ts';
import { type PlainAnswer, readJsonBody, sendRequest } from '../support/send-request.ts';
import { type HeadlessServer, startHeadless } from '../support/start-headless.ts';
import { BAD_INPUTS, type BadInput } from './bad-input-cases.ts';

const ERROR_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:Error';

let server: HeadlessServer;
let ada: string;

before(async () => {
  server = await startHeadless();
  const created = await send('POST', '/Users', JSON.stringify({ userName: 'ada@contoso.test' }));
  ada = textOf(readJsonBody(created), 'id');
});
after(() => server.stop());

describe('bad input is refused with a SCIM error and leaves no trace', () => {
  for (const input of BAD_INPUTS) {
    test(`${input.title}: ${input.status} ${input.scimType ?? ''}`.trim(), () => refuse(input));
  }
});

describe('names that mean something to JavaScript', () => {
  test('are unknown attributes like any other, and not stored', async () => {
    const body = `{"userName": "eve@contoso.test", "toString": "x", "hasOwnProperty": true,
      "constructor": {"prototype": {"polluted": true}}}`;

    const created = readJsonBody(await send('POST', '/Users', body));
    const { id, meta, ...rest } = objectOf(readJsonBody(await send('GET', pathOf(created))));
    const deleted = await send('DELETE', pathOf(created));

    assert.deepEqual([typeof id, typeof meta, deleted.status], ['string', 'object', 204]);
    assert.deepEqual(rest, {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'eve@contoso.test',
    });
  });
});

describe('a request line that is too long', () => {
  test('is refused, and the server goes on', async () => {
    const before = await snapshot();

    const answer = await send('GET', `/Users?filter=${'a'.repeat(500_000)}`);

    assert.equal(answer.status, 431);
    assert.deepEqual(await snapshot(), before);
  });
});

async function refuse(input: BadInput): Promise<void> {
  const before = await snapshot();

  const answer = await send(input.method, input.path.replace('{ada}', ada), input.body);

  const body = readJsonBody(answer);
  assert.deepEqual([answer.status, scimTypeOf(body)], [input.status, input.scimType], answer.text);
  assert.match(answer.headers['content-type'] ?? '', /^application\/scim\+json\b/);
  assert.deepEqual(
    [schemasOf(body), textOf(body, 'status')],
    [[ERROR_SCHEMA], String(input.status)],
  );
  assert.notEqual(textOf(body, 'detail'), '');
  assert.deepEqual(await snapshot(), before);
}

/** All that is stored; to be asked it must still be alive. */
async function snapshot(): Promise<JsonValue | undefined> {
  const answer = await send('GET', '/Users');
  assert.deepEqual([answer.status, server.child.exitCode], [200, null]);
  return readJsonBody(answer);
}

function send(method: string, path: string, body?: string | Uint8Array): Promise<PlainAnswer> {
  return sendRequest({
    method,
    url: `${server.ready.scimUrl}${path}`,
    headers: {
      Authorization: `Bearer ${server.ready.token}`,
      ...(body !== undefined && { 'Content-Type': 'application/scim+json' }),
    },
    ...(body !== undefined && { body }),
  });
}

function scimTypeOf(body: JsonValue | undefined): JsonValue | undefined {
  return isJsonObject(body) ? body['scimType'] : undefined;
}

function schemasOf(body: JsonValue | undefined): JsonValue | undefined {
  return isJsonObject(body) ? body['schemas'] : undefined;
}

function pathOf(created: JsonValue | undefined): string {
  return `/Users/${textOf(created, 'id')}`;
}

function objectOf(body: JsonValue | undefined): JsonObject {
  return isJsonObject(body) ? body : {};
}

function textOf(body: JsonValue | undefined, name: string): string {
  const value = isJsonObject(body) ? body[name] : undefined;
  return typeof value === 'string' ? value : '';
}
