// The directory: its rules, its recycle bin, and what the engine reads of it after a watermark.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { USER_ROLE_ID } from '../../shared/simulator/application.ts';
import { openDirectory } from '../support/open-directory.ts';

const AFTER = '2026-03-02T12:00:00.000Z';
const NOTHING = { users: [], groups: [], purged: [], memberships: [] };

describe('people', () => {
  test('keep every attribute that they are given', (t) => {
    const { directory, addUser } = openDirectory(t);
    const boss = addUser('boss');

    const id = addUser('ada', {
      surname: 'Lovelace',
      extensionAttribute15: 'x',
      proxyAddresses: ['SMTP:ada@contoso.example'],
      manager: boss,
      userType: 'Guest',
    });

    const user = directory.findUser(id);
    assert.equal(user?.surname, 'Lovelace');
    assert.equal(user?.extensionAttribute15, 'x');
    assert.equal(user?.givenName, null);
    assert.deepEqual(user?.proxyAddresses, ['SMTP:ada@contoso.example']);
    assert.deepEqual(
      directory.readReports(boss, 9).map(({ objectId }) => objectId),
      [id],
    );
  });

  test('have a user principal name of their own, whatever its case', (t) => {
    const { addUser, directory } = openDirectory(t);
    const ada = addUser('ada');
    const bob = addUser('bob');

    assert.throws(
      () => addUser('eve', { userPrincipalName: 'ADA@contoso.example' }),
      /Another user/,
    );
    assert.throws(
      () => directory.updateUser(bob, { userPrincipalName: 'Ada@Contoso.example' }),
      /Another user/,
    );
    directory.updateUser(ada, { userPrincipalName: 'ADA@contoso.example' });
    assert.equal(directory.findUser(ada)?.userPrincipalName, 'ADA@contoso.example');
  });

  test('cannot report to themselves through others', (t) => {
    const { addUser, directory } = openDirectory(t);
    const top = addUser('top');
    const middle = addUser('middle', { manager: top });
    const low = addUser('low', { manager: middle });

    assert.throws(() => directory.updateUser(top, { manager: low }), /circle/);
    assert.throws(() => directory.updateUser(top, { manager: top }), /circle/);
    assert.equal(directory.updateUser(low, { manager: top }).manager, top);
  });
});

describe('the recycle bin', () => {
  test('gives a person back with memberships and assignments, unless the name is taken', (t) => {
    const { directory, source, addUser, addGroup, addApplication, assign } = openDirectory(t);
    const ada = addUser('ada');
    const group = addGroup('sales', [ada]);
    const application = addApplication();
    assign(application, ada, USER_ROLE_ID);

    directory.deleteUser(ada, AFTER);
    assert.deepEqual(source.readMemberIds(group, null, 9), []);
    const other = addUser('other', { userPrincipalName: 'Ada@contoso.example' });
    assert.throws(() => directory.restoreUser(ada), /cannot be restored.*"ada@contoso\.example"/);
    directory.updateUser(other, { userPrincipalName: 'other@contoso.example' });
    directory.restoreUser(ada);

    assert.deepEqual(source.readMemberIds(group, null, 9), [ada]);
    assert.equal(source.readAssignments(application, ada).length, 1);
  });

  test('is emptied of what has been in it for 30 days', (t) => {
    const { directory, source, addUser, addGroup } = openDirectory(t);
    const old = addUser('old');
    const report = addUser('report', { manager: old });
    const young = addUser('young');
    const group = addGroup('team', [old, report]);
    directory.deleteUser(old, '2026-03-01T12:00:00.000Z');
    directory.deleteUser(young, '2026-03-01T12:00:00.001Z');
    directory.deleteGroup(group, '2026-03-01T12:00:00.000Z');
    const watermark = source.currentSequence();

    assert.equal(directory.purgeExpired(new Date('2026-03-31T12:00:00.000Z')), 2);

    assert.equal(directory.findUser(old), undefined);
    assert.equal(directory.findUser(young)?.displayName, 'young');
    assert.equal(directory.findUser(report)?.manager, null);
    assert.deepEqual(source.changesSince(watermark, 'any'), {
      users: [report],
      groups: [],
      purged: [
        { objectId: old, objectType: 'User' },
        { objectId: group, objectType: 'Group' },
      ],
      memberships: [],
    });
    assert.throws(() => directory.purgeUser(report), /not in the recycle bin/);
  });
});

