// Which object of the target an object of the directory is connected with: read by either id, and deleted.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startProvisioning } from '../../support/provisioning.ts';

describe('Object connections', () => {
  test('are deleted while the job is paused only, any number of times, and found again', async (t) => {
    const { admin, assign, callAdmin, cycle, hire, params, users } = await startProvisioning(t);
    const ada = await hire('ada');
    await assign(ada);
    await cycle();
    const path = `/api/applications/${params.application}/job/connections/${ada}`;
    await admin('startJob', { params });
    assert.equal((await callAdmin('DELETE', path)).status, 409);
    await admin('stopJob', { params });
    await admin('jumpSimulatorClock', { body: { seconds: 0 } });

    const { targetId } = await admin('getObjectConnection', { params: { ...params, source: ada } });
    const byTarget = path.replace(ada, targetId);
    const found = await callAdmin('GET', byTarget);
    assert.match(found.text, new RegExp(`"sourceId":"${ada}"`));
    assert.equal((await callAdmin('DELETE', byTarget)).status, 200);
    assert.equal((await callAdmin('DELETE', path)).status, 200);
    assert.equal((await callAdmin('GET', path)).status, 404);
    const { entries } = await admin('listAuditLogs', { params, query: {} });
    assert.deepEqual(
      entries
        .filter(({ activity }) => activity === 'Delete object connection')
        .map((e) => e.details),
      [{ objectType: 'User', sourceId: ada, targetId }],
      'once, for it was there once',
    );
    await admin('restartJob', { params, body: {} });
    await admin('jumpSimulatorClock', { body: { seconds: 0 } });

    assert.equal((await callAdmin('GET', path)).status, 200);
    assert.equal((await users()).length, 1);
  });
});
