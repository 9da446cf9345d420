// Snapshots of one tenant, and one tenant out of a snapshot: the others, and their requests, stay as they are.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { SnapshotImport } from '../../../shared/admin/snapshot.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { ALL_DOCUMENTS, DEVICE } from '../../support/device-documents.ts';
import { readId } from '../../support/read-id.ts';
import { sendRequest } from '../../support/send-request.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

/** Two tenants with people, a group and requests each; the second has a type of its own, with values that are unique. */
async function startTwo(t: TestContext, dataDir: string): Promise<TestTenant> {
  const tenant = await startTenant({ dataDir }, t);
  await tenant.admin('createTenant', { body: { slug: 'sales', name: 'Sales' } });
  const put = [...ALL_DOCUMENTS];
  await tenant.admin('changeSchemas', { params: { tenant: 'sales' }, body: { put } });
  for (const slug of ['default', 'sales', 'default', 'sales']) await addCrew(tenant, slug);
  await send(tenant, 'sales', ['POST', '/Devices', DEVICE]);
  return tenant;
}

async function addCrew(tenant: TestTenant, slug: string): Promise<string> {
  const { totalResults } = await tenant.admin('queryResources', {
    params: { tenant: slug, resourceType: 'User' },
  });
  const userName = `${slug}-${totalResults}`;
  const id = readId(await send(tenant, slug, ['POST', '/Users', { userName }]));
  await send(tenant, slug, [
    'POST',
    '/Groups',
    {
      displayName: `Crew of ${userName}`,
      members: [{ value: id }],
    },
  ]);
  return id;
}

async function send(
  tenant: TestTenant,
  slug: string,
  [method, place, body]: readonly [method: string, place: string, body?: JsonValue],
) {
  const { secretToken } = await tenant.admin('getConnection', { params: { tenant: slug } });
  const base = slug === 'default' ? '/scim/v2' : `/t/${slug}/scim/v2`;
  const headers = { Authorization: `Bearer ${secretToken}` };
  return tenant.ask(method, base + place, { headers, ...(body !== undefined && { body }) });
}

/** All that a person can see of a tenant. */
async function look(tenant: TestTenant, slug: string) {
  const types = slug === 'default' ? ['User', 'Group'] : ['User', 'Group', 'Device'];
  const resources: unknown[] = [];
  for (const resourceType of types) {
    const params = { tenant: slug, resourceType };
    const page = await tenant.admin('queryResources', { params });
    for (const { resource, ...stored } of page.resources) {
      const id = resource['id'];
      assert.ok(typeof id === 'string');
      const { revisions } = await tenant.admin('getHistory', { params: { ...params, id } });
      const members =
        resourceType === 'Group' &&
        (await tenant.admin('listMembers', { params: { tenant: slug, id } })).members;
      resources.push({ resource, stored, revisions, members });
    }
    resources.push(await tenant.admin('listDeletedResources', { params }));
  }
  const { requests } = await tenant.admin('listRequests', { query: { tenant: slug } });
  const { tokens } = await tenant.admin('listTokens', { params: { tenant: slug } });
  const secrets = tokens.map(({ id, name }) => [id, name]);
  return { resources, requests, secrets };
}

/** As a file. Returns the id of the snapshot over there. */
async function passOn(source: TestTenant, id: string, target: TestTenant): Promise<string> {
  const headers = { Authorization: `Bearer ${source.adminKey}` };
  const file = await fetch(`${source.adminUrl}/api/snapshots/${id}/file`, { headers });
  const answer = await sendRequest({
    method: 'POST',
    url: `${target.adminUrl}/api/snapshots/import`,
    headers: { Authorization: `Bearer ${target.adminKey}` },
    body: Buffer.from(await file.arrayBuffer()),
  });
  const { snapshot } = SnapshotImport.parse(JSON.parse(answer.text));
  assert.ok(snapshot);
  return snapshot.id;
}

