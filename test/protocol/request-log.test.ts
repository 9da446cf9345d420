// Every request that reaches the SCIM listener is in the request log, with what it meant and what it changed.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import type { JsonValue } from '../../shared/scim/json.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import { listenLive } from '../support/listen-live.ts';
import { readId } from '../support/read-id.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

describe('the request log', () => {
  test('has a request as soon as its answer is there', async (t) => {
    const tenant = await startTenant({}, t);

    for (let n = 1; n <= 20; n += 1) {
      await tenant.scim('GET', '/Users');
      assert.equal((await tenant.admin('listRequests')).total, n);
    }
  });

  test('has the rejected ones too, in the order of arrival', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.scim('GET', '/Users', { headers: { Authorization: 'Bearer wrong' } });
    await tenant.scim('POST', '/Users', { body: '{"userName":' });
    await tenant.scim('POST', '/Users', { body: {}, headers: { 'Content-Type': 'text/xml' } });
    await tenant.scim('GET', '/Nope');
    await tenant.scim('PUT', '/Users', { body: {} });
    await tenant.scim('POST', '/Bulk', { body: {} });
    await tenant.ask('GET', '/t/nobody/scim/v2/Users');
    await tenant.ask('GET', '/robots.txt');
    await tenant.ask('GET', '/');

    const { requests } = await tenant.admin('listRequests');

    assert.deepEqual(
      requests.map(({ tenant, status, operation }) => [tenant, status, operation]),
      [
        ['default', 401, 'rejected-token'],
        ['default', 400, 'rejected-body'],
        ['default', 415, 'rejected-media-type'],
        ['default', 404, 'rejected-path'],
        ['default', 405, 'rejected-method'],
        ['default', 400, 'bulk'],
        [null, 404, 'rejected-path'],
        [null, 404, 'rejected-path'],
        [null, 200, 'open-landing-page'],
      ],
    );
  });

  test('keeps request and response as they were on the wire', async (t) => {
    const tenant = await startTenant({}, t);
    const text = '{ "userName" : "ada",\n"password":"s3cret" }';
    const answer = await tenant.scim('POST', '/Users?attributes=userName', {
      body: text,
      headers: { 'X-Trace': '7' },
    });

    const [summary] = (await tenant.admin('listRequests')).requests;
    const details = await tenant.admin('getRequest', { params: { id: summary?.id ?? 0 } });

    assert.equal(details.path, '/scim/v2/Users');
    assert.equal(details.query, 'attributes=userName');
    assert.deepEqual(details.requestBody, {
      text: '{ "userName" : "ada",\n"password":"••••" }',
      bytes: text.length,
      truncated: false,
    });
    assert.ok(details.requestHeaders.some(([name, value]) => name === 'X-Trace' && value === '7'));
    assert.deepEqual(details.responseBody, {
      text: answer.text,
      bytes: answer.text.length,
      truncated: false,
    });
    assert.deepEqual(
      details.responseHeaders.map(([name]) => name),
      ['Content-Type', 'Location', 'ETag', 'Content-Length'],
    );
    assert.equal(details.remoteAddress, '127.0.0.1');
    assert.ok(details.durationMs > 0);
  });

  test('says what a request changed, and nothing for one that was refused', async (t) => {
    const tenant = await startTenant({}, t);
    const path = `/Users/${readId(await tenant.scim('POST', '/Users', { body: { userName: 'ada' } }))}`;
    const patch = (value: JsonValue) => ({
      Operations: [{ op: 'replace', path: 'active', value }],
    });
    await tenant.scim('PATCH', path, { body: patch(false) });
    await tenant.scim('PATCH', path, { body: patch('maybe') });

    const [, changed, refused] = await readDetails(tenant);

    assert.deepEqual(
      changed?.effects.map(({ action, resourceName, changes }) => [action, resourceName, changes]),
      [['updated', 'ada', [{ path: 'active', kind: 'added', after: false }]]],
    );
    assert.deepEqual(
      [refused?.status, refused?.scimType, refused?.effects],
      [400, 'invalidValue', []],
    );
  });

  test('has a request whose peer went away before the answer, with status 0', async (t) => {
    const tenant = await startTenant({}, t);
    const live = await listenLive(tenant, t);

    await hangUpWithin(
      tenant,
      'POST /scim/v2/Users HTTP/1.1\r\nContent-Length: 100\r\nHost: x\r\n\r\n{',
    );
    const event = await live.next('request-recorded');

    const { method, status, operation } = event.data.request;
    assert.deepEqual([method, status], ['POST', 0], operation);
    assert.equal((await tenant.scim('GET', '/Users')).status, 200);
  });

  test('gives ids in the order of arrival, and none twice after it was cleared', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.scim('GET', '/Users');
    await tenant.scim('GET', '/Users');
    assert.deepEqual(await tenant.admin('clearRequests'), { deleted: 2 });

    await tenant.scim('GET', '/Users');

    const { requests } = await tenant.admin('listRequests');
    assert.deepEqual(
      requests.map(({ id }) => id),
      [3],
    );
  });

  test('that cannot be written does not cost the answer', async (t) => {
    const tenant = await startTenant({}, t);
    tenant.store.close();

    const answer = await tenant.ask('GET', '/');

    assert.equal(answer.status, 200);
    assert.match(tenant.logLines.join(''), /A request could not be recorded.*database connection/s);
  });

  test('is named by number in a 500, which leaks nothing of the fault', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.ask('GET', '/');
    tenant.store.close();

    const answer = await tenant.scim('GET', '/Users');

    expectScimError(answer, {
      status: 500,
      detail: /^The server failed at this request; its request log has it as number 2$/,
    });
    assert.match(tenant.logLines.join(''), /GET failed request=2 error=TypeError: .*\n +at /);
  });
});

async function readDetails(tenant: TestTenant) {
  const { requests } = await tenant.admin('listRequests');
  return Promise.all(requests.map(({ id }) => tenant.admin('getRequest', { params: { id } })));
}

function hangUpWithin({ scimOrigin }: TestTenant, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(scimOrigin).port), '127.0.0.1');
    socket.on('error', reject);
    socket.write(text, () => {
      socket.destroy();
      resolve();
    });
  });
}
