// The provisioning logs of all applications together.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { startProvisioning } from '../../support/provisioning.ts';

describe('Provisioning logs', () => {
  test('of one identity are had over all applications', async (t) => {
    const { admin, cycle, hire, assign, ...velpic } = await startProvisioning(t);
    const { id: other } = await admin('createApplication', { body: { displayName: 'Other' } });
    await admin('putJobTarget', {
      params: { application: other },
      body: { tenant: 'default' },
    });
    const [ada, bob] = [await hire('ada'), await hire('bob')];
    await assign(ada, bob);
    await cycle();
    await admin('provisionOnDemand', {
      params: { application: other },
      body: { objectId: ada },
    });
    const query = { sourceId: ada };

    const { entries } = await admin('listAllProvisioningLogs', { query });
    const insights = await admin('getAllProvisioningInsights', { query });

    assert.deepEqual(
      entries.map((row) => [row.applicationName, row.sourceName, row.status]),
      [
        ['Other', 'Ada', 'skipped'],
        ['Test', 'Ada', 'success'],
      ],
    );
    assert.deepEqual(
      insights.applications.map(({ name, outcomes }) => [name, outcomes[0]?.action]),
      [
        ['Other', 'other'],
        ['Test', 'create'],
      ],
    );
    const [newest, oldest] = entries;
    const id = oldest?.id ?? '';
    const found = await admin('getAnyProvisioningLog', { params: { id }, query });
    assert.equal(found.newer, newest?.id, 'which is of the other application');
    assert.equal(found.entry.servicePrincipal.id, velpic.application);
  });
});
