// What once broke when settings, names or files were chosen to break it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { isJsonObject } from '../../shared/scim/json.ts';
import { readId } from '../support/read-id.ts';
import { startTenant } from '../support/start-tenant.ts';

const DEFAULT = { tenant: 'default' } as const;

describe('a schema of a tenant', () => {
  for (const name of ['valueOf', 'hasOwnProperty', 'toString', 'isPrototypeOf']) {
    test(`may name an attribute ${name}`, async (t) => {
      const tenant = await startTenant({}, t);
      await tenant.admin('changeSchemas', { params: DEFAULT, body: { put: typeOf(name) } });

      const created = await tenant.scim('POST', '/Zeds', { body: { [name]: 'x' } });

      assert.equal(created.status, 201, created.text);
      assert.equal(isJsonObject(created.body) && created.body[name], 'x');
    });
  }

  test('may have a displayName that is a number, and its requests are recorded', async (t) => {
    const tenant = await startTenant({}, t);
    const [schema, type] = typeOf('displayName');
    const put = [
      { ...schema, attributes: [{ ...attribute('displayName', 'default'), type: 'integer' }] },
      type ?? {},
    ];
    await tenant.admin('changeSchemas', { params: DEFAULT, body: { put } });
    const created = await tenant.scim('POST', '/Zeds', { body: { displayName: 4 } });

    await tenant.scim('GET', `/Zeds/${readId(created)}`);

    assert.equal((await tenant.admin('listRequests')).total, 2);
  });

  test('takes values that are never returned with it when it goes', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('changeSchemas', { params: DEFAULT, body: { put: secretExtension() } });
    const body = { userName: 'ada', 'urn:x:Ext': { pin: 'secret-pin', badge: 'b-1' } };
    const created = await tenant.scim('POST', '/Users', { body });
    const logged = await tenant.admin('getRequest', { params: { id: 1 } });
    assert.equal(JSON.stringify(logged).includes('secret-pin'), false);
    assert.match(logged.requestBody.text, /b-1/);

    await tenant.admin('changeSchemas', {
      params: DEFAULT,
      body: { deleteSchemas: ['urn:x:Ext'], allowBreaking: true },
    });

    const read = await tenant.scim('GET', `/Users/${readId(created)}`);
    assert.equal(read.text.includes('secret-pin'), false);
    assert.match(read.text, /b-1/);
  });
});

describe('a tenant', () => {
  test('keeps its name when its rename is refused', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.callAdmin('POST', '/api/tenants/default/rename', {
      body: JSON.stringify({ slug: 'zz', name: 'Other' }),
    });

    const { tenants } = await tenant.admin('listTenants');
    assert.deepEqual([answer.status, tenants[0]?.name], [409, 'My SCIM app']);
  });

  test('never gets the number of one that was deleted', async (t) => {
    const tenant = await startTenant({}, t);
    const numberOf = (slug: string) => tenant.store.tenants.find(slug)?.id ?? 0;
    await tenant.admin('createTenant', { body: { slug: 'first', name: 'First' } });
    const first = numberOf('first');
    await tenant.admin('deleteTenant', { params: { tenant: 'first' } });

    await tenant.admin('createTenant', { body: { slug: 'second', name: 'Second' } });

    assert.ok(numberOf('second') > first);
  });
});

describe('a token', () => {
  test('that has ended takes the secret before its rotation with it', async (t) => {
    const tenant = await startTenant({}, t);
    const { tokens } = await tenant.admin('listTokens', { params: DEFAULT });
    const params = { ...DEFAULT, id: tokens[0]?.id ?? '' };
    await tenant.admin('rotateToken', { params, body: { overlapMinutes: 600 } });

    await tenant.admin('changeToken', { params, body: { expires: '2020-01-01T00:00:00Z' } });

    assert.equal((await tenant.scim('GET', '/Users')).status, 401);
  });
});

