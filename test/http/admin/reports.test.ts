// What the provisioning service reports, over the admin API: lists, one entry, insights, files, audit, mailbox.
import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { buildSummary, VELPIC } from '../../support/build-summary.ts';
import { listenLive } from '../../support/listen-live.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const params = { application: VELPIC };

describe('Provisioning logs', () => {
  test('are listed live, paged, filtered and summed up, each with those beside it', async (t) => {
    const tenant = await startVelpic(t);
    const live = await listenLive(tenant, t);
    fill(tenant);

    const logged = await live.next('provisioning-logged');
    const { jobId, cycleId } = buildSummary({ number: 1 });
    const clientRequestIds = [1, 2, 3, 4].flatMap((number) =>
      buildSummary({ number }).requests.map((request) => request.clientRequestId),
    );
    assert.deepEqual(logged.data, {
      applicationIds: [VELPIC],
      cycles: [{ jobId, cycleId, clientRequestIds }],
    });
    const first = await tenant.admin('listProvisioningLogs', { params, query: { limit: 2 } });
    const failures = { status: 'failure' };
    const rest = await tenant.admin('listProvisioningLogs', {
      params,
      query: { before: first.next ?? 0 },
    });
    assert.deepEqual(
      [...first.entries, ...rest.entries].map(({ id }) => id),
      [4, 3, 2, 1].map((number) => buildSummary({ number }).id),
    );
    const whole = await tenant.admin('getProvisioningLog', {
      params: { ...params, id: buildSummary({ number: 2 }).id },
      query: failures,
    });
    assert.deepEqual(whole, {
      entry: buildSummary({ number: 2, outcome: 'refused' }),
      newer: buildSummary({ number: 4 }).id,
      older: null,
      recorded: [],
    });
    const insights = await tenant.admin('getProvisioningInsights', { params, query: failures });
    assert.deepEqual(
      [insights.total, insights.errors],
      [2, [{ errorCode: 'SystemForCrossDomainIdentityManagementBadRequest', count: 2 }]],
    );
  });

  test('refuse an entry of another application, and values that no filter has', async (t) => {
    const tenant = await startVelpic(t);
    fill(tenant);
    const { id } = buildSummary({ number: 1 });
    const other = await tenant.admin('createApplication', { body: { displayName: 'Other' } });

    const path = `/api/applications/${other.id}/provisioning-logs`;
    assert.equal((await tenant.callAdmin('GET', `${path}/${id}`)).status, 404);
    const refused = await tenant.callAdmin('GET', `${path}?status=failure,lost`);
    assert.equal(refused.status, 400);
    assert.match(refused.text, /query\.status\.1/);
  });

  test('lead from a request of the inspector to the entry that it was sent for, and back', async (t) => {
    const tenant = await startVelpic(t);
    const live = await listenLive(tenant, t);
    const summary = buildSummary({ number: 1 });
    const { jobId, cycleId } = summary;
    tenant.store.provisioningLog.append([summary]);
    const mark = summary.requests[0]?.clientRequestId ?? '';
    await tenant.scim('GET', '/Users', { headers: { 'X-Request-Id': mark } });
    await tenant.scim('GET', '/Users');

    const found = await Promise.all(
      [1, 2].map((id) => tenant.admin('findProvisioningLogOfRequest', { params: { id } })),
    );

    assert.deepEqual(found, [
      { entry: { applicationId: VELPIC, id: summary.id, jobId, cycleId } },
      { entry: null },
    ]);
    const recorded = [await live.next('request-recorded'), await live.next('request-recorded')];
    const whole = await Promise.all(
      [1, 2].map((id) => tenant.admin('getRequest', { params: { id } })),
    );
    const sorted = await tenant.admin('listRequests', {
      query: { sort: 'cycle', direction: 'descending' },
    });
    const linked = [...recorded.map(({ data }) => data.request), ...whole, ...sorted.requests];
    assert.deepEqual(
      linked.map((request) => [request.id, request.jobId, request.cycleId]),
      [1, 2, 1, 2, 1, 2].map((id) => [id, ...(id === 1 ? [jobId, cycleId] : [null, null])]),
    );
    const csv = await tenant.callAdmin('GET', '/api/requests/export?format=csv');
    assert.match(csv.text.split('\r\n')[0] ?? '', /,jobId,cycleId$/);
    assert.ok(csv.text.split('\r\n').some((line) => line.endsWith(`,${jobId},${cycleId}`)));
    const filtered = async (filter: string) => {
      const { requests } = await tenant.admin('listRequests', { query: { filter } });
      return requests.map(({ id }) => id);
    };
    assert.deepEqual(
      [
        await filtered(`cycle:${summary.cycleId.toUpperCase()}`),
        await filtered(`job:${summary.jobId}`),
        await filtered('cycle:other'),
        await filtered('not:cycle:*'),
      ],
      [[1], [1], [], [2]],
    );
    const { groups } = await tenant.admin('groupRequests', { query: { by: 'cycle' } });
    assert.deepEqual(
      groups.map(({ label, filter }) => [label, filter]),
      [
        ['', 'not:cycle:*'],
        [summary.cycleId, `cycle:${summary.cycleId}`],
      ],
    );
    const back = await tenant.admin('getProvisioningLog', {
      params: { ...params, id: summary.id },
    });
    assert.deepEqual(back.recorded, [{ requestId: 1, tenant: 'default', clientRequestId: mark }]);
  });

  test('as CSV are three files that join on ChangeId, alone or as a ZIP; no cell is a formula', async (t) => {
    const tenant = await startVelpic(t);
    fill(tenant);
    const evil = buildSummary({ number: 9 });
    tenant.store.provisioningLog.append([
      {
        ...evil,
        sourceIdentity: { ...evil.sourceIdentity, displayName: '=cmd|"/c calc"!A0' },
        modifiedProperties: [{ displayName: 'title', oldValue: null, newValue: 'a, "b"\nc' }],
      },
    ]);

    const zipped = await readZip(tenant);
    const names = ['', '_ProvisioningSteps', '_ModifiedProperties'];
    assert.deepEqual(
      [...zipped.keys()],
      names.map((name) => `ProvisioningLogs${name}.csv`),
    );
    const [logs = [], steps = [], properties = []] = [...zipped.values()].map(readCsv);
    assert.deepEqual([logs.length, steps.length, properties.length], [5, 12, 5]);
    assert.equal(logs[0]?.['Source display name'], `'=cmd|"/c calc"!A0`);
    assert.deepEqual(
      properties.filter(({ ChangeId }) => ChangeId === evil.changeId),
      [{ ChangeId: evil.changeId, Name: 'title', 'Old value': '', 'New value': 'a, "b"\nc' }],
    );
    const known = new Set(logs.map(({ ChangeId }) => ChangeId));
    assert.ok([...steps, ...properties].every(({ ChangeId }) => known.has(ChangeId)));
    for (const [index, part] of ['logs', 'steps', 'properties'].entries()) {
      const { text } = await exportLogs(tenant, `format=csv&part=${part}`);
      assert.equal(text, [...zipped.values()][index]);
    }
  });

  test('as JSON are what Graph lists, of the filter alone', async (t) => {
    const tenant = await startVelpic(t);
    fill(tenant);

    const { body, headers } = await exportLogs(tenant, 'status=success');

    assert.deepEqual(body, { value: [buildSummary({ number: 1 })] });
    assert.match(headers['content-disposition'] ?? '', /filename="ProvisioningLogs\.json"/);
    const none = await exportLogs(tenant, 'status=warning');
    assert.deepEqual(none.body, { value: [] });
  });
});

