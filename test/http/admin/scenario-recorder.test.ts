// What is done by the admin API becomes a story that can be played: the recorder over HTTP, and its files on a fresh server.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readScenario } from '../../../main/scenarios/read-scenario.ts';
import type { Job } from '../../../shared/admin/transfer.ts';
import type { RecordedStory } from '../../../shared/scenario/scenario-recorder.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { DEFAULT_ACCESS_ROLE_ID, USER_ROLE_ID } from '../../../shared/simulator/application.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const CLI = path.resolve(import.meta.dirname, '..', '..', '..', 'main', 'scenarios', 'cli.ts');

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scim-recorder-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Headless, on a server of its own. */
async function playAlone(text: string, t: TestContext): Promise<string> {
  const file = path.join(newFolder(t), 'story.yaml');
  writeFileSync(file, text);
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, file], (error, _stdout, stderr) => {
      resolve(`${error === null ? 0 : String(error.code)}\n${stderr}`);
    });
  });
}

/** On the server where it was recorded: the outcome, or what was not as expected. */
async function playHere(story: RecordedStory, server: TestTenant): Promise<string> {
  const { fileName, text } = story;
  const body = { scenario: { file: { fileName, text } } };
  const { id } = await server.admin('startScenarioRun', { body });
  for (;;) {
    const run = await server.admin('getScenarioRun', { params: { id } });
    if (run.state !== 'ended') {
      await sleep(20);
      continue;
    }
    if (run.outcome === 'passed') return 'passed';
    const steps = run.steps.filter(({ state }) => state === 'failed' || state === 'broken');
    return JSON.stringify({ problem: run.problem, steps }, null, 1);
  }
}

async function endOf({ id }: Job, server: TestTenant): Promise<void> {
  while ((await server.admin('getJob', { params: { id } })).state === 'running') await sleep(20);
}

function read(text: string): Scenario {
  const result = readScenario(text, 'story.yaml');
  assert.ok(result.kind === 'read', result.kind === 'wrong' ? result.message : '');
  return result.scenario;
}

/** A tenant that nobody uses, and an application that has never run. */
async function setUp(server: TestTenant) {
  await server.admin('putSimulatorClock', { body: { mode: 'step' } });
  const { connection } = await server.admin('setUpTenant', { body: { slug: 'target' } });
  const { id: application } = await server.admin('createApplication', {
    body: { displayName: 'Payroll' },
  });
  return { connection, params: { application } };
}

function jump(server: TestTenant, minutes: number) {
  return server.admin('jumpSimulatorClock', { body: { seconds: minutes * 60 } });
}

