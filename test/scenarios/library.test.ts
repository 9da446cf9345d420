// The stories that ship are the acceptance tests of the simulator: each is played against a real server, and every step of it
// must be as it says.
import assert from 'node:assert/strict';
import { before, after, describe, test } from 'node:test';
import { systemClock } from '../../main/base/clock.ts';
import { createAdminClient } from '../../main/client/admin-client.ts';
import { readLibrary } from '../../main/scenarios/library.ts';
import { runScenario } from '../../main/scenarios/run-scenario.ts';
import type { ScenarioReport } from '../../shared/scenario/report.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

const LIBRARY = readLibrary();

describe('The library of scenarios', () => {
  let server: TestTenant;
  let stock: Awaited<ReturnType<typeof takeStock>>;
  before(async () => {
    server = await startTenant();
    stock = await takeStock(server);
  });
  after(() => server.close());

  test('begins with the tutorial and has a dozen stories and more', () => {
    assert.equal(LIBRARY[0]?.scenario.id, 'velpic');
    assert.equal(LIBRARY[0].scenario.steps.length, 12);
    assert.ok(LIBRARY.length >= 12);
    assert.equal(new Set(LIBRARY.map(({ scenario }) => scenario.id)).size, LIBRARY.length);
  });

  for (const { scenario } of LIBRARY) {
    test(`${scenario.id}: ${scenario.title}`, async () => {
      const report = await runScenario(scenario, {
        client: createAdminClient(server),
        clock: systemClock,
        signal: new AbortController().signal,
        keep: false,
        onProgress: () => undefined,
      });

      assert.deepEqual(describeTrouble(report), []);
      assert.equal(report.outcome, 'passed');
    });
  }

  test('leaves everything as it was', async () => {
    assert.deepEqual(await takeStock(server), stock);
  });
});

async function takeStock(server: TestTenant) {
  const { tenants } = await server.admin('listTenants');
  const { applications } = await server.admin('listApplications');
  const { total: people } = await server.admin('listDirectoryUsers');
  const { total: groups } = await server.admin('listDirectoryGroups');
  const query = { state: 'deleted' } as const;
  const { total: deleted } = await server.admin('listDirectoryUsers', { query });
  const { mode } = await server.admin('getSimulatorClock');
  const slugs = tenants.map(({ slug }) => slug);
  const ids = applications.map(({ id }) => id);
  return { slugs, ids, people, groups, deleted, mode };
}

/** What was refused and what was not seen, step by step. */
function describeTrouble({ steps, leftBehind }: ScenarioReport): readonly string[] {
  const lines = steps.flatMap(({ title, actions, expectations }, index) => [
    ...actions
      .filter(({ outcome }) => outcome === 'refused')
      .map(({ text, detail }) => `${index + 1} ${title}: ${text}: ${detail}`),
    ...expectations
      .filter(({ passed }) => !passed)
      .map(({ text, seen }) => `${index + 1} ${title}: ${text}: seen ${seen}`),
  ]);
  return [...lines, ...leftBehind];
}
