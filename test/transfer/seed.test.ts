import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEED_SIZES, seedResources, seedSize } from '../../main/transfer/seed/seed-tenant.ts';
import { SeedPreset } from '../../shared/admin/transfer.ts';
import { startTenant } from '../support/start-tenant.ts';
import { endOf, resultOf } from '../support/transfer-file.ts';

async function read(preset: SeedPreset, seed = 1): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const resource of seedResources({ preset, seed })) all.push(resource);
  return all;
}

describe('Made-up people', () => {
  test('the same seed gives the same people, even when two are asked for at a time', async () => {
    const [one, two, other] = await Promise.all([
      read('people-500'),
      read('people-500'),
      read('people-500', 2),
    ]);

    assert.deepEqual(one, two);
    assert.notDeepEqual(one, other);
  });

  test('people are as many as asked for, in the language asked for', async () => {
    const order = { preset: 'people', people: 40, locale: 'ja' } as const;
    const all: unknown[] = [];
    for await (const resource of seedResources(order)) all.push(resource);

    assert.equal(all.length, seedSize(order));
    assert.match(JSON.stringify(all[0]), /[\u3040-\u30ff\u4e00-\u9fff]/);
  });

  for (const preset of SeedPreset.options) {
    test(`${preset} is as large as it says`, async () => {
      assert.equal((await read(preset)).length, SEED_SIZES[preset]);
    });
  }

  for (const preset of ['contoso-12', 'people-500', 'nasty-names'] as const) {
    test(`${preset} is taken without a complaint, and left alone the second time`, async (t) => {
      const tenant = await startTenant({}, t);
      const start = () =>
        tenant.admin('startSeed', { params: { tenant: 'default' }, body: { preset } });

      const first = resultOf(await endOf(tenant, (await start()).id));
      const second = resultOf(await endOf(tenant, (await start()).id));

      assert.deepEqual([first.created, first.issues], [SEED_SIZES[preset], []]);
      assert.deepEqual([second.skipped, second.issues], [SEED_SIZES[preset], []]);
    });
  }

  test('--seed fills the default tenant before the server answers', async (t) => {
    const tenant = await startTenant({ seed: 'contoso-12' }, t);

    const { counts } = (await tenant.admin('listTenants')).tenants[0] ?? {};

    assert.deepEqual([counts?.users, counts?.groups, counts?.memberships], [12, 3, 21]);
  });
});
