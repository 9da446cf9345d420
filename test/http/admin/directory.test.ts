// The simulated directory over the admin API: people, groups, files, applications and who is assigned.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { DEFAULT_ACCESS_ROLE_ID } from '../../../shared/simulator/application.ts';
import { DEFAULT_JOB_SETTINGS, type JobSettings } from '../../../shared/simulator/job.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';
import { createMovableClock } from '../../support/movable-clock.ts';

describe('the directory of a new workspace', () => {
  test('has twelve people, three groups, and Velpic with a group assigned', async (t) => {
    const { admin } = await startTenant({}, t);

    const users = await admin('listDirectoryUsers', { query: {} });
    const { groups } = await admin('listDirectoryGroups', { query: {} });
    const { applications } = await admin('listApplications');

    assert.equal(users.total, 12);
    assert.deepEqual(
      groups.map(({ displayName, memberCount }) => `${displayName} ${memberCount}`),
      ['Engineering 5', 'Managers 5', 'Sales 4'],
    );
    assert.deepEqual(
      applications.map(({ displayName, appRoles }) => [displayName, appRoles[0]?.displayName]),
      [['Velpic', 'User']],
    );
    const sami = users.users.find(({ displayName }) => displayName === 'Sami Haddad');
    assert.equal(sami?.accountEnabled, false);
  });

  test('stays as its owner left it when the server starts again', async (t) => {
    const { store } = await startTenant({}, t);
    const before = store.directory.currentSequence();
    const { seedSampleDirectory } =
      await import('../../../main/simulator/directory/sample-directory.ts');

    seedSampleDirectory(store, '2026-01-01T00:00:00.000Z');

    assert.equal(store.directory.currentSequence(), before);
  });
});

describe('people over the admin API', () => {
  test('are created, changed, deleted, restored and purged', async (t) => {
    const clock = createMovableClock();
    const tenant = await startTenant({}, t, clock);
    const { admin } = tenant;
    const ada = await admin('createDirectoryUser', {
      body: {
        displayName: 'Ada Byron',
        userPrincipalName: 'ada.byron@contoso.example',
        mail: 'ada.byron@contoso.example',
      },
    });
    const id = { id: ada.objectId };
    assert.equal(ada.createdDateTime, '2026-03-01T12:00:00.000Z');

    const renamed = await admin('changeDirectoryUserQuickly', {
      params: id,
      body: { kind: 'rename', givenName: 'Ada', surname: 'Lovelace' },
    });
    assert.equal(renamed.userPrincipalName, 'ada.lovelace@contoso.example');
    assert.equal(renamed.mail, 'ada.lovelace@contoso.example');
    const left = await admin('changeDirectoryUserQuickly', { params: id, body: { kind: 'leave' } });
    assert.deepEqual(
      [left.accountEnabled, left.deletedDateTime],
      [false, '2026-03-01T12:00:00.000Z'],
    );
    const refused = await tenant.callAdmin('PATCH', `/api/directory/users/${ada.objectId}`, {
      body: { department: 'Sales' },
    });
    assert.equal(refused.status, 409);
    assert.match(refused.text, /restore the user first/);
    await admin('restoreDirectoryObject', { params: id });
    await admin('deleteDirectoryUser', { params: id });
    await admin('purgeDirectoryObject', { params: id });

    assert.equal(
      (await tenant.callAdmin('GET', `/api/directory/users/${ada.objectId}`)).status,
      404,
    );
  });
});

describe('assignments over the admin API', () => {
  test('explain who is in scope, and through what', async (t) => {
    const { admin } = await startTenant({}, t);
    const { velpic, engineering, lena, grace } = await readSample(admin);
    const group = await admin('createDirectoryGroup', { body: { displayName: 'Outer' } });
    await admin('changeDirectoryMembers', {
      params: { id: group.objectId },
      body: { add: [engineering] },
    });
    const [role] = velpic.appRoles;
    await admin('assignPrincipals', {
      params: { application: velpic.id },
      body: { principals: [group.objectId, grace], appRoleId: role?.id ?? '' },
    });

    const inside = await explain(admin, velpic.id, grace);
    const outside = await explain(admin, velpic.id, lena);

    assert.deepEqual(
      inside.assignments.map(({ roleName, through }) => [roleName, through?.displayName]),
      [
        ['User', undefined],
        ['User', 'Sales'],
      ],
    );
    assert.equal(outside.isAssigned, false);
    assert.deepEqual(
      outside.nestedIn.map(({ displayName }) => displayName),
      ['Outer'],
    );
  });
});