test('provisioning logs come back with a snapshot, and are found by their words again', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'reports-'));
  t.after(() => rmSync(dataDir, { recursive: true }));
  const tenant = await startVelpic(t, dataDir);
  fill(tenant);
  const asked = { params, query: { text: 'RedundantExport' } };
  const before = await tenant.admin('listProvisioningLogs', asked);
  const { id } = await tenant.admin('takeSnapshot', { body: { name: 'Before' } });
  tenant.store.provisioningLog.append([buildSummary({ number: 5, outcome: 'redundant' })]);
  assert.equal((await tenant.admin('listProvisioningLogs', asked)).entries.length, 2);

  await tenant.admin('restoreSnapshot', { params: { id } });

  assert.deepEqual(await tenant.admin('listProvisioningLogs', asked), before);
});

describe('Of an application that is not there', () => {
  const reads = ['provisioning-logs', 'provisioning-insights', 'audit', 'mailbox', 'job/status'];
  const others = ['provisioning-logs/export?format=csv', 'provisioning-logs/1', 'mailbox/1'];
  for (const path of [...reads, ...others]) {
    test(`${path} says so`, async (t) => {
      const tenant = await startTenant({}, t);
      const { status, body } = await tenant.callAdmin('GET', `/api/applications/${VELPIC}/${path}`);

      const message = `There is no application "${VELPIC}".`;
      assert.deepEqual([status, body], [404, { error: { code: 'not-found', message } }]);
    });
  }
});

