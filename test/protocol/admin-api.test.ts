// The admin API by its route table: every answer is parsed by the contract of shared/admin.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AdminError } from '../../shared/admin/error.ts';
import { isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import { readId } from '../support/read-id.ts';
import { sendRequest } from '../support/send-request.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

const USERS = { tenant: 'default', resourceType: 'User' } as const;
const GROUPS = { tenant: 'default', resourceType: 'Group' } as const;

describe('status and connection', () => {
  test('tell where the server is, what runs it and how much it holds', async (t) => {
    const tenant = await startTenant({}, t);
    const value = readId(await tenant.scim('POST', '/Users', { body: { userName: 'ada' } }));
    await tenant.scim('POST', '/Users', { body: { userName: 'bob', active: false } });
    await tenant.scim('POST', '/Groups', { body: { displayName: 'G', members: [{ value }] } });

    const { startedAt, version, ...status } = await tenant.admin('getStatus');

    assert.match(startedAt, /^\d{4}-\d\d-\d\dT.*Z$/);
    assert.match(version, /^\d+\.\d+\.\d+$/);
    assert.deepEqual(status, {
      runtime: `node ${process.version}`,
      dataDir: ':memory:',
      scimUrl: tenant.scimUrl,
      adminUrl: tenant.adminUrl,
      tenants: [
        {
          slug: 'default',
          name: 'My SCIM app',
          publicUrl: null,
          counts: { users: 2, activeUsers: 1, groups: 1, memberships: 1, requests: 3 },
        },
      ],
    });
  });

  test('count the requests that the list of this tenant shows, those of nobody too', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.scim('GET', '/Users');
    await sendRequest({ method: 'GET', url: `${tenant.scimOrigin}/nowhere` });

    const { tenants } = await tenant.admin('getStatus');
    const { total } = await tenant.admin('listRequests', { query: { tenant: 'default' } });

    assert.deepEqual([tenants[0]?.counts.requests, total], [2, 2]);
  });

  test('hold what an admin pastes: the local URL and the token', async (t) => {
    const tenant = await startTenant({}, t);

    assert.deepEqual(await tenant.admin('getConnection'), {
      tenantUrl: tenant.scimUrl,
      localTenantUrl: tenant.scimUrl,
      publicTenantUrl: null,
      publicUrlSource: null,
      certificate: null,
      secretToken: tenant.token,
    });
  });

  test('change name and public URL, each alone; null takes the URL back', async (t) => {
    const tenant = await startTenant({}, t);
    const change = async (body: JsonObject) => {
      const { name, publicUrl } = await tenant.admin('updateTenant', { body });
      return [name, publicUrl];
    };

    assert.deepEqual(await change({ name: ' Velpic ' }), ['Velpic', null]);
    assert.deepEqual(await change({ publicUrl: 'https://x.example/' }), [
      'Velpic',
      'https://x.example',
    ]);
    assert.deepEqual(await change({ publicUrl: null }), ['Velpic', null]);
  });
});

describe('the test request', () => {
  test('is a real one: 200 with an empty list, in the request log as the app’s own', async (t) => {
    const tenant = await startTenant({}, t);

    const { durationMs, ...result } = await tenant.admin('testConnection');

    const [recorded] = (await tenant.admin('listRequests')).requests;
    assert.ok(durationMs > 0);
    assert.deepEqual([result.ok, result.status], [true, 200]);
    assert.match(result.message, /Entra would accept/);
    assert.match(result.url, /\/scim\/v2\/Users\?filter=userName\+eq\+%22[0-9a-f-]{36}%22$/);
    assert.deepEqual([recorded?.operation, recorded?.source], ['test-connection', 'app']);
  });
});