describe('what changed since a watermark', () => {
  test('is nothing when nothing did, not even by writing what is there already', (t) => {
    const { directory, source, addUser, addGroup } = openDirectory(t);
    const ada = addUser('ada');
    const group = addGroup('sales', [ada]);
    const watermark = source.currentSequence();

    directory.updateUser(ada, { displayName: 'ada' });
    directory.addMembers(group, [ada]);

    assert.equal(source.currentSequence(), watermark);
    assert.deepEqual(source.changesSince(watermark, 'any'), NOTHING);
  });

  test('tells each person once, and memberships of people only where the group is assigned', (t) => {
    const { directory, source, addUser, addGroup, addApplication, assign } = openDirectory(t);
    const [ada, bob, eve] = [addUser('ada'), addUser('bob'), addUser('eve')];
    const assigned = addGroup('assigned', [bob]);
    const plain = addGroup('plain');
    const application = addApplication();
    assign(application, assigned, USER_ROLE_ID);
    const watermark = source.currentSequence();

    directory.updateUser(eve, { department: 'Sales' });
    directory.updateUser(eve, { department: 'Legal' });
    directory.addMembers(assigned, [ada]);
    directory.removeMembers(assigned, [bob]);
    directory.addMembers(plain, [bob]);

    assert.deepEqual(source.changesSince(watermark, application), {
      users: [eve, ada, bob],
      groups: [],
      purged: [],
      memberships: [assigned, plain],
    });
    assert.deepEqual(source.changesSince(watermark, 'another').users, [eve]);
  });

  test('tells whom a group let in, also those who left it before they were looked at', (t) => {
    const { directory, source, addUser, addGroup, addApplication, assign } = openDirectory(t);
    const [ada, bob] = [addUser('ada'), addUser('bob')];
    const group = addGroup('sales', [ada, bob]);
    const application = addApplication();
    const beforeAll = source.currentSequence();
    const assignment = assign(application, group, USER_ROLE_ID);
    assert.deepEqual(source.changesSince(beforeAll, application).users, [ada, bob]);
    assert.deepEqual(source.changesSince(beforeAll, application).groups, [group]);
    const watermark = source.currentSequence();

    directory.unassign(application, assignment);
    directory.removeMembers(group, [bob]);

    assert.deepEqual(source.changesSince(watermark, application).users, [ada, bob]);
  });

  test('tells the members of a group that is deleted and purged, or restored', (t) => {
    const { directory, source, addUser, addGroup, addApplication, assign } = openDirectory(t);
    const ada = addUser('ada');
    const group = addGroup('sales', [ada]);
    const application = addApplication();
    assign(application, group, USER_ROLE_ID);
    const first = source.currentSequence();

    directory.deleteGroup(group, AFTER);
    assert.deepEqual(source.changesSince(first, application).users, [ada]);
    assert.deepEqual(source.readAssignedUserIds(application, null, 9), []);
    const second = source.currentSequence();
    directory.restoreGroup(group);
    assert.deepEqual(source.changesSince(second, application).users, [ada]);
    assert.deepEqual(source.readAssignedUserIds(application, null, 9), [ada]);
    const third = source.currentSequence();
    directory.deleteGroup(group, AFTER);
    directory.purgeGroup(group);

    assert.deepEqual(source.changesSince(third, application).users, [ada]);
  });
});

