// The recorder of stories: what it takes, what it says that it left out, and its life.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { USER_ROLE_ID } from '../../../shared/simulator/application.ts';
import {
  endOf,
  newFolder,
  playHere,
  readStory,
  setUpApplication,
} from '../../support/recorded-story.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

describe('The recorder', () => {
  test('takes many people at once, groups, and what has a step, and says what has none', async (t) => {
    const server = await startTenant({}, t);
    const { params } = await setUpApplication(server);
    await server.admin('putJobTarget', { params, body: { tenant: 'target' } });
    await server.admin('startScenarioRecorder', { body: {} });

    await endOf(await server.admin('generateDirectory', { body: { users: 8, groups: 2 } }), server);
    const text = [
      'version:v1.0,,,',
      'Name [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required',
      'Radia Perlman,radia@fabrikam.example,not-to-be-kept-1,No',
    ].join('\n');
    await endOf(await server.admin('importDirectory', { body: { text } }), server);
    const find = async (name: string) => {
      const { principals } = await server.admin('findDirectoryPrincipals', {
        query: { text: name },
      });
      return principals[0]?.objectId ?? '';
    };
    const radia = await find('Radia');
    const { objectId: group } = await server.admin('createDirectoryGroup', {
      body: {
        displayName: 'Networks',
        description: 'Bridges',
        kind: 'security',
        securityEnabled: true,
      },
    });
    await server.admin('changeDirectoryMembers', {
      params: { id: group },
      body: { add: [radia, await find('Sami')] },
    });
    const schema = await server.admin('getJobSchema', { params });
    const groups = { ...schema.groups, enabled: true };
    await server.admin('putJobSchema', { params, body: { ...schema, groups } });
    await server.admin('assignPrincipals', {
      params,
      body: { principals: [group], appRoleId: USER_ROLE_ID },
    });
    await server.admin('runJobCycle', { params, body: { wait: true } });
    await server.admin('updateDirectoryGroup', {
      params: { id: group },
      body: { displayName: 'Bridges', description: null },
    });
    await server.admin('changeDirectoryMembers', {
      params: { id: group },
      body: { remove: [await find('Sami')] },
    });
    await server.admin('deleteDirectoryGroup', { params: { id: group } });
    await server.admin('restoreDirectoryObject', { params: { id: group } });
    await server.admin('runJobCycle', { params, body: { wait: true } });
    await server.admin('discoverAccounts', { params, body: {} });
    const { assignments } = await server.admin('listAssignments', { params });
    const assignment = { ...params, assignment: assignments[0]?.id ?? '' };
    await server.admin('removeAssignment', { params: assignment });
    await server.admin('runJobCycle', { params, body: { wait: true } });
    await server.admin('putJobTarget', { params, body: { url: 'http://127.0.0.1:9/scim' } });
    await server.admin('createApplication', { body: { displayName: 'Another' } });
    const story = await server.admin('stopScenarioRecorder', { body: { title: 'Networks' } });

    assert.equal(story.text.includes('not-to-be-kept'), false);
    assert.deepEqual(story.left, [
      'The target was a server that is not ours: the story has a tenant of its own instead.',
      'Another application was created: a story is about one.',
    ]);
    assert.match(readStory(story.text).summary, /Not in it: The target was a server/);
    assert.equal(await playHere(story, server), 'passed');
  });

  test('lets time pass for cycles that fell due by themselves', async (t) => {
    const server = await startTenant({}, t);
    const { params } = await setUpApplication(server);
    await server.admin('putJobTarget', { params, body: { tenant: 'target' } });
    await server.admin('startScenarioRecorder', { body: {} });

    const { principals } = await server.admin('findDirectoryPrincipals', {
      query: { text: 'Lena' },
    });
    const [lena = ''] = principals.map(({ objectId }) => objectId);
    const assigned = { principals: [lena], appRoleId: USER_ROLE_ID };
    await server.admin('assignPrincipals', { params, body: assigned });
    await server.admin('startJob', { params });
    const { now } = await server.admin('getSimulatorClock');
    const later = new Date(Date.parse(now) + 41 * 60_000).toISOString();
    const badge = 'extension_12345678901234567890123456789012_badge';
    const extensions = { [badge]: 'B-7' };
    const body = { jobTitle: 'Distinguished Engineer', extensions };
    await server.admin('updateDirectoryUser', { params: { id: lena }, body });
    await server.admin('putSimulatorClock', { body: { mode: 'step', now: later } });
    while (!(await hasRun(server, params, 2))) await sleep(20);
    await server.admin('stopJob', { params });
    const story = await server.admin('stopScenarioRecorder', { body: {} });

    const titles = readStory(story.text).steps.map(({ title }) => title);
    assert.deepEqual(titles.slice(-3), [
      `Change Lena Vogt: jobTitle Distinguished Engineer, extensions (${badge} B-7)`,
      'Let 41 minutes pass',
      'Stop provisioning',
    ]);
    assert.match(story.text, /title: Distinguished Engineer/);
    assert.equal(await playHere(story, server), 'passed');
  });

  test('is one at a time, and not while a scenario is played', async (t) => {
    const server = await startTenant({}, t);
    const ask = async (path: string, body: object = {}) => {
      const { status } = await server.callAdmin('POST', `/api/${path}`, { body: { ...body } });
      return status;
    };

    const stopped = await ask('scenario-recorder/stop');
    await server.admin('startScenarioRecorder', { body: {} });
    const again = await ask('scenario-recorder/start');
    const played = await ask('scenario-runs', { scenario: { id: 'velpic' } });
    const empty = await ask('scenario-recorder/stop');
    const { phase } = await server.admin('discardScenarioRecorder');
    const { id } = await server.admin('startScenarioRun', {
      body: { scenario: { id: 'joiner' }, mode: 'steps' },
    });
    const during = await ask('scenario-recorder/start');
    await server.admin('cancelScenarioRun', { params: { id } });

    assert.deepEqual([stopped, again, played, empty, during], [409, 409, 409, 409, 409]);
    assert.equal(phase, 'idle');
  });

  test('leaves what there was when the server ends', async (t) => {
    const dataDir = newFolder(t);
    const first = await startTenant({ dataDir });
    await first.admin('startScenarioRecorder', { body: {} });
    await first.admin('createDirectoryUser', {
      body: { userPrincipalName: 'alan@fabrikam.example', displayName: 'Alan Turing' },
    });
    await first.close();

    const second = await startTenant({ dataDir }, t);
    const { phase, steps } = await second.admin('getScenarioRecorder');
    const story = await second.admin('stopScenarioRecorder', { body: { title: 'Alan' } });
    const after = await second.admin('getScenarioRecorder');

    assert.deepEqual([phase, steps.length, after.phase], ['interrupted', 1, 'idle']);
    assert.deepEqual([story.fileName, readStory(story.text).title], ['alan.yaml', 'Alan']);
  });
});

async function hasRun(
  server: TestTenant,
  params: { readonly application: string },
  count: number,
): Promise<boolean> {
  const { cycles } = await server.admin('listJobCycles', { params });
  return cycles.filter(({ state }) => state === 'Succeeded').length >= count;
}
