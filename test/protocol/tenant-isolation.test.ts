// Two tenants with the very same data, ids included: whatever a client of one asks for, it never reads, names or changes
// anything of the other.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../shared/scim/json.ts';
import { ALL_DOCUMENTS, DEVICE } from '../support/device-documents.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import { startTenant, type ScimAnswer, type TestTenant } from '../support/start-tenant.ts';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const OTHERS_NAME = 'only-in-default';

let tenant: TestTenant;
let otherToken = '';
/** Ids that only the default tenant has. */
let secretUser = '';
let secretGroup = '';

before(async () => {
  tenant = await startTenant();
  await tenant.admin('changeSchemas', {
    params: { tenant: 'default' },
    body: { put: [...ALL_DOCUMENTS] },
  });
  await createUser('/scim/v2', tenant.token, 'shared');
  const copy = { slug: 'other', withData: true };
  await tenant.admin('copyTenant', { params: { tenant: 'default' }, body: copy });
  const connection = await tenant.admin('getConnection', { params: { tenant: 'other' } });
  otherToken = connection.secretToken;
  secretUser = await createUser('/scim/v2', tenant.token, OTHERS_NAME);
  const group = { displayName: `${OTHERS_NAME}-group`, members: [{ value: secretUser }] };
  secretGroup = idOf(await tenant.scim('POST', '/Groups', { body: group }));
});
after(() => tenant.close());

async function createUser(base: string, token: string, userName: string): Promise<string> {
  const headers = { Authorization: `Bearer ${token}` };
  const body = { userName, externalId: `ext-${userName}`, displayName: userName };
  const created = await tenant.ask('POST', `${base}/Users`, { headers, body });
  assert.equal(created.status, 201, created.text);
  return idOf(created);
}

function other(method: string, path: string, body?: JsonValue): Promise<ScimAnswer> {
  const headers = { Authorization: `Bearer ${otherToken}` };
  return tenant.ask(method, `/t/other/scim/v2${path}`, {
    headers,
    ...(body !== undefined && { body }),
  });
}

function idOf({ body }: ScimAnswer): string {
  const id = isJsonObject(body) ? body['id'] : undefined;
  return typeof id === 'string' ? id : '';
}

function total({ body }: ScimAnswer): JsonValue | undefined {
  return isJsonObject(body) ? body['totalResults'] : undefined;
}

function patchBody(...operations: readonly JsonObject[]): JsonObject {
  return { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations };
}

describe('Z1 a token', () => {
  test('Z1 opens its own tenant only', async () => {
    const headers = { Authorization: `Bearer ${otherToken}` };

    expectScimError(await tenant.scim('GET', '/Users', { headers }), { status: 401 });
    expectScimError(await tenant.ask('GET', '/t/other/scim/v2/Users'), { status: 401 });
    assert.equal((await other('GET', '/Users')).status, 200);
  });

  for (const slug of [
    'other%2f..%2fdefault',
    '..%2f..',
    'other%00',
    "other'--",
    'other%20',
    'nope',
  ]) {
    test(`does not open the slug ${slug}`, async () => {
      const headers = { Authorization: `Bearer ${otherToken}` };

      const { status } = await tenant.ask('GET', `/t/${slug}/scim/v2/Users`, { headers });

      assert.equal(status, 404);
    });
  }
});

describe('Z1 an id of the other tenant', () => {
  const verbs: readonly (readonly [method: string, body?: JsonValue])[] = [
    ['GET'],
    ['PUT', { userName: 'stolen' }],
    ['PATCH', patchBody({ op: 'replace', path: 'active', value: false })],
    ['DELETE'],
  ];
  for (const [method, body] of verbs) {
    test(`is 404 on ${method}, of a User and of a Group`, async () => {
      expectScimError(await other(method, `/Users/${secretUser}`, body), { status: 404 });
      const groupBody = method === 'PUT' ? { displayName: 'stolen' } : body;
      expectScimError(await other(method, `/Groups/${secretGroup}`, groupBody), { status: 404 });
      assert.equal((await tenant.scim('GET', `/Users/${secretUser}`)).status, 200);
      assert.equal((await tenant.scim('GET', `/Groups/${secretGroup}`)).status, 200);
    });
  }

  for (const path of [
    '/Users/..%2f..%2f..%2fscim%2fv2%2fUsers%2f',
    '/Users/%2e%2e/../../default/scim/v2/Users/',
    '/Users/../../../../scim/v2/Users/',
  ]) {
    test(`is not reached by ${path}`, async () => {
      const { status, text } = await other('GET', path + secretUser);

      assert.notEqual(status, 200);
      assert.doesNotMatch(text, /"userName"/);
    });
  }

  test('is 404 for an operation of a Bulk request', async () => {
    const answer = await other('POST', '/Bulk', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      Operations: [
        { method: 'DELETE', path: `/Users/${secretUser}` },
        { method: 'PUT', path: `/Groups/${secretGroup}`, data: { displayName: 'stolen' } },
      ],
    });

    assert.equal(answer.status, 200, answer.text);
    const operations = isJsonObject(answer.body) ? answer.body['Operations'] : undefined;
    assert.ok(isJsonArray(operations));
    assert.deepEqual(
      operations.map((operation) => isJsonObject(operation) && operation['status']),
      ['404', '404'],
    );
    assert.equal((await tenant.scim('GET', `/Users/${secretUser}`)).status, 200);
  });

  test('shows no name and no groups when it is a member, a manager or a value of a filter', async () => {
    const group = await other('POST', '/Groups', {
      displayName: 'borrowed',
      members: [{ value: secretUser }],
    });
    const user = await other('POST', '/Users', {
      userName: 'managed',
      [ENTERPRISE]: { manager: { value: secretUser } },
    });
    const read = await other('GET', `/Users/${idOf(user)}`);
    const readGroup = await other('GET', `/Groups/${idOf(group)}`);

    for (const answer of [group, user, read, readGroup]) {
      assert.doesNotMatch(answer.text, new RegExp(OTHERS_NAME), answer.text);
    }
    const secret = await tenant.scim('GET', `/Users/${secretUser}`);
    assert.doesNotMatch(secret.text, /borrowed/);
  });
});

