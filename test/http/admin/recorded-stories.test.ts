// What is done by the admin API becomes a story that can be played: recorded over HTTP, played on a server that knows nothing of it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEFAULT_ACCESS_ROLE_ID, USER_ROLE_ID } from '../../../shared/simulator/application.ts';
import { playAlone, playHere, readStory, setUpApplication } from '../../support/recorded-story.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

function jump(server: TestTenant, minutes: number) {
  return server.admin('jumpSimulatorClock', { body: { seconds: minutes * 60 } });
}

describe('A story that is recorded', () => {
  test('of a joiner, a mover and a leaver is played headless as it was, with no secret in it', async (t) => {
    const server = await startTenant({}, t);
    const { connection, params } = await setUpApplication(server);
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
    const { steps } = readStory(story.text);
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
    const { params } = await setUpApplication(server);
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

    const { steps, connected } = readStory(story.text);
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

  test('of trouble is played as it came: a wrong token, a busy target, a token that expires', async (t) => {
    const server = await startTenant({}, t);
    const { connection, params } = await setUpApplication(server);
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
});