describe('the scope explained over the admin API', () => {
  test('is what the engine goes by: Default Access, scope all, scoping filters', async (t) => {
    const { admin } = await startTenant({}, t);
    const { velpic, lena } = await readSample(admin);
    const params = { application: velpic.id };
    const settings = (change: Partial<JobSettings>) =>
      admin('putJobSettings', { params, body: { ...DEFAULT_JOB_SETTINGS, ...change } });
    const claim = async () => {
      const { isInScope, reason, isAssigned, hasRole } = await explain(admin, velpic.id, lena);
      return [isInScope, reason, isAssigned, hasRole];
    };

    await settings({ scope: 'all' });
    assert.deepEqual(await claim(), [true, null, false, false]);
    await settings({ defaultAccess: 'legacy-skip' });
    const body = { principals: [lena], appRoleId: DEFAULT_ACCESS_ROLE_ID };
    await admin('assignPrincipals', { params, body });
    assert.deepEqual(await claim(), [false, 'unassigned', true, false]);
    await settings({});
    assert.deepEqual(await claim(), [true, null, true, true]);
    const schema = await admin('getJobSchema', { params });
    const clause = { attribute: 'city', operator: 'EQUALS', value: 'Atlantis' } as const;
    const scopingFilters = [{ title: 'Divers', clauses: [clause] }];
    const users = { ...schema.users, scopingFilters };
    await admin('putJobSchema', { params, body: { ...schema, users } });
    assert.deepEqual(await claim(), [false, 'outOfScope', true, true]);
    const explained = await explain(admin, velpic.id, lena);
    assert.deepEqual(
      explained.scopingFilters.flatMap(({ title, clauses }) =>
        clauses.map(({ attribute, passed }) => [title, attribute, passed]),
      ),
      [['Divers', 'city', false]],
    );
  });
});

describe('files of people', () => {
  test('are previewed line by line, imported, and exported to be read again', async (t) => {
    const tenant = await startTenant({}, t);
    const { admin } = tenant;
    const text = [
      'version:v1.0',
      'Name [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required,Department [department],Manager [manager],Shoe size',
      'Below,below@contoso.example,x,No,"Sales, East",above@contoso.example,40',
      'Above,above@contoso.example,x,yes,,,',
      'Nobody,nobody,x,No,,,',
      ',empty@contoso.example,x,No,,,',
      'Twin,ABOVE@contoso.example,x,No,,,',
      'Lena,lena.vogt@contoso.example,x,No,,,',
      'Maybe,maybe@contoso.example,x,perhaps,,,',
    ].join('\r\n');

    const preview = await admin('previewDirectoryImport', { body: { text } });
    assert.equal(preview.columns.at(-1)?.attribute, null);
    assert.deepEqual(
      preview.problems.map(({ line }) => line),
      [5, 6, 7, 8, 9],
    );
    await admin('importDirectory', { body: { text } });
    const job = await untilDone(admin);

    assert.deepEqual([job.result?.created, job.result?.skipped, job.result?.failed], [2, 1, 4]);
    const { users } = await admin('listDirectoryUsers', { query: { text: 'below' } });
    assert.equal(users[0]?.department, 'Sales, East');
    const above = await admin('listDirectoryUsers', { query: { text: 'above@' } });
    assert.equal(users[0]?.manager, above.users[0]?.objectId);
    assert.equal(above.users[0]?.accountEnabled, false);
    const file = await admin('exportDirectory');
    const again = await startTenant({}, t);
    await again.admin('importDirectory', { body: { text: file.text } });
    const second = await untilDone(again.admin);
    assert.deepEqual([second.result?.created, second.result?.failed], [2, 0]);
    assert.equal((await again.admin('exportDirectory')).text.length, file.text.length);
  });

  test('made up are the same for the same seed, in a tree of managers and in groups', async (t) => {
    const read = async () => {
      const { admin } = await startTenant({}, t);
      await admin('generateDirectory', { body: { users: 60, groups: 10, seed: 7, locale: 'de' } });
      const job = await untilDone(admin);
      const { users } = await admin('listDirectoryUsers', { query: { limit: 100 } });
      const { groups } = await admin('listDirectoryGroups', { query: {} });
      return { created: job.result?.created, users, groups };
    };

    const [first, second] = await Promise.all([read(), read()]);

    assert.equal(first.created, 70);
    const plain = (users: (typeof first)['users']) =>
      users.map((user) => ({ ...user, createdDateTime: '' }));
    assert.deepEqual(plain(first.users), plain(second.users));
    const made = first.users.filter(({ employeeId }) => employeeId?.length === 6);
    assert.equal(made.filter(({ manager }) => manager === null).length, 1);
    const names = first.groups.map(({ displayName }) => displayName.toLowerCase());
    assert.equal(new Set(names).size, 13, 'no group has the name of another, the sample included');
  });
});

type Admin = TestTenant['admin'];

async function readSample(admin: Admin) {
  const [velpic] = (await admin('listApplications')).applications;
  assert.ok(velpic, 'the sample has an application');
  const find = async (text: string) => {
    const { principals } = await admin('findDirectoryPrincipals', { query: { text } });
    return principals[0]?.objectId ?? '';
  };
  const [engineering, lena, grace] = await Promise.all(['Engineering', 'Lena', 'Grace'].map(find));
  return { velpic, engineering: engineering ?? '', lena: lena ?? '', grace: grace ?? '' };
}

function explain(admin: Admin, application: string, principal: string) {
  return admin('explainEntitlement', { params: { application, principal } });
}

async function untilDone(admin: Admin) {
  for (;;) {
    const [job] = (await admin('listJobs')).jobs;
    if (job !== undefined && job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
