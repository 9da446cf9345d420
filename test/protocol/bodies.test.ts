// RFC 7644 §3.1 and §3.8: media types; RFC 8259: JSON; §3.12: 413 and 415.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import { isJsonObject } from '../../shared/scim/json.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import { readId } from '../support/read-id.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

const USER = { userName: 'ada' };

describe('the media type of a body', () => {
  const accepted = [
    'application/scim+json',
    'application/json',
    'application/scim+json; charset=utf-8',
    'Application/SCIM+JSON;charset="UTF-8"',
    'application/json; charset=utf8; profile=x',
    '',
  ];
  for (const type of accepted) {
    test(`${type === '' ? 'left out' : type} is accepted`, async (t) => {
      const tenant = await startTenant({}, t);

      const answer = await tenant.scim('POST', '/Users', {
        body: USER,
        headers: { 'Content-Type': type },
      });

      assert.equal(answer.status, 201);
      assert.equal(answer.headers['content-type'], 'application/scim+json; charset=utf-8');
    });
  }

  const refused = [
    'text/xml',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/scim+json; charset=iso-8859-1',
  ];
  for (const type of refused) {
    test(`${type} is 415`, async (t) => {
      const tenant = await startTenant({}, t);

      const answer = await tenant.scim('POST', '/Users', {
        body: USER,
        headers: { 'Content-Type': type },
      });

      expectScimError(answer, { status: 415, detail: /^Content-Type '/ });
    });
  }

  test('does not help a compressed body: 415', async (t) => {
    const tenant = await startTenant({}, t);
    const headers = { 'Content-Encoding': 'gzip' };

    const packed = await tenant.scim('POST', '/Users', { body: USER, headers });
    const plain = { 'Content-Encoding': 'identity' };
    const unpacked = await tenant.scim('POST', '/Users', { body: USER, headers: plain });

    expectScimError(packed, { status: 415, detail: /^Content-Encoding 'gzip' / });
    assert.equal(unpacked.status, 201);
  });

  test('is never a reason to refuse an Accept header', async (t) => {
    const tenant = await startTenant({}, t);

    for (const Accept of ['application/json', 'text/xml', '*/*', 'application/scim+json;q=0.5']) {
      const answer = await tenant.scim('GET', '/Users', { headers: { Accept } });
      assert.equal(answer.headers['content-type'], 'application/scim+json; charset=utf-8');
    }
  });
});

describe('a body that is not JSON', () => {
  test('is 400 with the place of the fault, and without the text around it', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.scim('POST', '/Users', {
      body: '{\n  "userName": "ada",\n  "password": "s3cret" "x": 1\n}',
    });

    expectScimError(answer, {
      status: 400,
      scimType: 'invalidSyntax',
      detail: /^The body is not valid JSON at line 3, column 24: a ',' or a closing bracket/,
    });
    assert.equal(answer.text.includes('s3cret'), false);
  });

  test('is no matter where no body is wanted', async (t) => {
    const tenant = await startTenant({}, t);
    const id = readId(await tenant.scim('POST', '/Users', { body: USER }));

    const answer = await tenant.scim('DELETE', `/Users/${id}`, { body: '{' });

    assert.equal(answer.status, 204);
  });

  test('of 64 levels is read, of 65 refused', async (t) => {
    const tenant = await startTenant({}, t);
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

    const answers = await Promise.all(
      [64, 65].map((levels) => tenant.scim('POST', '/Users', { body: nested(levels) })),
    );

    assert.match(answers[0]?.text ?? '', /object/);
    assert.match(answers[1]?.text ?? '', /more than 64 levels deep/);
  });

  test('keeps its text byte for byte when it is one: é, 日本, an emoji', async (t) => {
    const tenant = await startTenant({}, t);
    const displayName = 'Adé 日本 🚀';

    const { body } = await tenant.scim('POST', '/Users', { body: { ...USER, displayName } });

    assert.ok(isJsonObject(body));
    assert.equal(body['displayName'], displayName);
  });
});

describe('a body over the limit of 1 MB', () => {
  test('is 413 when its length is declared, and the connection still serves', async (t) => {
    const tenant = await startTenant({}, t);
    const body = JSON.stringify({ userName: 'x'.repeat(2 << 20) });

    const answer = await tenant.scim('POST', '/Users', { body });

    expectScimError(answer, { status: 413, detail: /limit of 1048576 bytes/ });
    assert.equal((await tenant.scim('GET', '/Users')).status, 200);
  });

  test('is 413 when it comes in chunks without end, before the end', async (t) => {
    const tenant = await startTenant({}, t);

    const status = await postEndlessly(tenant);

    assert.equal(status, 413);
  });

  test('is recorded up to the limit, with its whole size', async (t) => {
    const tenant = await startTenant({}, t);
    const body = JSON.stringify({ userName: 'x'.repeat(2 << 20) });
    await tenant.scim('POST', '/Users', { body });

    const { requests } = await tenant.admin('listRequests');
    const { requestBody } = await tenant.admin('getRequest', {
      params: { id: requests[0]?.id ?? 0 },
    });

    assert.deepEqual(
      [requestBody.bytes, requestBody.truncated, requestBody.text.length],
      [body.length, true, 1 << 20],
    );
  });

  test('of exactly 1 MB is read', async (t) => {
    const tenant = await startTenant({}, t);
    const frame = JSON.stringify({ userName: 'ada', title: '' });
    const title = 'x'.repeat((1 << 20) - frame.length);

    const answer = await tenant.scim('POST', '/Users', { body: { userName: 'ada', title } });

    assert.equal(answer.status, 201);
  });
});

describe('what is not HTTP', () => {
  test('is 400 with a SCIM error', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await sendRaw(tenant, 'GET /scim/v2/Users HTTP/9.9\r\nHost x\r\n\r\n');

    assert.match(answer, /^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/scim\+json/);
  });

  test('with headers over 128 KB is 431; a filter of 60,000 characters is read', async (t) => {
    const tenant = await startTenant({}, t);
    const filter = (length: number) => `userName+eq+%22${'x'.repeat(length)}%22`;

    const long = await tenant.scim('GET', `/Users?filter=${filter(60_000)}`);
    const tooLong = await sendRaw(
      tenant,
      `GET /scim/v2/Users?filter=${filter(200_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    );

    assert.notEqual(long.status, 431);
    assert.match(tooLong, /^HTTP\/1\.1 431 /);
  });

  test('is 400 where Host is missing, and recorded like anything else', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await sendRaw(
      tenant,
      'GET /scim/v2/Users HTTP/1.1\r\nConnection: close\r\n\r\n',
    );

    assert.match(answer, /^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/scim\+json/);
    const { requests } = await tenant.admin('listRequests');
    assert.deepEqual(
      requests.map(({ path, status }) => [path, status]),
      [['/scim/v2/Users', 400]],
    );
  });

  test('but an Expect that nobody knows is served and recorded', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.scim('GET', '/Users', { headers: { Expect: 'patience' } });

    const { requests } = await tenant.admin('listRequests');
    assert.deepEqual([answer.status, requests.length], [200, 1]);
  });

  test('in its target is 404 with a SCIM error', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await sendRaw(
      tenant,
      `GET http://[broken/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );

    assert.match(
      answer,
      /^HTTP\/1\.1 404 Not Found\r\n[^]*application\/scim\+json[^]*"status":"404"/,
    );
  });
});

function postEndlessly({ scimUrl, token }: TestTenant): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' };
    const outgoing = request(`${scimUrl}/Users`, { method: 'POST', headers, agent: false });
    const more = () => {
      while (outgoing.write('"'.padEnd(65_536, 'x'))) continue;
    };
    outgoing.on('drain', more);
    outgoing.on('error', reject);
    outgoing.on('response', (answer) => {
      outgoing.off('drain', more);
      resolve(answer.statusCode ?? 0);
      outgoing.off('error', reject).on('error', () => undefined);
      outgoing.destroy();
    });
    more();
  });
}

function sendRaw({ scimOrigin }: TestTenant, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(scimOrigin).port), '127.0.0.1');
    const chunks: string[] = [];
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => chunks.push(chunk));
    socket.on('end', () => resolve(chunks.join('')));
    socket.on('error', reject);
    socket.write(text);
  });
}