describe('A story that is recorded', () => {
  test('of a joiner, a mover and a leaver is played headless as it was, with no secret in it', async (t) => {
    const server = await startTenant({}, t);
    const { connection, params } = await setUp(server);
    const begun = await server.admin('startScenarioRecorder', { body: {} });

    await server.admin('putJobTarget', { params, body: { url: connection.localTenantUrl } });
    const { secretToken } = connection;
    await server.admin('putJobCredentials', { params, body: { type: 'bearer', secretToken } });
    await server.admin('testJobConnection', { params, body: {} });
    const ada = await server.admin('createDirectoryUser', {
      body: {
        userPrincipalName: 'ada.lovelace@fabrikam.example',
        displayName: 'Ada Lovelace',
        mail: 'ada.lovelace@fabrikam.example',
        department: 'Research',
      },
    });
    const { groups } = await server.admin('listDirectoryGroups', { query: { text: 'Sales' } });
    const sales = groups[0]?.objectId ?? '';
    const principals = [ada.objectId, sales];
    await server.admin('assignPrincipals', {
      params,
      body: { principals, appRoleId: USER_ROLE_ID },
    });
    await server.admin('startJob', { params });
    const { users } = await server.admin('listDirectoryUsers', { query: { text: 'Grace' } });
    const id = users[0]?.objectId ?? '';
    await server.admin('updateDirectoryUser', {
      params: { id: ada.objectId },
      body: { department: 'Sales', jobTitle: 'Account Manager', manager: id },
    });
    await jump(server, 40);
    await server.admin('changeDirectoryUserQuickly', {
      params: { id: ada.objectId },
      body: { kind: 'leave' },
    });
    await jump(server, 40);
    await server.admin('purgeDirectoryObject', { params: { id: ada.objectId } });
    await server.admin('jumpSimulatorClock', { body: { to: 'nextCycle' } });
    const state = await server.admin('getScenarioRecorder');
    const story = await server.admin('stopScenarioRecorder', {
      body: { title: 'Ada comes and goes' },
    });

    assert.equal(begun.phase, 'recording');
    assert.deepEqual([story.fileName, story.left], ['ada-comes-and-goes.yaml', []]);
    assert.deepEqual(state.steps, [
      'Paste the Tenant URL and the Secret Token',
      'Test Connection',
      'Create Ada Lovelace (ada.lovelace) in the directory',
      'Assign Ada Lovelace, Sales in the role User',
      'Provisioning Status On: the first cycle runs',
      'Change Ada Lovelace: jobTitle Account Manager, department Sales, manager Grace Adeyemi',
      'Let 40 minutes pass',
      'Change Ada Lovelace: accountEnabled false',
      'Delete Ada Lovelace: into the recycle bin',
      'Let 40 minutes pass',
      'Delete Ada Lovelace for good',
      'Let 40 minutes pass',
    ]);
    for (const secret of [secretToken, secretToken.slice(-8), server.adminKey]) {
      assert.equal(story.text.includes(secret), false);
    }
    const { steps } = read(story.text);
    const last = steps.at(-1)?.expectations ?? [];
    assert.ok(
      last.some((each) => each.see === 'user' && each.is === 'absent'),
      story.text,
    );
    assert.ok(
      steps.some(({ expectations }) =>
        expectations.some(
          (each) => each.see === 'cycle' && each.outcomes?.['create/success'] !== undefined,
        ),
      ),
    );
    assert.match(await playAlone(story.text, t), /^0\n/);
  });

  test('begins with what was there before where the job had run already', async (t) => {
    const server = await startTenant({}, t);
    const { params } = await setUp(server);
    const { application } = params;
    await server.admin('createAppRole', {
      params,
      body: {
        displayName: 'Auditor',
        value: 'auditor',
        allowedMemberTypes: ['User'],
        isEnabled: true,
      },
    });
    const job = await server.admin('getProvisioningJob', { params });
    await server.admin('putJobSettings', {
      params,
      body: { ...job.settings, skipOutOfScopeDeletions: true },
    });
    await server.admin('putJobTarget', { params, body: { tenant: 'target' } });
    const { users } = await server.admin('listDirectoryUsers', { query: { text: 'Yuki' } });
    const yuki = users[0]?.objectId ?? '';
    await server.admin('assignPrincipals', {
      params,
      body: { principals: [yuki], appRoleId: DEFAULT_ACCESS_ROLE_ID },
    });
    await server.admin('runJobCycle', { params, body: { wait: true } });

    await server.admin('startScenarioRecorder', { body: { application } });
    const schema = await server.admin('getJobSchema', { params });
    const clauses = [
      { attribute: 'userPrincipalName', operator: 'ENDS_WITH', value: '@contoso.example' },
    ] as const;
    await server.admin('putJobSchema', {
      params,
      body: {
        ...schema,
        users: {
          ...schema.users,
          scopingFilters: [{ title: 'Ours', clauses: [...clauses] }],
          attributeMappings: schema.users.attributeMappings.filter(
            ({ target }) => target !== 'title',
          ),
        },
      },
    });
    const { assignments } = await server.admin('listAssignments', { params });
    const { appRoles } = await server.admin('getApplication', { params });
    const appRoleId = appRoles.find(({ value }) => value === 'auditor')?.id ?? '';
    await server.admin('changeAssignmentRole', {
      params: { application, assignment: assignments[0]?.id ?? '' },
      body: { appRoleId },
    });
    const marcus = await server.admin('listDirectoryUsers', { query: { text: 'Marcus' } });
    const objectId = marcus.users[0]?.objectId ?? '';
    await server.admin('provisionOnDemand', { params, body: { objectId } });
    await server.admin('runJobCycle', { params, body: {} });
    await server.admin('renameApplication', { params, body: { displayName: 'Wages' } });
    const story = await server.admin('stopScenarioRecorder', { body: {} });

    const { steps, connected } = read(story.text);
    assert.equal(connected, true);
    assert.deepEqual(
      steps.map(({ title }) => title),
      [
        'Those who were there before',
        'The application as it was',
        'The job had run before',
        'Remove the mapping of title (users), and 1 more',
        'Edit the assignment of Yuki Sato: role Auditor',
        'Provision Marcus Hale on demand',
        'Run the next cycle now',
      ],
    );
    assert.match(story.text, /value: "?@\$\{domain\}/);
    assert.deepEqual(story.left, ['The application was renamed.']);
    assert.match(await playAlone(story.text, t), /^0\n/);
  });
});

describe('The recorder', () => {
  test('takes trouble as it came: a wrong token, a busy target, a token that expires', async (t) => {
    const server = await startTenant({}, t);
    const { connection, params } = await setUp(server);
    const tenant = 'target';
    await server.admin('putJobTarget', { params, body: { tenant } });
    await server.admin('startScenarioRecorder', { body: { application: params.application } });

    const paste = (secretToken: string) =>
      server.admin('putJobCredentials', { params, body: { type: 'bearer', secretToken } });
    await paste('guessed-by-somebody-1815');
    await server.admin('testJobConnection', { params, body: {} });
    await paste(connection.secretToken);
    const busy = { match: { method: 'POST' }, status: 503 };
    await server.admin('queueResponse', { params: { tenant }, body: busy });
    const { users } = await server.admin('listDirectoryUsers', { query: { text: 'Arjun' } });
    const principals = [users[0]?.objectId ?? ''];
    await server.admin('assignPrincipals', {
      params,
      body: { principals, appRoleId: USER_ROLE_ID },
    });
    await server.admin('startJob', { params });
    const { tokens } = await server.admin('listTokens', { params: { tenant } });
    const token = { tenant, id: tokens[0]?.id ?? '' };
    await server.admin('expireToken', { params: token });
    await server.admin('runJobCycle', { params, body: {} });
    const { secret } = await server.admin('rotateToken', {
      params: token,
      body: { overlapMinutes: 0 },
    });
    await paste(secret);
    await server.admin('restartJob', { params, body: {} });
    const story = await server.admin('stopScenarioRecorder', { body: {} });

    for (const text of ['guessed-by', connection.secretToken, secret]) {
      assert.equal(story.text.includes(text), false);
    }
    assert.deepEqual(story.left, []);
    assert.match(story.text, /quarantine: EncounteredQuarantineException/);
    assert.equal(await playHere(story, server), 'passed');
  });

  test('takes many people at once, groups, and what has a step, and says what has none', async (t) => {
    const server = await startTenant({}, t);
    const { params } = await setUp(server);
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
    assert.match(read(story.text).summary, /Not in it: The target was a server/);
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
    assert.deepEqual([story.fileName, read(story.text).title], ['alan.yaml', 'Alan']);
  });
});
