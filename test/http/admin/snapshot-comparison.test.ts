// Snapshots held against each other and against the workspace as it is, and resources put back from them.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import type { Snapshot } from '../../../shared/admin/snapshot.ts';
import { readId } from '../../support/read-id.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

async function create(tenant: TestTenant, type: string, resource: object): Promise<string> {
  const answer = await tenant.scim('POST', `/${type}`, { body: { ...resource } });
  assert.equal(answer.status, 201, answer.text);
  return readId(answer);
}

function take(tenant: TestTenant, name: string): Promise<Snapshot> {
  return tenant.admin('takeSnapshot', { body: { name } });
}

/** Ada renamed, Bob gone, Cleo new, and she alone is in the group. */
async function changeAfterSnapshot(t: TestContext, dataDir = ':memory:') {
  const tenant = await startTenant({ dataDir }, t);
  const ada = await create(tenant, 'Users', { userName: 'ada', title: 'Engineer' });
  const bob = await create(tenant, 'Users', { userName: 'bob' });
  const crew = await create(tenant, 'Groups', {
    displayName: 'Crew',
    members: [{ value: ada }, { value: bob }],
  });
  const snapshot = await take(tenant, 'Before');
  await tenant.scim('PATCH', `/Users/${ada}`, {
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'title', value: 'Countess' }],
    },
  });
  await tenant.scim('DELETE', `/Users/${bob}`);
  const cleo = await create(tenant, 'Users', { userName: 'cleo' });
  await tenant.scim('PUT', `/Groups/${crew}`, {
    body: { displayName: 'Crew', members: [{ value: cleo }] },
  });
  return { tenant, snapshot, ada, bob, cleo, crew };
}

describe('A snapshot compared with the workspace as it is', () => {
  for (const kind of ['in memory', 'in a folder'] as const) {
    test(`counts and lists what came, went and changed (${kind})`, async (t) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'scim-compare-'));
      t.after(() => rmSync(folder, { recursive: true, force: true }));
      const dataDir = kind === 'in memory' ? ':memory:' : folder;
      const { tenant, snapshot, ada, bob, cleo } = await changeAfterSnapshot(t, dataDir);
      const params = { id: snapshot.id };

      const { before, after, tenants } = await tenant.admin('compareSnapshot', { params });
      const query = { tenant: 'default', resourceType: 'User' };
      const page = await tenant.admin('listSnapshotDifferences', { params, query });

      assert.deepEqual([before.id, after], [snapshot.id, null]);
      assert.deepEqual(tenants, [
        {
          tenant: 'default',
          name: 'My SCIM app',
          kind: 'kept',
          types: [
            { resourceType: 'Group', added: 0, removed: 0, changed: 1 },
            { resourceType: 'User', added: 1, removed: 1, changed: 1 },
          ],
        },
      ]);
      const kinds = Object.fromEntries(page.differences.map(({ id, kind: told }) => [id, told]));
      assert.deepEqual(kinds, { [ada]: 'changed', [bob]: 'removed', [cleo]: 'added' });
      assert.equal(page.hasMore, false);
    });
  }

  test('tells the attributes and the members that differ', async (t) => {
    const { tenant, snapshot, ada, bob, cleo, crew } = await changeAfterSnapshot(t);
    const compare = (resource: string) =>
      tenant.admin('compareSnapshotResource', {
        params: { id: snapshot.id, resource },
        query: { tenant: 'default' },
      });

    assert.deepEqual((await compare(ada)).changes, [
      { path: 'title', kind: 'changed', before: 'Engineer', after: 'Countess' },
    ]);
    assert.deepEqual((await compare(crew)).changes, [
      { path: 'members', kind: 'changed', before: [ada, bob].toSorted(), after: [cleo] },
    ]);
  });

  test('comes in pages, in the order of ids', async (t) => {
    const { tenant, snapshot } = await changeAfterSnapshot(t);
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const page = await tenant.admin('listSnapshotDifferences', {
        params: { id: snapshot.id },
        query: { tenant: 'default', resourceType: 'User', limit: 1, after },
      });
      seen.push(...page.differences.map(({ id }) => id));
      if (!page.hasMore) break;
      after = seen.at(-1) ?? '';
    }

    assert.equal(seen.length, 3);
    assert.deepEqual(seen, seen.toSorted());
  });
});

