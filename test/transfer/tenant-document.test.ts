import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Job } from '../../shared/admin/transfer.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';
import { endOf, readResources, resultOf } from '../support/transfer-file.ts';

async function importDocument(tenant: TestTenant, slug: string, body: string): Promise<Job> {
  const answer = await tenant.callAdmin('POST', `/api/tenant-documents?slug=${slug}`, { body });
  return endOf(tenant, Job.parse(answer.body).id);
}

async function exportDocument(tenant: TestTenant, query = ''): Promise<string> {
  return (await tenant.callAdmin('GET', `/api/tenants/default/document${query}`)).text;
}

describe('A tenant as one document', () => {
  test('comes back with settings, resources and ids, and with its token only when asked', async (t) => {
    const tenant = await startTenant({ seed: 'nasty-names' }, t);
    const document = await exportDocument(tenant);

    const job = await importDocument(tenant, 'copy', document);

    assert.deepEqual(resultOf(job).issues, []);
    assert.ok(!document.includes(tenant.token));
    assert.ok((await exportDocument(tenant, '?secrets=true')).includes(tenant.token));
    const wanted = await readResources(tenant, 'default', { withIds: true });
    assert.deepEqual(await readResources(tenant, 'copy', { withIds: true }), wanted);
  });

  test('that is cut off, foreign or of a slug that is taken leaves no tenant behind', async (t) => {
    const tenant = await startTenant({ seed: 'contoso-12' }, t);
    const document = await exportDocument(tenant);
    const tried = [
      await importDocument(tenant, 'copy', document.slice(0, -20)),
      await importDocument(tenant, 'copy', '{"resources":[]}'),
      await importDocument(tenant, 'default', document),
    ];

    assert.deepEqual(
      tried.map(({ state }) => state),
      ['failed', 'failed', 'failed'],
    );
    assert.equal((await tenant.admin('listTenants')).tenants.length, 1);
  });
});