function openFolder(t: TestContext): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-tenant-snapshots-'));
  t.after(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

describe('A snapshot of one tenant', () => {
  for (const place of ['a folder', 'memory'] as const) {
    test(`in ${place}: restored, the tenant is as it was and the others are as they are`, async (t) => {
      const tenant = await startTwo(t, place === 'memory' ? ':memory:' : openFolder(t));
      const sales = await look(tenant, 'sales');
      const body = { name: 'Sales', note: '', tenant: 'sales' };
      const snapshot = await tenant.admin('takeSnapshot', { body });
      await addCrew(tenant, 'sales');
      const gone = await addCrew(tenant, 'default');
      await send(tenant, 'default', ['DELETE', `/Users/${gone}`]);
      await tenant.admin('emptyTenant', {
        params: { tenant: 'sales' },
        body: { resources: true, requests: true, snapshot: false },
      });
      await addCrew(tenant, 'default');
      const others = await look(tenant, 'default');

      const params = { id: snapshot.id };
      const restoration = await tenant.admin('restoreSnapshot', { params });

      assert.deepEqual([snapshot.tenant, snapshot.counts.tenants], ['sales', 1]);
      assert.deepEqual(snapshot.counts, { tenants: 1, users: 2, groups: 2, requests: 5 });
      assert.deepEqual([restoration.tenant, restoration.credentials], ['sales', null]);
      assert.deepEqual(await look(tenant, 'sales'), sales);
      assert.deepEqual(await look(tenant, 'default'), others);
      const again = await send(tenant, 'sales', ['POST', '/Devices', DEVICE]);
      assert.equal(again.status, 409, 'its values are still known to be taken');
      assert.equal(
        readId(await send(tenant, 'sales', ['POST', '/Users', { userName: 'x' }])).length,
        36,
      );
      await tenant.admin('restoreSnapshot', { params: { id: restoration.before.id } });
      assert.deepEqual(await look(tenant, 'default'), others);
    });
  }

  test('comes back beside the tenant that it has become since, with numbers of its own', async (t) => {
    const tenant = await startTwo(t, openFolder(t));
    const body = { name: 'Sales', tenant: 'sales' };
    const { id } = await tenant.admin('takeSnapshot', { body });
    const params = { tenant: 'sales' };
    await tenant.admin('renameTenant', { params, body: { slug: 'field' } });
    const field = await look(tenant, 'field');

    await tenant.admin('restoreSnapshot', { params: { id } });

    assert.deepEqual(await look(tenant, 'field'), field);
    const sales = await look(tenant, 'sales');
    assert.equal(sales.resources.length, field.resources.length);
    const numbers = new Set([...sales.requests, ...field.requests].map((each) => each.id));
    assert.equal(numbers.size, sales.requests.length * 2);
    const [first] = sales.requests;
    assert.ok(first !== undefined);
    const details = await tenant.admin('getRequest', { params: { id: first.id } });
    assert.equal(details.tenant, 'sales');
    assert.equal((await send(tenant, 'sales', ['GET', '/Users'])).status, 200);
  });

  test('is a file for another workspace, which takes it without secrets', async (t) => {
    const tenant = await startTwo(t, openFolder(t));
    const { id } = await tenant.admin('takeSnapshot', { body: { name: 'S', tenant: 'sales' } });
    const target = await startTenant({ dataDir: openFolder(t) }, t);
    for (const userName of ['a', 'b']) await target.scim('POST', '/Users', { body: { userName } });
    const before = await look(target, 'default');

    const params = { id: await passOn(tenant, id, target) };
    const { credentials, restored } = await target.admin('restoreSnapshot', { params });

    assert.deepEqual([restored.tenant, restored.origin], ['sales', 'imported']);
    assert.deepEqual(credentials, { kept: [], issued: ['sales'] });
    assert.deepEqual(await look(target, 'default'), before);
    assert.equal((await send(target, 'sales', ['GET', '/Users'])).status, 200);
    const { secrets } = await look(target, 'sales');
    const again = await target.admin('restoreSnapshot', { params });
    assert.deepEqual(again.credentials, { kept: ['sales'], issued: [] });
    assert.deepEqual((await look(target, 'sales')).secrets, secrets);
  });

  test('brings no number of a request that is another one over there', async (t) => {
    const source = await startTwo(t, openFolder(t));
    await source.admin('clearRequests');
    await addCrew(source, 'sales');
    const { id } = await source.admin('takeSnapshot', { body: { name: 'S', tenant: 'sales' } });
    const target = await startTenant({ dataDir: openFolder(t) }, t);
    for (const userName of ['a', 'b', 'c', 'd']) {
      await target.scim('POST', '/Users', { body: { userName } });
    }

    await target.admin('restoreSnapshot', { params: { id: await passOn(source, id, target) } });

    const { resources, requests } = await look(target, 'sales');
    const told = JSON.stringify(resources).match(/"requestId":(\d+)/g) ?? [];
    const own = requests.map((each) => `"requestId":${each.id}`);
    assert.ok(told.length > 0);
    assert.deepEqual(
      told.filter((each) => !own.includes(each)),
      [],
    );
  });

  test('knows nothing of another one, and says so', async (t) => {
    const tenant = await startTwo(t, ':memory:');
    const { id } = await tenant.admin('takeSnapshot', { body: { name: 'S', tenant: 'sales' } });
    const ids = [await addCrew(tenant, 'default')];

    const { tenants } = await tenant.admin('compareSnapshot', { params: { id } });
    const refusals = [
      await tenant.callAdmin('POST', `/api/snapshots/${id}/restore?tenant=default`),
      await tenant.callAdmin('POST', `/api/snapshots/${id}/put-back`, {
        body: { tenant: 'default', ids },
      }),
      await tenant.callAdmin('POST', '/api/snapshots', { body: { name: 'x', tenant: 'nobody' } }),
    ];

    assert.deepEqual(
      tenants.map((each) => each.tenant),
      ['sales'],
    );
    assert.deepEqual(
      refusals.map(({ status }) => status),
      [409, 409, 404],
    );
    assert.match(refusals[0]?.text ?? '', /is of the tenant \\"sales\\" alone/);
    assert.equal((await send(tenant, 'default', ['GET', `/Users/${ids[0]}`])).status, 200);
  });
});

describe('A snapshot of the workspace', () => {
  test('brings back what a tenant served, also one that was deleted after it had changed', async (t) => {
    const tenant = await startTwo(t, ':memory:');
    const params = { tenant: 'sales' };
    await tenant.admin('changeSchemas', { params, body: { put: [...ALL_DOCUMENTS] } });
    const { id } = await tenant.admin('takeSnapshot', { body: { name: 'With devices' } });
    const without = { deleteResourceTypes: ['Device'], allowBreaking: true };
    await tenant.admin('changeSchemas', { params, body: without });
    assert.equal((await send(tenant, 'sales', ['GET', '/Devices'])).status, 404);
    await tenant.admin('deleteTenant', { params });

    await tenant.admin('restoreSnapshot', { params: { id } });

    assert.equal((await send(tenant, 'sales', ['GET', '/Devices'])).status, 200);
  });
});

describe('A snapshot of another workspace', () => {
  test('leaves no answers in the queue: they were for other tenants', async (t) => {
    const source = await startTwo(t, openFolder(t));
    const { id } = await source.admin('takeSnapshot', { body: { name: 'All' } });
    const target = await startTenant({ dataDir: openFolder(t) }, t);
    await target.admin('createTenant', { body: { slug: 'field', name: 'Field' } });
    await target.admin('queueResponse', {
      params: { tenant: 'field' },
      body: { status: 503 },
    });

    await target.admin('restoreSnapshot', { params: { id: await passOn(source, id, target) } });

    assert.equal((await send(target, 'sales', ['GET', '/Users'])).status, 200);
  });
});

describe('One tenant out of a snapshot of the workspace', () => {
  test('comes back when it was deleted, with its tokens, and nothing else changes', async (t) => {
    const tenant = await startTwo(t, openFolder(t));
    const sales = await look(tenant, 'sales');
    const { id } = await tenant.admin('takeSnapshot', { body: { name: 'All' } });
    await tenant.admin('deleteTenant', { params: { tenant: 'sales' } });
    await addCrew(tenant, 'default');
    const others = await look(tenant, 'default');

    const order = { params: { id }, query: { tenant: 'sales' } };
    await tenant.admin('restoreSnapshot', order);
    const refused = await tenant.callAdmin('POST', `/api/snapshots/${id}/restore?tenant=nobody`);

    assert.deepEqual(await look(tenant, 'sales'), sales);
    assert.deepEqual(await look(tenant, 'default'), others);
    assert.match(refused.text, /The snapshot has no tenant \\"nobody\\"/);
  });
});
