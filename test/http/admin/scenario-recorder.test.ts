// What is done by the admin API becomes a story that can be played: the recorder over HTTP, and its files on a fresh server.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { readScenario } from '../../../main/scenarios/read-scenario.ts';
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
