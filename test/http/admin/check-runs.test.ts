// Conformance runs over the admin API: started, followed, reported, cancelled.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CheckRunDetails } from '../../../shared/admin/check-run.ts';
import { LiveEvent } from '../../../shared/live-event.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const THIS_TENANT = { target: { tenant: 'default' } } as const;

/** Live events of one run, from the moment of the call until it has ended. */
async function followRun(
  { adminUrl, adminKey }: TestTenant,
  start: () => Promise<unknown>,
): Promise<readonly LiveEvent[]> {
  const controller = new AbortController();
  const headers = { Authorization: `Bearer ${adminKey}` };
  const { signal } = controller;
  const response = await fetch(`${adminUrl}/api/live`, { headers, signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  assert.ok(reader);
  await start();
  const events: LiveEvent[] = [];
  let text = '';
  while (!events.some(isEnd)) {
    const { value, done } = await reader.read();
    if (done) break;
    text += value;
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    events.push(...messages.flatMap(readMessage));
  }
  controller.abort();
  return events.filter(({ type }) => type === 'check-run-changed');
}

function readMessage(message: string): readonly LiveEvent[] {
  const data = /^data: (.*)$/m.exec(message)?.[1];
  return data === undefined ? [] : [LiveEvent.parse(JSON.parse(data))];
}

function isEnd(event: LiveEvent): boolean {
  return event.type === 'check-run-changed' && event.data.run.state !== 'running';
}

async function newestRun(tenant: TestTenant): Promise<CheckRunDetails> {
  const { runs } = await tenant.admin('listCheckRuns');
  return tenant.admin('getCheckRun', { params: { id: runs[0]?.id ?? '' } });
}

describe('Runs of the conformance checker', () => {
  test('check a tenant, tell each step by live event, and end with a report', async (t) => {
    const tenant = await startTenant({}, t);

    const events = await followRun(tenant, () =>
      tenant.admin('startCheckRun', { body: { ...THIS_TENANT, only: ['C1', 'K'] } }),
    );

    const run = await newestRun(tenant);
    assert.equal(events.length, 6);
    assert.deepEqual([run.state, run.done, run.total, run.failed], ['finished', 5, 5, 0]);
    assert.equal(run.report?.conforms, true);
    const { checks } = await tenant.admin('listChecks');
    const chosen = checks.filter(({ id, section }) => id === 'C1' || section === 'K');
    assert.deepEqual(
      run.checks,
      chosen.map(({ id }) => id),
    );
    assert.deepEqual(run.outcomes, Object.fromEntries(run.checks.map((id) => [id, 'passed'])));
    for (const format of ['json', 'junit', 'html'] as const) {
      const file = await tenant.admin('getCheckReport', {
        params: { id: run.id },
        query: { format },
      });
      assert.ok(file.text.length > 100 && file.fileName.startsWith('scim-conformance.'));
    }
  });

  test('check any SCIM URL', async (t) => {
    const [tenant, other] = [await startTenant({}, t), await startTenant({}, t)];
    const target = { url: other.scimUrl, token: other.token };

    await followRun(tenant, () =>
      tenant.admin('startCheckRun', { body: { target, only: ['C1'] } }),
    );

    const run = await newestRun(tenant);
    assert.deepEqual([run.target, run.report?.conforms], [other.scimUrl, true]);
  });

  test('are one at a time, and end when they are cancelled', async (t) => {
    const tenant = await startTenant({}, t);
    let second = 0;

    await followRun(tenant, async () => {
      const { id } = await tenant.admin('startCheckRun', { body: THIS_TENANT });
      second = (await tenant.callAdmin('POST', '/api/checks', { body: THIS_TENANT })).status;
      const early = await tenant.callAdmin('GET', `/api/checks/${id}/report`);
      assert.equal(early.status, 409);
      await tenant.admin('cancelCheckRun', { params: { id } });
    });

    const run = await newestRun(tenant);
    assert.deepEqual([second, run.state], [409, 'cancelled']);
  });

  test('refuse unknown checks, tenants and runs', async (t) => {
    const tenant = await startTenant({}, t);
    const statusOf = async (method: string, path: string, body?: object) => {
      const options = body === undefined ? {} : { body: { ...body } };
      return (await tenant.callAdmin(method, `/api/checks${path}`, options)).status;
    };

    assert.equal(await statusOf('POST', '', { ...THIS_TENANT, only: ['Y1'] }), 400);
    assert.equal(await statusOf('POST', '', { target: { tenant: 'nobody' } }), 404);
    assert.equal(await statusOf('POST', '', { target: { url: 'ftp://x', token: 't' } }), 400);
    assert.equal(await statusOf('GET', '/none'), 404);
    assert.equal(await statusOf('POST', '/none/cancel'), 404);
  });
});