describe('an application', () => {
  test('has the role User from the start, and refuses to lose a role that is assigned', (t) => {
    const { directory, addUser, addApplication, assign } = openDirectory(t);
    const application = addApplication();
    const role = {
      id: '11111111-1111-4111-8111-111111111111',
      displayName: 'Editor',
      value: 'editor',
      description: '',
      allowedMemberTypes: ['User' as const],
      isEnabled: true,
    };
    directory.createRole(application, role);
    const ada = addUser('ada');
    const assignment = assign(application, ada, role.id);

    assert.deepEqual(
      directory.findApplication(application)?.appRoles.map(({ id }) => id),
      [USER_ROLE_ID, role.id],
    );
    assert.throws(() => directory.deleteRole(application, role.id), /assigned once/);
    directory.updateRole(application, { ...role, isEnabled: false });
    assert.throws(() => assign(application, addUser('bob'), role.id), /disabled/);
    directory.changeRole(application, assignment, USER_ROLE_ID);
    directory.deleteRole(application, role.id);
    assert.equal(directory.readAssignments(application, ada)[0]?.appRoleId, USER_ROLE_ID);
  });

  test('assigns directly and through immediate membership, never through nested groups', (t) => {
    const { directory, source, addUser, addGroup, addApplication, assign } = openDirectory(t);
    const [ada, bob, eve] = [addUser('ada'), addUser('bob'), addUser('eve')];
    const inner = addGroup('inner', [eve]);
    const outer = addGroup('outer', [bob, inner]);
    const application = addApplication();
    assign(application, ada, USER_ROLE_ID);
    assign(application, bob, USER_ROLE_ID);
    assign(application, outer, USER_ROLE_ID);

    assert.deepEqual(source.readAssignedUserIds(application, null, 9), [ada, bob]);
    assert.deepEqual(source.readAssignedUserIds(application, ada, 1), [bob]);
    assert.deepEqual(source.readAssignedGroupIds(application), [outer]);
    assert.equal(source.readAssignments(application, bob).length, 2);
    assert.deepEqual(source.readAssignments(application, eve), []);
    assert.deepEqual(source.readAssignments(application, inner), []);
    assert.equal(directory.countAssignments(application, ''), 3);
  });

  test('takes only groups that are security-enabled, and they stay so', (t) => {
    const { directory, addGroup, addApplication, assign } = openDirectory(t);
    const application = addApplication();
    const mail = addGroup('mail', [], { kind: 'microsoft365', securityEnabled: false });

    assert.throws(() => assign(application, mail, USER_ROLE_ID), /security-enabled/);
    directory.updateGroup(mail, { securityEnabled: true });
    assign(application, mail, USER_ROLE_ID);
    assert.throws(() => directory.updateGroup(mail, { securityEnabled: false }), /assigned/);
  });
});

describe('a list of people', () => {
  test('is searched, filtered, sorted and read page by page', (t) => {
    const { directory, addUser } = openDirectory(t);
    for (const name of ['Émile', 'Anna', 'Zoë', 'bob'])
      addUser(name, { department: name.slice(0, 1) });
    const off = addUser('Disabled', { accountEnabled: false, mail: 'anna.2@contoso.example' });
    const query = {
      text: '',
      state: 'all',
      userType: null,
      sort: 'displayName',
      order: 'ascending',
      after: null,
      offset: 0,
      limit: 2,
    } as const;
    const names = (page: ReturnType<typeof directory.listUsers>) =>
      page.rows.map(({ displayName }) => displayName);

    const first = directory.listUsers(query);
    assert.deepEqual(names(first), ['Anna', 'bob']);
    assert.equal(first.total, 5);
    const after = first.rows[1]?.objectId ?? null;
    assert.deepEqual(names(directory.listUsers({ ...query, after })), ['Disabled', 'Zoë']);
    assert.deepEqual(names(directory.listUsers({ ...query, order: 'descending' })), [
      'Émile',
      'Zoë',
    ]);
    assert.deepEqual(names(directory.listUsers({ ...query, text: 'ANNA' })), ['Anna', 'Disabled']);
    assert.deepEqual(names(directory.listUsers({ ...query, state: 'disabled' })), ['Disabled']);
    directory.deleteUser(off, AFTER);
    assert.deepEqual(names(directory.listUsers({ ...query, state: 'deleted' })), ['Disabled']);
    assert.equal(directory.listUsers(query).total, 4);
  });
});