describe('users and groups in the UI', () => {
  test('are created, read, replaced, patched and deleted by the SCIM engine', async (t) => {
    const tenant = await startTenant({}, t);
    const body = { userName: 'ada', emails: [{ value: 'a@x.test', type: 'work' }] };

    const created = await tenant.admin('createResource', { params: USERS, body });
    const params = { ...USERS, id: textOf(created.resource, 'id') };
    const patched = await tenant.admin('patchResource', {
      params,
      body: { Operations: [{ op: 'add', path: 'title', value: 'Analyst' }] },
    });
    const replaced = await tenant.admin('replaceResource', {
      params,
      body: { userName: 'ada', displayName: 'Ada' },
    });
    const read = await tenant.admin('getResource', { params });
    const { revisions } = await tenant.admin('getHistory', { params });
    await tenant.admin('deleteResource', { params });

    assert.deepEqual(patched.resource['emails'], body.emails);
    assert.deepEqual([replaced.resource['title'], read], [undefined, replaced]);
    assert.equal(created.memberCount, null);
    assert.deepEqual(
      revisions.map(({ action, requestId }) => [action, requestId]),
      [
        ['replace', null],
        ['patch', null],
        ['create', null],
      ],
    );
    expectError(await tenant.callAdmin('GET', `/api/tenants/default/resources/User/${params.id}`), {
      status: 404,
      code: 'scim',
    });
    assert.equal((await tenant.admin('listRequests')).total, 0);
  });

  test('are listed in pages by a SCIM filter', async (t) => {
    const tenant = await startTenant({}, t);
    for (const userName of ['ada', 'alan', 'bob']) {
      await tenant.scim('POST', '/Users', { body: { userName } });
    }

    const page = await tenant.admin('queryResources', {
      params: USERS,
      query: { filter: 'userName sw "a"', startIndex: 2, count: 1 },
    });

    assert.deepEqual(
      [
        page.totalResults,
        page.startIndex,
        page.resources.map(({ resource }) => resource['userName']),
      ],
      [2, 2, ['alan']],
    );
  });

  test('show a group without its members, which come in pages of their own', async (t) => {
    const tenant = await startTenant({}, t);
    const value = readId(await tenant.scim('POST', '/Users', { body: { userName: 'ada' } }));
    const members = [{ value }, { value: 'elsewhere', display: 'Else' }];
    const created = await tenant.admin('createResource', {
      params: GROUPS,
      body: { displayName: 'G', members },
    });
    const params = { tenant: 'default', id: textOf(created.resource, 'id') };

    const page = await tenant.admin('listMembers', { params, query: { startIndex: 1, count: 10 } });

    assert.deepEqual([created.memberCount, created.resource['members']], [2, undefined]);
    assert.deepEqual(page, {
      totalResults: 2,
      startIndex: 1,
      members: [
        { value, display: 'ada', type: 'User' },
        { value: 'elsewhere', display: 'Else', type: null },
      ],
    });
  });

  test('refuse what SCIM refuses, with its status and type', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });
    const path = '/api/tenants/default/resources/User';

    const taken = await tenant.callAdmin('POST', path, { body: { userName: 'ADA' } });
    const unreadable = await tenant.callAdmin('GET', `${path}?filter=nope`);

    expectError(taken, { status: 409, code: 'scim', scimType: 'uniqueness' });
    expectError(unreadable, { status: 400, code: 'scim', scimType: 'invalidFilter' });
  });

  test('are not polluted by __proto__', async (t) => {
    const tenant = await startTenant({}, t);

    await tenant.callAdmin('POST', '/api/tenants/default/resources/User', {
      body: '{"userName":"eve","__proto__":{"polluted":true},"name":{"__proto__":{"polluted":true}}}',
    });

    const { resources } = await tenant.admin('queryResources', { params: USERS });
    assert.equal('polluted' in {}, false);
    assert.equal(JSON.stringify(resources).includes('polluted'), false);
  });
});

