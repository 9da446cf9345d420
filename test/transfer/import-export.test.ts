import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Job } from '../../shared/admin/transfer.ts';
import { startTenant } from '../support/start-tenant.ts';
import {
  endOf,
  exportText,
  importText,
  readResources,
  resultOf,
} from '../support/transfer-file.ts';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';

describe('Import and export of users and groups', () => {
  for (const format of ['json', 'jsonl'] as const) {
    for (const keepIds of [true, false]) {
      test(`${format} with ${keepIds ? 'its' : 'new'} ids comes back as it went, nasty names included`, async (t) => {
        const tenant = await startTenant({}, t);
        await tenant.admin('createTenant', { body: { slug: 'copy', name: 'Copy' } });
        await seed(tenant, 'nasty-names');
        await seed(tenant, 'contoso-12');
        const file = await exportText(tenant, { format });

        const job = await importText(
          tenant,
          { tenant: 'copy', format, keepIds: String(keepIds) },
          file,
        );

        assert.deepEqual(resultOf(job), {
          created: 51,
          replaced: 0,
          skipped: 0,
          failed: 0,
          issues: [],
          issueCount: 0,
        });
        const wanted = await readResources(tenant, 'default', { withIds: keepIds });
        assert.deepEqual(await readResources(tenant, 'copy', { withIds: keepIds }), wanted);
      });
    }
  }

  test('csv of users and of groups comes back as it went, nasty names included', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('createTenant', { body: { slug: 'copy', name: 'Copy' } });
    await seed(tenant, 'nasty-names');
    await seed(tenant, 'contoso-12');

    for (const resourceType of ['User', 'Group']) {
      const file = await exportText(tenant, { format: 'csv', resourceType });
      const query = { tenant: 'copy', format: 'csv', resourceType, keepIds: 'true' };
      assert.equal(resultOf(await importText(tenant, query, file)).issueCount, 0);
    }

    const wanted = await readResources(tenant, 'default', { withIds: true });
    assert.deepEqual(await readResources(tenant, 'copy', { withIds: true }), wanted);
  });

  test('passwords are set by an import and never exported', async (t) => {
    const tenant = await startTenant({}, t);
    await importText(tenant, { format: 'jsonl' }, '{"userName":"a","password":"t0p-secret!"}');

    for (const format of ['json', 'jsonl', 'csv']) {
      assert.doesNotMatch(await exportText(tenant, { format }), /password|t0p-secret/);
    }
  });

  test('what the engine refuses is told with line, attribute and reason; the rest is stored', async (t) => {
    const tenant = await startTenant({}, t);
    const file = [
      '{"userName":"a"}',
      '{"displayName":"nobody"}',
      'not json',
      '{"userName":"b","active":{"no":1}}',
      '{"displayName":"G","members":[{"value":"a"},{"value":"ghost"}]}',
    ].join('\n');

    const { issues, ...counts } = resultOf(
      await importText(
        tenant,
        { format: 'jsonl' },
        file.replace('"displayName":"G"', `"meta":{"resourceType":"Group"},"displayName":"G"`),
      ),
    );

    assert.deepEqual(counts, { created: 2, replaced: 0, skipped: 0, failed: 3, issueCount: 4 });
    assert.deepEqual(
      issues.map(({ line, attribute }) => [line, attribute]),
      [
        [2, 'userName'],
        [3, ''],
        [4, 'active'],
        [5, 'members'],
      ],
    );
    assert.equal(issues[3]?.reason, 'Nothing has the id, externalId or userName "ghost"');
  });

  for (const [onConflict, counts, title] of [
    ['skip', { created: 1, replaced: 0, skipped: 1, failed: 0 }, 'Old'],
    ['replace', { created: 1, replaced: 1, skipped: 0, failed: 0 }, 'New'],
    ['fail', { created: 1, replaced: 0, skipped: 0, failed: 1 }, 'Old'],
  ] as const) {
    test(`on conflict ${onConflict}: the user who is there becomes ${title}`, async (t) => {
      const tenant = await startTenant({}, t);
      const there = { schemas: [USER], userName: 'Ann', title: 'Old' };
      await tenant.scim('POST', '/Users', { body: there });
      const file = '[{"userName":"ANN","title":"New"},{"userName":"b"}]';

      const {
        issues: _,
        issueCount: __,
        ...got
      } = resultOf(await importText(tenant, { format: 'json', onConflict }, file));

      assert.deepEqual(got, counts);
      const { resources } = await tenant.admin('queryResources', {
        params: { tenant: 'default', resourceType: 'User' },
      });
      assert.equal(resources[0]?.resource['title'], title);
    });
  }

  test('a dry run tells what an import would, twins and unknown members in the file included, and stores nothing', async (t) => {
    const tenant = await startTenant({}, t);
    const file = [
      '{"userName":"a","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"manager":{"value":"c"}}}',
      '{"userName":"A"}',
      '{"title":"x"}',
      '{"meta":{"resourceType":"Group"},"displayName":"G","members":[{"value":"a"},{"value":"c"},{"value":"d"}]}',
      '{"userName":"c"}',
    ].join('\n');
    const query = { format: 'jsonl', onConflict: 'fail' };

    const dry = resultOf(await importText(tenant, { ...query, dryRun: 'true' }, file));

    assert.deepEqual((await tenant.admin('getStatus')).tenants[0]?.counts.users, 0);
    assert.deepEqual(dry, resultOf(await importText(tenant, query, file)));
    assert.deepEqual([dry.created, dry.failed, dry.issueCount], [3, 2, 3]);
  });

  test('a manager and members who come later in the file are found, whatever they are called by', async (t) => {
    const tenant = await startTenant({}, t);
    const file = [
      {
        meta: { resourceType: 'Group' },
        displayName: 'G',
        members: [{ value: 'old-1' }, { value: 'x-2' }, { value: 'C@x' }],
      },
      {
        id: 'old-1',
        userName: 'a@x',
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { manager: { value: 'x-2' } },
      },
      { id: 'old-2', userName: 'b@x', externalId: 'x-2' },
      { id: 'old-3', userName: 'c@x' },
    ];

    const result = resultOf(await importText(tenant, { format: 'json' }, JSON.stringify(file)));

    assert.equal(result.issueCount, 0);
    const [a, b, c, group] = await readResources(tenant, 'default', { withIds: true });
    assert.deepEqual(
      group?.['members'],
      [a, b, c].map((each) => ({ value: each?.['id'], type: 'User', display: each?.['userName'] })),
    );
    assert.deepEqual(a?.['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'], {
      manager: { value: b?.['id'], displayName: 'b@x' },
    });
  });

  test('a cancelled import keeps what it has reported, and nothing of a resource by half', async (t) => {
    const tenant = await startTenant({}, t);
    const job = await tenant.admin('startSeed', {
      params: { tenant: 'default' },
      body: { preset: 'people-10000' },
    });

    const ended = await tenant.admin('cancelJob', { params: { id: job.id } });

    assert.equal(ended.state, 'cancelled');
    const { users, groups } = (await tenant.admin('getStatus')).tenants[0]?.counts ?? {
      users: -1,
      groups: -1,
    };
    assert.equal(users + groups, ended.done);
    assert.ok(ended.done < 10_050);
  });

  test('a file that is cut off fails in a sentence; what came before is stored', async (t) => {
    const tenant = await startTenant({}, t);

    const job = await importText(tenant, { format: 'json' }, '[{"userName":"a"},{"userN');

    assert.equal(job.state, 'failed');
    assert.equal(job.error, 'Line 1: The JSON ends too early.');
  });

  test('the feed and the job tell how far an import is; an export names its job', async (t) => {
    const tenant = await startTenant({}, t);
    const job = await importText(tenant, { format: 'jsonl' }, '{"userName":"a"}\n{"userName":"b"}');
    const answer = await tenant.callAdmin('GET', '/api/tenants/default/export?format=json');
    const exported = await endOf(tenant, String(answer.headers['x-job-id']));

    assert.deepEqual([job.done, job.share, job.state], [2, 1, 'done']);
    assert.deepEqual([exported.kind, exported.done, exported.total], ['export', 2, 2]);
    const { jobs } = await tenant.admin('listJobs');
    assert.deepEqual(
      jobs.map(({ kind }) => kind),
      ['export', 'import'],
    );
  });

  test('a tenant, a type or a format that is not there is refused before the file is read', async (t) => {
    const tenant = await startTenant({}, t);
    const asked = [
      await tenant.callAdmin('POST', '/api/tenants/nobody/import?format=json', { body: '[]' }),
      await tenant.callAdmin('POST', '/api/tenants/default/import?format=json&resourceType=Car', {
        body: '[]',
      }),
      await tenant.callAdmin('POST', '/api/tenants/default/import?format=xml', { body: '[]' }),
      await tenant.callAdmin('GET', '/api/tenants/default/export?format=csv&resourceType=Car'),
    ];

    assert.deepEqual(
      asked.map(({ status }) => status),
      [404, 404, 400, 404],
    );
  });
});

async function seed(
  tenant: Awaited<ReturnType<typeof startTenant>>,
  preset: 'contoso-12' | 'nasty-names',
): Promise<void> {
  const body = { preset, seed: 1 } as const;
  const job: Job = await tenant.admin('startSeed', { params: { tenant: 'default' }, body });
  assert.equal(resultOf(await endOf(tenant, job.id)).issueCount, 0);
}