describe('Two snapshots compared', () => {
  test('the older comes first, whichever is asked', async (t) => {
    const { tenant, snapshot } = await changeAfterSnapshot(t);
    const later = await take(tenant, 'After');

    const asked = await tenant.admin('compareSnapshot', {
      params: { id: later.id },
      query: { with: snapshot.id },
    });

    assert.deepEqual([asked.before.name, asked.after?.name], ['Before', 'After']);
    assert.equal(asked.tenants[0]?.types.length, 2);
  });

  test('tell tenants that came', async (t) => {
    const tenant = await startTenant({}, t);
    const { id } = await take(tenant, 'Before');
    await tenant.admin('createTenant', { body: { slug: 'second', name: 'Second' } });

    const { tenants } = await tenant.admin('compareSnapshot', { params: { id } });

    assert.deepEqual(
      tenants.map(({ tenant: slug, kind }) => [slug, kind]),
      [
        ['default', 'kept'],
        ['second', 'added'],
      ],
    );
  });

  test('refuse what is not there', async (t) => {
    const tenant = await startTenant({}, t);
    const { id } = await take(tenant, 'Only one');
    const statusOf = async (path: string) => (await tenant.callAdmin('GET', path)).status;

    assert.equal(await statusOf('/api/snapshots/none/comparison'), 404);
    assert.equal(await statusOf(`/api/snapshots/${id}/comparison?with=none`), 404);
    assert.equal(await statusOf(`/api/snapshots/${id}/differences/none?tenant=default`), 404);
  });
});

describe('Putting resources back from a snapshot', () => {
  test('creates, replaces and deletes until they are as they were', async (t) => {
    const { tenant, snapshot, ada, bob, cleo, crew } = await changeAfterSnapshot(t);
    const params = { id: snapshot.id };

    const result = await tenant.admin('putBackResources', {
      params,
      body: { tenant: 'default', ids: [crew, ada, bob, cleo] },
    });

    assert.deepEqual(Object.fromEntries(result.done.map(({ id, action }) => [id, action])), {
      [ada]: 'replaced',
      [bob]: 'created',
      [cleo]: 'deleted',
      [crew]: 'replaced',
    });
    assert.deepEqual(result.failed, []);
    const again = await tenant.admin('compareSnapshot', { params });
    assert.deepEqual(again.tenants[0]?.types, []);
    const { snapshots } = await tenant.admin('listSnapshots');
    assert.deepEqual(snapshots[0], result.before);
  });

  test('gives a deleted resource its id and time of creation again', async (t) => {
    const { tenant, snapshot, bob } = await changeAfterSnapshot(t);
    const params = { tenant: 'default', resourceType: 'User', id: bob };
    const { revisions } = await tenant.admin('getHistory', { params });

    await tenant.admin('putBackResources', {
      params: { id: snapshot.id },
      body: { tenant: 'default', ids: [bob] },
    });

    const { resource } = await tenant.admin('getResource', { params });
    assert.deepEqual(resource['meta'], {
      ...Object(resource['meta']),
      created: revisions.at(-1)?.at,
    });
    assert.equal(resource['id'], bob);
  });

  test('says of each that cannot be put back why, and does the others', async (t) => {
    const { tenant, snapshot, ada, bob } = await changeAfterSnapshot(t);
    await create(tenant, 'Users', { userName: 'bob' });

    const { done, failed } = await tenant.admin('putBackResources', {
      params: { id: snapshot.id },
      body: { tenant: 'default', ids: [bob, ada] },
    });

    assert.deepEqual(done, [{ id: ada, action: 'replaced' }]);
    assert.deepEqual(
      failed.map(({ id, message }) => [id, /userName/.test(message)]),
      [[bob, true]],
    );
  });
});