describe('the request log in the UI', () => {
  test('is paged both ways and searched by words', async (t) => {
    const tenant = await startTenant({}, t);
    for (const name of ['ada', 'bob', 'cyd']) {
      await tenant.scim('GET', `/Users?filter=userName+eq+%22${name}%22`);
    }
    const ids = async (query: object) =>
      (await tenant.admin('listRequests', { query })).requests.map(({ id }) => id);

    assert.deepEqual(await ids({ limit: 2 }), [2, 3]);
    assert.deepEqual(await ids({ before: 2 }), [1]);
    assert.deepEqual(await ids({ after: 1, limit: 1 }), [2]);
    assert.deepEqual(await ids({ text: 'BOB look' }), [2]);
  });

  test('answers 404 for a request that it does not have', async (t) => {
    const tenant = await startTenant({}, t);

    expectError(await tenant.callAdmin('GET', '/api/requests/7'), {
      status: 404,
      code: 'not-found',
    });
  });
});

describe('what the table does not allow', () => {
  const cases: readonly (readonly [
    method: string,
    path: string,
    body: string | undefined,
    expected: { status: number; code: string; issue?: string },
  ])[] = [
    ['GET', '/api/nope', undefined, { status: 404, code: 'not-found' }],
    ['DELETE', '/api/status', undefined, { status: 405, code: 'method-not-allowed' }],
    ['GET', '/api/tenants/nobody/connection', undefined, { status: 404, code: 'not-found' }],
    [
      'GET',
      '/api/requests?limit=0',
      undefined,
      { status: 400, code: 'bad-request', issue: 'query.limit' },
    ],
    ['GET', '/api/requests/x', undefined, { status: 400, code: 'bad-request', issue: 'path.id' }],
    ['GET', '/api/tenants/default/resources/Robot', undefined, { status: 404, code: 'not-found' }],
    [
      'PATCH',
      '/api/tenants/default',
      '{"name":""}',
      { status: 400, code: 'bad-request', issue: 'body.name' },
    ],
    [
      'PATCH',
      '/api/tenants/default',
      '{"publicUrl":"ftp://x"}',
      { status: 400, code: 'bad-request', issue: 'body.publicUrl' },
    ],
    ['PATCH', '/api/tenants/default', '{', { status: 400, code: 'bad-request' }],
    [
      'PATCH',
      '/api/tenants/default',
      undefined,
      { status: 400, code: 'bad-request', issue: 'body' },
    ],
    ['GET', '/api/tenants/%ED%A0%80/tokens', undefined, { status: 400, code: 'bad-request' }],
    [
      'POST',
      '/api/tenants/default/verify/count',
      `{"match":{"body":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
      { status: 400, code: 'bad-request' },
    ],
    ['POST', '/nope', '{}', { status: 404, code: 'not-found' }],
  ];
  for (const [method, path, body, expected] of cases) {
    test(`${method} ${path} ${body?.slice(0, 40) ?? ''} is ${expected.status} ${expected.code}`, async (t) => {
      const tenant = await startTenant({}, t);

      const answer = await tenant.callAdmin(method, path, body === undefined ? {} : { body });

      expectError(answer, expected);
    });
  }

  test('and a fault of ours is 500 without its text, which is in the log', async (t) => {
    const tenant = await startTenant({}, t);
    tenant.store.close();

    const answer = await tenant.callAdmin('GET', '/api/requests');

    expectError(answer, { status: 500, code: 'internal' });
    assert.equal(answer.text.includes('database'), false);
    assert.match(tenant.logLines.join(''), /GET \/api\/requests failed.*database connection/s);
  });
});

interface ExpectedError {
  readonly status: number;
  readonly code: string;
  readonly scimType?: string;
  /** Path of the first issue. */
  readonly issue?: string;
}

function expectError(
  answer: Awaited<ReturnType<TestTenant['callAdmin']>>,
  { status, code, scimType, issue }: ExpectedError,
): void {
  const { error } = AdminError.parse(answer.body);
  assert.deepEqual([answer.status, error.code], [status, code], answer.text);
  if (scimType !== undefined) assert.equal(error.scim?.scimType, scimType);
  if (issue !== undefined) assert.equal(error.issues?.[0]?.path, issue);
}

function textOf(resource: JsonObject, name: string): string {
  const value = resource[name];
  assert.ok(typeof value === 'string' && isJsonObject(resource));
  return value;
}
