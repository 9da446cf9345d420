import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { HarImportResult } from '../../../shared/admin/request-export.ts';
import { sendUser } from '../../support/send-users.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

describe('Import of a HAR file', () => {
  test('brings our own export back as it was, executing nothing', async (t) => {
    const from = await startTenant({}, t);
    const to = await startTenant({}, t);
    const id = await sendUser(from, 'ada');
    await from.scim('GET', '/Users?filter=userName+eq+%22ada%40contoso.test%22');
    await from.scim('PATCH', `/Users/${id}`, {
      body: '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"Replace","path":"active","value":"False"}]}',
    });
    await sendUser(from, 'ada').catch(() => undefined);
    const { text } = await from.callAdmin('GET', '/api/requests/export?format=har');

    const result = await importHar(to, text);

    assert.deepEqual(result, {
      imported: 4,
      firstId: 1,
      lastId: 4,
      passedOver: 0,
      failed: 0,
      issues: [],
    });
    for (const each of [1, 2, 3, 4]) {
      const [logged, imported] = [await read(from, each), await read(to, each)];
      assert.deepEqual(essence(imported), essence(logged));
      assert.match(imported.note ?? '', /^Imported, not executed/);
      assert.deepEqual(imported.effects, []);
    }
    assert.equal((await to.scim('GET', '/Users')).text.includes('ada'), false);
  });

  test('takes SCIM requests of any base URL, masks their secrets, passes over the rest', async (t) => {
    const tenant = await startTenant({}, t);
    const har = toHar([
      entry({ url: 'https://x.test/app/logo.png' }),
      entry({
        url: 'https://x.test/api/v1/scim/Users?filter=userName%20eq%20%22a%22',
        headers: [{ name: 'Authorization', value: 'Bearer very-secret-token-of-x' }],
      }),
    ]);

    const { imported, passedOver } = await importHar(tenant, har);

    assert.deepEqual([imported, passedOver], [1, 1]);
    const logged = await read(tenant, 1);
    assert.deepEqual(
      [logged.path, logged.operation, logged.tenant, logged.at],
      ['/scim/v2/Users', 'look-up', 'default', '2026-05-04T10:00:00.000Z'],
    );
    assert.match(logged.note ?? '', /recorded at https:\/\/x\.test\/api\/v1\/scim$/);
    assert.doesNotMatch(JSON.stringify(logged), /very-secret/);
  });

  test('is no traffic of the tenant and takes no first step', async (t) => {
    const from = await startTenant({}, t);
    const to = await startTenant({}, t);
    const headers = { 'User-Agent': 'AzureAD', adscimversion: 'AzureV2' };
    await from.scim('GET', '/Users?filter=userName+eq+%225f2f4d0d-0a4e-4a0e-8f2b-1c2d3e4f5a6b%22', {
      headers,
    });
    await from.scim('GET', '/Users?filter=userName+eq+%22none%22', { headers });
    const { text } = await from.callAdmin('GET', '/api/requests/export?format=har');
    const tell = async ({ admin }: TestTenant) => {
      const params = { tenant: 'default' };
      const traffic = await admin('getTraffic', { params, query: { window: 'day' } });
      const { steps } = await admin('getFirstSteps', { params });
      return [traffic.total.requests, steps.filter(({ isDone }) => isDone).length > 0];
    };

    await importHar(to, text);

    assert.deepEqual(await tell(from), [2, true]);
    assert.deepEqual(await tell(to), [0, false]);
  });

  test('names the entry that it cannot read and takes the others', async (t) => {
    const tenant = await startTenant({}, t);
    const good = entry({ url: 'https://x.test/Users' });
    const har = toHar([
      good,
      { ...good, request: { ...good.request, method: 7 } },
      { ...good, startedDateTime: 'yesterday' },
      'no entry',
    ]);

    const { imported, failed, issues } = await importHar(tenant, har);

    assert.deepEqual([imported, failed], [1, 3]);
    assert.deepEqual(
      issues.map(({ place }) => place),
      ['log.entries[1].request.method', 'log.entries[2].startedDateTime', 'log.entries[3]'],
    );
  });

  for (const [text, message] of [
    ['', /not JSON/],
    ['{"log":{}}', /no list log\.entries/],
    [toHar(Array.from({ length: 20_001 }, () => 0)), /more than 20,000 entries/],
  ] as const) {
    test(`refuses ${text.slice(0, 20) || 'an empty file'}`, async (t) => {
      const tenant = await startTenant({}, t);

      const answer = await send(tenant, text);

      assert.equal(answer.status, 400);
      assert.match(answer.text, message);
    });
  }
});

function entry({ url, headers = [] }: { url: string; headers?: readonly object[] }) {
  return {
    startedDateTime: '2026-05-04T10:00:00.000Z',
    time: 5,
    request: { method: 'GET', url, headers },
    response: { status: 200, headers: [], content: { text: '' } },
  };
}

function toHar(entries: readonly unknown[]): string {
  return JSON.stringify({ log: { version: '1.2', entries } });
}

function send(tenant: TestTenant, text: string) {
  return tenant.callAdmin('POST', '/api/requests/import?tenant=default', {
    body: text,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
}

async function importHar(tenant: TestTenant, text: string): Promise<HarImportResult> {
  const answer = await send(tenant, text);
  assert.equal(answer.status, 200, answer.text);
  return HarImportResult.parse(JSON.parse(answer.text));
}

function read(tenant: TestTenant, id: number): Promise<RequestDetails> {
  return tenant.admin('getRequest', { params: { id } });
}

function essence(request: RequestDetails) {
  const { at, method, path, query, status, scimType, operation, source, findings } = request;
  const { requestBody, responseBody } = request;
  return {
    at,
    method,
    path,
    query,
    status,
    scimType,
    operation,
    source,
    findings,
    requestBody,
    responseBody,
  };
}
