import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

function openFolder(t: TestContext): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-snapshots-'));
  t.after(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

async function createUser(tenant: TestTenant, userName: string): Promise<number> {
  const body = { schemas: [USER], userName };
  return (await tenant.scim('POST', '/Users', { body })).status;
}

async function userNames(tenant: TestTenant): Promise<readonly unknown[]> {
  const params = { tenant: 'default', resourceType: 'User' };
  const { resources } = await tenant.admin('queryResources', { params });
  return resources.map(({ resource }) => resource['userName']);
}

describe('Snapshots of the workspace', () => {
  for (const place of ['a folder', 'memory'] as const) {
    test(`in ${place}: restored, everything is as it was, and what was there before is kept`, async (t) => {
      const dataDir = place === 'memory' ? ':memory:' : openFolder(t);
      const tenant = await startTenant({ dataDir }, t);
      await createUser(tenant, 'a');
      const taken = await tenant.admin('takeSnapshot', { body: { name: 'One user', note: 'n' } });
      await tenant.admin('createTenant', { body: { slug: 'other', name: 'Other' } });
      await createUser(tenant, 'b');

      const { before } = await tenant.admin('restoreSnapshot', { params: { id: taken.id } });

      assert.deepEqual(taken.counts, { tenants: 1, users: 1, groups: 0, requests: 1 });
      assert.deepEqual(before.counts, { tenants: 2, users: 2, groups: 0, requests: 2 });
      assert.deepEqual(await userNames(tenant), ['a']);
      assert.deepEqual(
        (await tenant.admin('listTenants')).tenants.map(({ slug }) => slug),
        ['default'],
      );
      assert.equal(await createUser(tenant, 'b'), 201);
      await tenant.admin('restoreSnapshot', { params: { id: before.id } });
      assert.deepEqual(await userNames(tenant), ['a', 'b']);
    });
  }

  test('under load no request fails and no answer is a mixture', async (t) => {
    const tenant = await startTenant({ dataDir: openFolder(t) }, t);
    await createUser(tenant, 'kept');
    const { id } = await tenant.admin('takeSnapshot', { body: { name: 'Kept' } });

    const load = Array.from({ length: 60 }, async (_, index) => createUser(tenant, `u${index}`));
    const restored = tenant.admin('restoreSnapshot', { params: { id } });
    const statuses = await Promise.all(load);
    const { before } = await restored;

    assert.deepEqual([...new Set(statuses)], [201]);
    const names = await userNames(tenant);
    assert.equal(names[0], 'kept');
    assert.equal(names.length - 1 + before.counts.users - 1, 60);
  });

  test('a damaged snapshot is refused in a sentence, and the workspace stays', async (t) => {
    const dataDir = openFolder(t);
    const tenant = await startTenant({ dataDir }, t);
    const { id } = await tenant.admin('takeSnapshot', { body: { name: 'Empty' } });
    await createUser(tenant, 'a');
    writeFileSync(path.join(dataDir, 'snapshots', `${id}.db`), 'no database '.repeat(1_000));

    const answer = await tenant.callAdmin('POST', `/api/snapshots/${id}/restore`);

    assert.equal(answer.status, 409);
    assert.match(answer.text, /The snapshot is damaged and cannot be restored\./);
    assert.deepEqual(await userNames(tenant), ['a']);
    assert.equal((await tenant.admin('listSnapshots')).snapshots.length, 1);
  });

  test('are listed newest first, private to their user, and deleted with their files', async (t) => {
    const dataDir = openFolder(t);
    const tenant = await startTenant({ dataDir }, t);
    const first = await tenant.admin('takeSnapshot', { body: { name: 'First' } });
    const second = await tenant.admin('takeSnapshot', { body: { name: 'Second' } });
    const { snapshots } = await tenant.admin('listSnapshots');
    const folder = path.join(dataDir, 'snapshots');
    const modes = readdirSync(folder).map((file) => statSync(path.join(folder, file)).mode & 0o77);

    assert.deepEqual(snapshots, [second, first]);
    assert.deepEqual(modes, process.platform === 'win32' ? modes : [0, 0, 0, 0]);
    for (const { id } of snapshots) await tenant.admin('deleteSnapshot', { params: { id } });
    assert.deepEqual(readdirSync(folder), []);
    assert.equal((await tenant.callAdmin('DELETE', '/api/snapshots/..%2Fworkspace')).status, 404);
  });

  test('taken by the app itself: the newest ten stay, and all that people took', async (t) => {
    const tenant = await startTenant({ dataDir: openFolder(t) }, t);
    await tenant.admin('takeSnapshot', { body: { name: 'Mine' } });
    for (let round = 1; round <= 12; round += 1) {
      await createUser(tenant, `u${round}`);
      await tenant.admin('emptyTenant', { params: { tenant: 'default' }, body: {} });
    }
    const oldest = (await tenant.admin('listSnapshots')).snapshots.at(-2);

    const params = { id: oldest?.id ?? '' };
    const { restored } = await tenant.admin('restoreSnapshot', { params });

    const { snapshots } = await tenant.admin('listSnapshots');
    assert.deepEqual(await userNames(tenant), ['u3']);
    assert.equal(snapshots.filter(({ origin }) => origin === 'automatic').length, 11);
    assert.deepEqual(snapshots.slice(-2), [
      restored,
      snapshots.find(({ name }) => name === 'Mine'),
    ]);
  });
});