test('audit logs come newest first, page by page, and are announced', async (t) => {
  const tenant = await startVelpic(t);
  const live = await listenLive(tenant, t);
  for (const activity of ['Create', 'Start', 'Pause']) {
    tenant.store.auditLog.note({
      at: '2026-01-05T10:00:00.000Z',
      applicationId: VELPIC,
      activity,
      actor: 'Administrator',
      details: { interval: 'PT40M' },
    });
  }

  const noted = await live.next('audit-noted');
  assert.deepEqual(noted.data.applicationIds, [VELPIC]);
  const first = await tenant.admin('listAuditLogs', { params, query: { limit: 2 } });
  const second = await tenant.admin('listAuditLogs', {
    params,
    query: { after: first.next ?? '' },
  });

  const activities = [first, second].map(({ entries }) => entries.map((entry) => entry.activity));
  assert.deepEqual([activities, second.next], [[['Pause', 'Start'], ['Create']], null]);
  assert.deepEqual(first.entries[0]?.details, { interval: 'PT40M' });
});

describe('Mailbox', () => {
  test('a test mail says whether it arrived; mails are read, deleted and sent again', async (t) => {
    const server = await startMailServer(t, { user: 'sim', password: 'right' });
    const tenant = await startVelpic(t);
    const recipient = 'admin@contoso.test';
    const early = await tenant.callAdmin('POST', '/api/simulator/mail-setting/test', {
      body: { recipient },
    });
    assert.equal(early.status, 409);
    const setting = {
      host: '127.0.0.1',
      port: server.port,
      security: 'none',
      user: 'sim',
      from: 'simulator@contoso.test',
    } as const;
    await tenant.admin('changeMailSetting', { body: { ...setting, password: 'wrong' } });

    const refused = await tenant.admin('sendTestMail', { body: { recipient } });
    assert.deepEqual([refused.delivery, server.received.length], ['failed', 0]);
    assert.match(refused.lastError ?? '', /Wrong user or password/);
    const told = await tenant.admin('changeMailSetting', {
      body: { ...setting, password: 'right' },
    });
    assert.deepEqual(told, { ...setting, hasPassword: true });
    const sent = await tenant.admin('sendTestMail', { body: { recipient } });

    assert.deepEqual([sent.delivery, server.received[0]?.to], ['sent', [recipient]]);
    const mail = { ...params, id: refused.id };
    const read = await tenant.admin('markMail', { params: mail, body: { isRead: true } });
    assert.equal(read.isRead, true);
    assert.equal((await tenant.admin('listMails', { params })).unread, 1);
    await tenant.admin('deleteMail', { params: mail });
    const { mails } = await tenant.admin('listMails', { params });
    assert.deepEqual(
      mails.map(({ id }) => id),
      [sent.id],
    );
    assert.doesNotMatch(tenant.logLines.join('\n'), /right|wrong/);
  });
});

async function startVelpic(t: TestContext, dataDir = ':memory:'): Promise<TestTenant> {
  const tenant = await startTenant({ dataDir }, t);
  const [appId, at] = [buildSummary({ number: 1 }).id, '2026-01-05T10:00:00.000Z'];
  tenant.store.directory.createApplication({ id: VELPIC, appId, displayName: 'Velpic', at });
  return tenant;
}

function fill({ store }: TestTenant): void {
  store.provisioningLog.append([
    buildSummary({ number: 1 }),
    buildSummary({ number: 2, outcome: 'refused' }),
    buildSummary({ number: 3, outcome: 'redundant' }),
    buildSummary({ number: 4, outcome: 'refused' }),
  ]);
}

function exportLogs(tenant: TestTenant, query: string) {
  const path = `/api/applications/${VELPIC}/provisioning-logs/export`;
  return tenant.callAdmin('GET', `${path}?${query}`);
}

type CsvRow = Readonly<Record<string, string>>;

function readCsv(text: string): readonly CsvRow[] {
  return parse(text, { columns: true }) as CsvRow[]; // what `columns` makes of it
}

/** Through the directory at the end, as any reader of ZIP files goes. */
async function readZip({ adminUrl, adminKey }: TestTenant): Promise<ReadonlyMap<string, string>> {
  const path = `/api/applications/${VELPIC}/provisioning-logs/export?format=zip`;
  const response = await fetch(adminUrl + path, {
    headers: { Authorization: `Bearer ${adminKey}` },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const end = bytes.length - 22;
  let at = bytes.readUInt32LE(end + 16);
  const files = new Map<string, string>();
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const start = bytes.readUInt32LE(at + 42) + 30 + nameLength;
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    files.set(name, inflateRawSync(packed).toString('utf8'));
    at += 46 + nameLength;
  }
  return files;
}
