import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Job } from '../../shared/admin/transfer.ts';
import { startHeadless } from '../support/start-headless.ts';
import { startTenant } from '../support/start-tenant.ts';

test('a server that is killed during an import has stored what the job had reported', async (t) => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-killed-import-'));
  t.after(() => rmSync(dataDir, { recursive: true, force: true }));
  const { ready, child } = await startHeadless({ dataDir });
  const headers = { Authorization: `Bearer ${ready.adminKey}`, 'Content-Type': 'application/json' };
  const ask = async (route: string, init: object = {}) => {
    const answer = await fetch(`${ready.adminUrl}/api${route}`, { headers, ...init });
    return Job.parse(await answer.json());
  };
  const body = JSON.stringify({ preset: 'people-10000' });
  let job = await ask('/tenants/default/seed', { method: 'POST', body });
  while (job.done === 0) job = await ask(`/jobs/${job.id}`);

  child.kill('SIGKILL');
  await once(child, 'exit');

  const tenant = await startTenant({ dataDir }, t);
  const users = (await tenant.admin('listTenants')).tenants[0]?.counts.users ?? 0;
  assert.ok(users >= job.done, `${job.done} were reported, ${users} are stored`);
  assert.equal(users % 100, 0, 'a portion is stored as a whole or not at all');
});