describe('Z1 a query', () => {
  const filters = [
    `userName eq "${OTHERS_NAME}"`,
    `externalId eq "ext-${OTHERS_NAME}"`,
    `displayName sw "${OTHERS_NAME}"`,
    `groups.display sw "${OTHERS_NAME}"`,
    'groups pr and userName sw "only"',
    `meta.location co "${OTHERS_NAME}"`,
    'not (userName pr)',
  ];
  for (const filter of filters) {
    test(`finds nothing of the other tenant by ${filter}`, async () => {
      const answer = await other('GET', `/Users?filter=${encodeURIComponent(filter)}`);

      assert.equal(answer.status, 200, answer.text);
      assert.equal(total(answer), 0);
    });
  }

  test('by id finds nothing, on no endpoint', async () => {
    const filter = `id eq "${secretUser}" or id eq "${secretGroup}"`;
    const search = { schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'], filter };

    for (const answer of [
      await other('GET', `/Users?filter=${encodeURIComponent(filter)}`),
      await other('GET', `/Groups?filter=${encodeURIComponent(filter)}`),
      await other('GET', `/?filter=${encodeURIComponent(filter)}`),
      await other('POST', '/.search', search),
      await other('POST', '/Users/.search', search),
    ]) {
      if (answer.status === 200) assert.equal(total(answer), 0, answer.text);
      else assert.notEqual(answer.status, 500);
    }
  });

  test('goes on with no cursor of the other tenant', async () => {
    for (const name of ['c1', 'c2', 'c3']) await createUser('/scim/v2', tenant.token, name);
    const { body } = await tenant.scim('GET', '/Users?cursor=&count=1');
    const cursor = isJsonObject(body) ? body['nextCursor'] : undefined;
    assert.ok(typeof cursor === 'string', 'the default tenant pages by cursor');

    const answer = await other('GET', `/Users?cursor=${encodeURIComponent(cursor)}&count=1`);

    assert.equal(answer.status, 400, answer.text);
  });

  test('lists what both have once, under its own base URL', async () => {
    const answer = await other(
      'GET',
      `/Users?filter=${encodeURIComponent('userName eq "shared"')}`,
    );
    const resources = isJsonObject(answer.body) ? answer.body['Resources'] : undefined;

    assert.ok(isJsonArray(resources) && resources.length === 1);
    assert.match(JSON.stringify(resources[0]), /\/t\/other\/scim\/v2\/Users\//);
  });
});

describe('Values', () => {
  test('that must be unique are so within a tenant only', async () => {
    assert.equal((await other('POST', '/Users', { userName: OTHERS_NAME })).status, 201);
    assert.equal((await tenant.scim('POST', '/Devices', { body: DEVICE })).status, 201);
    assert.equal((await other('POST', '/Devices', DEVICE)).status, 201);
    expectScimError(await other('POST', '/Devices', DEVICE), {
      status: 409,
      scimType: 'uniqueness',
    });
  });

  test('and schemas change in one tenant only', async () => {
    await tenant.admin('changeSchemas', {
      params: { tenant: 'other' },
      body: { deleteResourceTypes: ['Device'], allowBreaking: true },
    });

    expectScimError(await other('GET', '/Devices'), { status: 404 });
    assert.equal((await tenant.scim('GET', '/Devices')).status, 200);
    assert.equal((await tenant.scim('GET', '/ResourceTypes/Device')).status, 200);
  });
});

describe('The request log and the admin API', () => {
  test('tell the requests of a tenant apart', async () => {
    const { requests } = await tenant.admin('listRequests', { query: { tenant: 'other' } });

    assert.ok(requests.length > 0);
    assert.ok(requests.every((request) => request.tenant === 'other' || request.tenant === null));
  });

  test('read resources of the named tenant only', async () => {
    const path = `/api/tenants/other/resources/User/${secretUser}`;

    const answers = [
      await tenant.callAdmin('GET', path),
      await tenant.callAdmin('GET', `${path}/history`),
      await tenant.callAdmin('DELETE', path),
    ];

    assert.deepEqual(
      answers.map(({ status }) => status),
      [404, 404, 404],
    );
  });
});
