// RFC 7644 §3.7: Bulk, over HTTP.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { JsonObject, JsonValue } from '../../shared/scim/json.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import { list, post, setProfile, USER } from '../support/read-list.ts';
import { assertHas } from '../support/resource-claims.ts';
import { BULK_REQUEST, detailOf, sendBulk, statusesOf } from '../support/send-bulk.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';
import { textOf } from '../support/text-of.ts';

describe('RFC 7644 §3.7 POST /Bulk', () => {
  test('B1 B2 answers 200 and tells method, bulkId, location, version and status of each', async (t) => {
    const { tenant, ada } = await startWithAda(t);

    const outcomes = await sendBulk(tenant, [
      createUser('b', 'bob'),
      { method: 'PUT', path: `/Users/${ada}`, data: user('ada', { title: 'CTO' }) },
      { method: 'PATCH', path: `/Users/${ada}`, data: patch('replace', 'title', 'CEO') },
      { method: 'DELETE', path: `/Users/${ada}` },
    ]);

    const location = `${tenant.scimUrl}/Users/${ada}`;
    const bob = await idOf(tenant, 'bob');
    assert.deepEqual(outcomes, [
      {
        method: 'POST',
        bulkId: 'b',
        location: `${tenant.scimUrl}/Users/${bob}`,
        version: 'W/"1"',
        status: '201',
      },
      { method: 'PUT', location, version: 'W/"2"', status: '200' },
      { method: 'PATCH', location, version: 'W/"3"', status: '200' },
      { method: 'DELETE', location, status: '204' },
    ]);
  });

  test('B5 failOnErrors ends the request; what came before stays', async (t) => {
    const { tenant } = await startWithAda(t);
    const operations = [
      createUser('a', 'ADA'),
      createUser('b', 'bob'),
      createUser('c', 'Bob'),
      createUser('d', 'dora'),
    ];

    const ended = await sendBulk(tenant, operations, { failOnErrors: 2 });

    assert.deepEqual(statusesOf(ended), ['409', '201', '409']);
    assert.deepEqual((await list(tenant, '/Users')).names, ['ada', 'bob']);
  });

  test('B6 an error item has its status and a SCIM error that names the operation', async (t) => {
    const { tenant } = await startWithAda(t);

    const outcomes = await sendBulk(tenant, [
      createUser('a', 'ada'),
      { method: 'PATCH', path: '/Users/nobody', data: patch('add', 'title', 'x') },
      createUser('c', 'cleo', { emails: 7 }),
    ]);

    assert.deepEqual(outcomes[0], {
      method: 'POST',
      bulkId: 'a',
      status: '409',
      response: {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: '409',
        scimType: 'uniqueness',
        detail: 'Operations[0]: userName "ada" is already in use',
      },
    });
    assert.equal(outcomes[1]?.['location'], `${tenant.scimUrl}/Users/nobody`);
    assert.equal(detailOf(outcomes[1]), 'Operations[1]: User "nobody" does not exist');
    assert.match(detailOf(outcomes[2]), /^Operations\[2\]: emails/);
  });

  test('B7 too many operations, and too many bytes, are 413', async (t) => {
    const tenant = await startTenant({}, t);
    setProfile(tenant, { maxBulkOperations: 1, maxBulkPayloadBytes: 2048 });
    const wide = createUser('a', 'x'.repeat(3000));

    const many = await bulk(tenant, [createUser('a', 'ada'), createUser('b', 'bob')]);
    const large = await bulk(tenant, [wide]);

    expectScimError(many, { status: 413, detail: /maxOperations allows \(1\)/ });
    expectScimError(large, { status: 413, detail: /2048 bytes/ });
    assert.deepEqual((await list(tenant, '/Users')).names, []);
  });

  test('B7 a Bulk request may be larger than another body', async (t) => {
    const tenant = await startTenant({}, t);
    setProfile(tenant, { maxBodyBytes: 1024 });
    const wide = createUser('a', 'ada', { title: 'x'.repeat(2000) });

    assert.deepEqual(statusesOf(await sendBulk(tenant, [wide])), ['201']);
  });

  test('B9 operations are no transaction together, and keep their order', async (t) => {
    const { tenant, ada } = await startWithAda(t);

    const outcomes = await sendBulk(tenant, [
      { method: 'PATCH', path: `/Users/${ada}`, data: patch('replace', 'title', 'one') },
      { method: 'PATCH', path: `/Users/${ada}`, data: patch('remove', 'emails[') },
      { method: 'PATCH', path: `/Users/${ada}`, data: patch('replace', 'title', 'three') },
    ]);

    assert.deepEqual(statusesOf(outcomes), ['200', '400', '200']);
    assertHas((await tenant.scim('GET', `/Users/${ada}`)).body, { title: 'three' });
  });

  test('B10 version is an If-Match of the operation', async (t) => {
    const { tenant, ada } = await startWithAda(t);
    const path = `/Users/${ada}`;

    const outcomes = await sendBulk(tenant, [
      { method: 'PATCH', path, version: 'W/"9"', data: patch('replace', 'title', 'x') },
      { method: 'PUT', path, version: 'W/"1"', data: user('ada', { title: 'y' }) },
      { method: 'DELETE', path, version: 'W/"1"' },
    ]);

    assert.deepEqual(statusesOf(outcomes), ['412', '200', '412']);
    assert.match(detailOf(outcomes[0]), /^Operations\[0\]: User ".*" has the version W\/"1"/);
  });

  test('B10 PUT, PATCH and DELETE need a resource, POST an endpoint', async (t) => {
    const { tenant, ada } = await startWithAda(t);

    const outcomes = await sendBulk(tenant, [
      { method: 'DELETE', path: '/Users' },
      { ...createUser('a', 'bob'), path: `/Users/${ada}` },
    ]);

    assert.deepEqual(statusesOf(outcomes), ['400', '400']);
    assert.match(detailOf(outcomes[0]), /^Operations\[0\]: path '\/Users' names no resource/);
    assert.match(detailOf(outcomes[1]), /^Operations\[1\]: path .* names a resource/);
  });

  test('B10 a path may be the whole URL', async (t) => {
    const { tenant, ada } = await startWithAda(t);

    const [outcome] = await sendBulk(tenant, [
      { method: 'DELETE', path: `${tenant.scimUrl}/Users/${ada}` },
    ]);

    assert.equal(outcome?.['status'], '204');
  });

  test('B13 is 501 where the profile has none, and told so', async (t) => {
    const tenant = await startTenant({}, t);
    setProfile(tenant, { bulkSupported: false });

    const answer = await bulk(tenant, []);
    const config = await tenant.scim('GET', '/ServiceProviderConfig');

    expectScimError(answer, { status: 501 });
    assertHas(config.body, { bulk: { supported: false } });
  });

  test('is recorded with every resource that it touched', async (t) => {
    const { tenant, ada } = await startWithAda(t);

    await sendBulk(tenant, [
      createUser('b', 'bob'),
      { method: 'DELETE', path: `/Users/${ada}` },
      createUser('c', 'Bob'),
    ]);

    const [summary] = (await tenant.admin('listRequests')).requests.slice(-1);
    const details = await tenant.admin('getRequest', { params: { id: summary?.id ?? 0 } });
    assert.deepEqual(
      [details.operation, details.sentence],
      ['bulk', 'Bulk (3 operations): 1 failed'],
    );
    assert.deepEqual(
      details.effects.map(({ action, resourceName }) => [action, resourceName]),
      [
        ['created', 'bob'],
        ['deleted', 'ada'],
      ],
    );
  });
});

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

async function startWithAda(t: TestContext) {
  const tenant = await startTenant({}, t);
  return { tenant, ada: await post(tenant, '/Users', user('ada')) };
}

function bulk(tenant: TestTenant, Operations: readonly JsonObject[]) {
  return tenant.scim('POST', '/Bulk', { body: { schemas: [BULK_REQUEST], Operations } });
}

function user(userName: string, more: JsonObject = {}): JsonObject {
  return { schemas: [USER], userName, ...more };
}

function createUser(bulkId: string, userName: string, more: JsonObject = {}): JsonObject {
  return { method: 'POST', path: '/Users', bulkId, data: user(userName, more) };
}

function patch(op: string, path: string, value: JsonValue = null): JsonObject {
  return { schemas: [PATCH_OP], Operations: [{ op, path, value }] };
}

async function idOf(tenant: TestTenant, userName: string): Promise<string> {
  const [found] = (await list(tenant, '/Users', { filter: `userName eq "${userName}"` })).resources;
  return textOf(found?.['id']);
}
