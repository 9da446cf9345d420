// Work on snapshots and on HAR files is a job: seen while it runs, and once it is cancelled nothing of it is left.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, test, type TestContext } from 'node:test';
import type { Job } from '../../../shared/admin/transfer.ts';
import { buildRequest } from '../../support/build-request.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const MEBIBYTE = 1024 ** 2;

/** A workspace in a folder, so large that its copy takes a while. */
async function startLarge(t: TestContext) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-cancelled-'));
  t.after(() => rmSync(dataDir, { recursive: true, force: true }));
  const tenant = await startTenant({ dataDir }, t);
  const { requestLog } = tenant.store;
  for (let count = 0; count < 40; count += 1) {
    const request = buildRequest(requestLog.nextRequestId(), { at: new Date().toISOString() });
    const requestBody = { ...request.requestBody, text: 'x'.repeat(MEBIBYTE) };
    requestLog.insert({ ...request, requestBody });
  }
  return { tenant, folder: path.join(dataDir, 'snapshots') };
}

/** Waits until it is there. */
async function jobOf(
  tenant: TestTenant,
  kind: Job['kind'],
  isMeant: (job: Job) => boolean = () => true,
): Promise<Job> {
  for (;;) {
    const { jobs } = await tenant.admin('listJobs');
    const job = jobs.find((one) => one.kind === kind && isMeant(one));
    if (job !== undefined) return job;
    await setTimeout(2);
  }
}

describe('A cancelled job', () => {
  test('that takes a snapshot is told to who asked for it, and leaves no file', async (t) => {
    const { tenant, folder } = await startLarge(t);

    const asked = tenant.callAdmin('POST', '/api/snapshots', { body: { name: 'Large' } });
    const { id, name, state } = await jobOf(tenant, 'snapshot-take');
    const cancelled = await tenant.admin('cancelJob', { params: { id } });
    const answer = await asked;

    assert.deepEqual([name, state, cancelled.state], ['Large', 'running', 'cancelled']);
    assert.equal(answer.status, 409);
    assert.match(answer.text, /It was cancelled; nothing of it was kept/);
    assert.deepEqual(readdirSync(folder), []);
    const taken = await tenant.admin('takeSnapshot', { body: { name: 'Again' } });
    const again = await jobOf(tenant, 'snapshot-take', (job) => job.name === 'Again');
    assert.deepEqual([again.state, again.share, taken.counts.requests], ['done', 1, 40]);
  });

  test('that restores a snapshot changes nothing', async (t) => {
    const { tenant, folder } = await startLarge(t);
    const { id } = await tenant.admin('takeSnapshot', { body: { name: 'Large' } });
    await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });

    const asked = tenant.callAdmin('POST', `/api/snapshots/${id}/restore`);
    const job = await jobOf(tenant, 'snapshot-restore');
    await tenant.admin('cancelJob', { params: { id: job.id } });
    const answer = await asked;

    assert.equal(answer.status, 409);
    assert.match((await tenant.scim('GET', '/Users')).text, /ada/);
    assert.deepEqual(readdirSync(folder).toSorted(), [`${id}.db`, `${id}.json`]);
  });

  test('that exports a snapshot ends with the reader that goes away', async (t) => {
    const { tenant, folder } = await startLarge(t);
    const { id } = await tenant.admin('takeSnapshot', { body: { name: 'Large' } });
    const reader = new AbortController();

    const asked = fetch(`${tenant.adminUrl}/api/snapshots/${id}/file`, {
      headers: { Authorization: `Bearer ${tenant.adminKey}` },
      signal: reader.signal,
    });
    await jobOf(tenant, 'snapshot-export');
    reader.abort();
    await assert.rejects(asked);
    await jobOf(tenant, 'snapshot-export', ({ state }) => state === 'cancelled');

    assert.deepEqual(readdirSync(folder).toSorted(), [`${id}.db`, `${id}.json`]);
  });

  test('that imports a snapshot adds none', async (t) => {
    const { tenant, folder } = await startLarge(t);
    const { id } = await tenant.admin('takeSnapshot', { body: { name: 'Large' } });
    const headers = { Authorization: `Bearer ${tenant.adminKey}` };
    const file = await fetch(`${tenant.adminUrl}/api/snapshots/${id}/file`, { headers });
    const body = await file.arrayBuffer();

    const asked = fetch(`${tenant.adminUrl}/api/snapshots/import`, {
      method: 'POST',
      headers,
      body,
    });
    const job = await jobOf(tenant, 'snapshot-import');
    await tenant.admin('cancelJob', { params: { id: job.id } });
    const answer = await asked;

    assert.equal(answer.status, 409);
    assert.match(await answer.text(), /It was cancelled/);
    assert.deepEqual(readdirSync(folder).toSorted(), [`${id}.db`, `${id}.json`]);
  });

  test('that imports a HAR file takes its requests out of the log again', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.scim('GET', '/Users');
    const entry = {
      startedDateTime: new Date().toISOString(), // an old one is soon forgotten
      time: 5,
      request: { method: 'GET', url: 'https://x.test/scim/Users', headers: [] },
      response: { status: 200, headers: [], content: { text: '' } },
    };
    const entries = Array.from({ length: 5_000 }, () => entry);

    const asked = tenant.callAdmin('POST', '/api/requests/import?tenant=default', {
      body: JSON.stringify({ log: { version: '1.2', entries } }),
      headers: { 'Content-Type': 'application/octet-stream' },
    });
    const running = await jobOf(tenant, 'har-import', ({ done }) => done > 0);
    const filled = await tenant.admin('listRequests');
    const cancelled = await tenant.admin('cancelJob', { params: { id: running.id } });
    const answer = await asked;

    assert.equal(running.total, 5_000);
    assert.ok(filled.total > 1);
    assert.deepEqual([cancelled.state, answer.status], ['cancelled', 409]);
    const { requests, total } = await tenant.admin('listRequests');
    assert.deepEqual([requests.length, total, requests[0]?.isImported], [1, 1, false]);
  });
});
