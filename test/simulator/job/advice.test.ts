// What is said to do about a failure fits what came, and the occasion.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startProvisioning } from '../../support/provisioning.ts';
import { startScimTarget, type ScriptedAnswer } from '../../support/scim-target.ts';

const HTML = { 'Content-Type': 'text/html' };
const PAGE = '<!doctype html><title>Blocked</title>';

describe('Test Connection', () => {
  test('advises on what came, and speaks of no mapping and no entry of the log', async (t) => {
    const { admin, params } = await startProvisioning(t);
    const user = { id: '1', userName: 'somebody' };
    const cases: readonly (readonly [ScriptedAnswer, RegExp])[] = [
      [{ status: 403, headers: HTML, body: PAGE }, /Entra sends no User-Agent header/],
      [{ status: 403, body: { status: '403' } }, /Check that the Secret Token is valid/],
      [{ status: 200, headers: HTML, body: PAGE }, /An HTML page came where SCIM was expected/],
      [{ status: 200, body: { totalResults: 1, Resources: [user] } }, /whose totalResults is 0/],
      [{ status: 400, body: { status: '400' } }, /answer the filter of the request that is shown/],
      [{ status: 404, body: { status: '404' } }, /it ends where \/Users begins/],
    ];
    for (const [answer, advice] of cases) {
      const { origin } = await startScimTarget(t, () => answer);
      const body = { target: { url: `${origin}/scim` } };

      const { explanation } = await admin('testJobConnection', { params, body });

      assert.match(explanation, advice);
      assert.doesNotMatch(explanation, /this entry|mapping that gives/);
    }
  });
});

describe('An entry of the provisioning log', () => {
  test('tells a page with 403 from rights that are missing', async (t) => {
    const { admin, assign, cycle, hire, params } = await startProvisioning(t);
    await assign(await hire('ada'));
    const match = { method: 'POST', path: '/Users' };
    await admin('queueResponse', {
      params: { tenant: 'default' },
      body: { match, status: 403, headers: HTML, body: PAGE },
    });

    await cycle();

    const { entries } = await admin('listProvisioningLogs', { params, query: {} });
    const { id = '' } = entries[0] ?? {};
    const { entry } = await admin('getProvisioningLog', { params: { ...params, id } });
    const { errorInformation } = entry.provisioningStatusInfo;
    assert.equal(errorInformation?.errorCode, 'InsufficientRights');
    assert.match(errorInformation.recommendedAction, /Entra sends no User-Agent header/);
  });
});

describe('A cycle that its connection test ended', () => {
  test('keeps the request with its answer, and finds the row of the inspector', async (t) => {
    const { admin, cycle, params } = await startProvisioning(t);
    const wrong = { type: 'bearer' as const, secretToken: 'a token that has expired' };
    await admin('putJobCredentials', { params, body: wrong });
    await cycle();
    const { lastExecution } = await admin('getJobStatus', { params });
    const { activityIdentifier = '' } = lastExecution ?? {};
    const probeOf = { ...params, cycle: activityIdentifier };

    const { probe } = await admin('getFailedProbe', { params: probeOf });

    assert.ok(probe !== null);
    assert.match(probe.advice, /Enter a valid Secret Token/);
    const [request] = probe.requests;
    assert.ok(request !== undefined);
    assert.deepEqual(
      [request.method, request.status, request.requestHeaders['Authorization']],
      ['GET', 401, 'Bearer ****ired'],
    );
    const { clientRequestId } = request;
    const rows = await admin('findRecordedRequests', { params: { clientRequestId } });
    assert.equal(rows.requests.length, 1);
    await admin('putJobCredentials', { params, body: { type: 'bearer', secretToken: '' } });
    await cycle();
    const { lastExecution: good } = await admin('getJobStatus', { params });
    const goodOne = { ...params, cycle: good?.activityIdentifier ?? '' };
    assert.equal((await admin('getFailedProbe', { params: goodOne })).probe, null);
  });
});