describe('a snapshot', () => {
  test('of no bytes is refused, and leaves the workspace as it is', async (t) => {
    const dataDir = makeFolder(t);
    const tenant = await startTenant({ dataDir }, t);
    await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });
    const { id } = await tenant.admin('takeSnapshot', { body: { name: 'Before' } });
    writeFileSync(path.join(dataDir, 'snapshots', `${id}.db`), '');

    const answer = await tenant.callAdmin('POST', `/api/snapshots/${id}/restore`);

    const users = await tenant.scim('GET', '/Users');
    assert.equal(answer.status, 409, answer.text);
    assert.equal(isJsonObject(users.body) && users.body['totalResults'], 1);
  });

  test('with a damaged description does not hide the others', async (t) => {
    const dataDir = makeFolder(t);
    const tenant = await startTenant({ dataDir }, t);
    const damaged = await tenant.admin('takeSnapshot', { body: { name: 'One' } });
    const sound = await tenant.admin('takeSnapshot', { body: { name: 'Two' } });
    writeFileSync(path.join(dataDir, 'snapshots', `${damaged.id}.json`), '{"bad');

    const { snapshots } = await tenant.admin('listSnapshots');

    assert.deepEqual(
      snapshots.map(({ id }) => id),
      [sound.id],
    );
  });
});

describe('a secret in a URL', () => {
  const targets = [
    '/Users?%66ilter=password%20eq%20%22leaked-1%22',
    '/?aadOptscim062020/Users?filter=password%20eq%20%22leaked-2%22',
    '/Users?filter=password%20eq%20%22leaked-3%22%E0',
    '/Users?access_token=leaked-4',
    '/Users?a=b;filter=password+eq+%22leaked-5%22',
  ];
  for (const target of targets) {
    test(`is not recorded: ${target.slice(0, 30)}`, async (t) => {
      const tenant = await startTenant({}, t);

      await tenant.scim('GET', target);

      const log = await tenant.callAdmin('GET', '/api/requests');
      assert.equal(log.text.includes('leaked-'), false, log.text);
    });
  }
});

test('a file with a title that every object has is imported without that column', async (t) => {
  const tenant = await startTenant({}, t);

  const started = await tenant.callAdmin('POST', '/api/tenants/default/import?format=csv', {
    body: 'constructor,userName\nx,ada\n',
    headers: { 'Content-Type': 'text/csv' },
  });

  assert.equal(started.status, 200, started.text);
  await assert.doesNotReject(async () => {
    while ((await tenant.admin('listJobs')).jobs[0]?.state === 'running') {
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
  assert.equal((await tenant.admin('listJobs')).jobs[0]?.state, 'done');
});

function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'scim-hostile-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function attribute(name: string, returned: 'default' | 'never') {
  const mutability = returned === 'never' ? 'writeOnly' : 'readWrite';
  const plain = { multiValued: false, required: false, caseExact: false, uniqueness: 'none' };
  return { name, type: 'string', mutability, returned, ...plain };
}

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Schema';
const RESOURCE_TYPE = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType';

function typeOf(name: string) {
  return [
    { schemas: [SCHEMA], id: 'urn:x:Z', name: 'Z', attributes: [attribute(name, 'default')] },
    { schemas: [RESOURCE_TYPE], id: 'Zed', name: 'Zed', endpoint: '/Zeds', schema: 'urn:x:Z' },
  ];
}

function secretExtension() {
  const attributes = [attribute('pin', 'never'), attribute('badge', 'default')];
  return [
    { schemas: [SCHEMA], id: 'urn:x:Ext', name: 'Ext', attributes },
    {
      schemas: [RESOURCE_TYPE],
      id: 'User',
      name: 'User',
      endpoint: '/Users',
      schema: 'urn:ietf:params:scim:schemas:core:2.0:User',
      schemaExtensions: [{ schema: 'urn:x:Ext', required: false }],
    },
  ];
}
