// What becomes of people and groups of the directory in a SCIM target, told cycle by cycle against a tenant of ours.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEFAULT_ACCESS_ROLE_ID } from '../../../shared/simulator/application.ts';
import { objectsIn, textOf, type JsonObject } from '../../../shared/scim/json.ts';
import type { ResetScope } from '../../../shared/simulator/job.ts';
import { jsonAt } from '../../support/json-at.ts';
import { startProvisioning } from '../../support/provisioning.ts';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const MONTH_SECONDS = 31 * 86_400;

function stateOf({ userName, active }: JsonObject): string {
  return `${textOf(userName).split('@')[0]} ${active === true ? 'active' : 'inactive'}`;
}

function managerOf(user: JsonObject | undefined): string {
  return textOf(jsonAt(user, ENTERPRISE, 'manager', 'value'));
}

function memberIds(group: JsonObject | undefined): readonly unknown[] {
  return objectsIn(group?.['members']).map(({ value }) => value);
}

describe('People', () => {
  test('are created, updated by what differs, disabled, restored and at last deleted', async (t) => {
    const { admin, assign, cycle, hire, users, unassign, written } = await startProvisioning(t);
    const boss = await hire('boss');
    const ada = await hire('ada', { department: 'Research', manager: boss });
    await assign(boss, ada);

    assert.equal(await cycle(), 'create/success 2, update/success 1');
    assert.equal((await written()).length, 3);
    assert.equal(await cycle(), '');
    assert.deepEqual(await written(), [], 'a cycle without a change writes nothing');

    await admin('updateDirectoryUser', { params: { id: ada }, body: { department: 'Sales' } });
    assert.equal(await cycle(), 'update/success 1');
    const [moved, head] = await users();
    assert.equal(jsonAt(moved, ENTERPRISE, 'department'), 'Sales');
    assert.equal(managerOf(moved), head?.['id']);

    await unassign(ada);
    assert.equal(await cycle(), 'disable/success 1');
    assert.deepEqual((await users()).map(stateOf), ['ada inactive', 'boss active']);
    await assign(ada);
    assert.equal(await cycle(), 'update/success 1');
    assert.deepEqual((await users()).map(stateOf), ['ada active', 'boss active']);

    await admin('deleteDirectoryUser', { params: { id: ada } });
    assert.equal(await cycle(), 'disable/success 1');
    await admin('jumpSimulatorClock', { body: { seconds: MONTH_SECONDS } });
    assert.equal(await cycle(), 'delete/success 1');
    assert.deepEqual((await users()).map(stateOf), ['boss active']);
  });

  test('who were unassigned before they were deleted are not managed any more', async (t) => {
    const { admin, assign, cycle, hire, users, unassign, params } = await startProvisioning(t);
    const ada = await hire('ada');
    await assign(ada);
    await cycle();
    await unassign(ada);
    await cycle();

    await admin('deleteDirectoryUser', { params: { id: ada } });
    await admin('jumpSimulatorClock', { body: { seconds: MONTH_SECONDS } });

    assert.equal(await cycle(), 'other/skipped 1');
    assert.deepEqual((await users()).map(stateOf), ['ada inactive']);
    assert.equal((await admin('listConnections', { params, query: {} })).total, 0);
  });

  test('who were left as they are by SkipOutOfScopeDeletions are managed still, and go when purged', async (t) => {
    const { admin, assign, cycle, hire, settings, users, unassign } = await startProvisioning(t);
    await settings({ skipOutOfScopeDeletions: true });
    const ada = await hire('ada');
    await assign(ada);
    await cycle();
    await unassign(ada);
    assert.equal(await cycle(), 'other/skipped 1');
    assert.deepEqual((await users()).map(stateOf), ['ada active']);

    await admin('deleteDirectoryUser', { params: { id: ada } });
    assert.equal(await cycle(), 'other/skipped 1');
    await admin('purgeDirectoryObject', { params: { id: ada } });

    assert.equal(await cycle(), 'delete/success 1');
    assert.deepEqual(await users(), []);
  });

  test('who are inactive in the target are activated by provision on demand, as their mapping says', async (t) => {
    const { admin, assign, cycle, hire, params, scim, users } = await startProvisioning(t);
    const ada = await hire('ada');
    await assign(ada);
    await cycle();
    const [account] = await users();
    const Operations = [{ op: 'replace', path: 'active', value: false }];
    await scim('PATCH', `/Users/${textOf(account?.['id'])}`, {
      body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations },
    });

    await admin('provisionOnDemand', { params, body: { objectId: ada } });

    assert.deepEqual((await users()).map(stateOf), ['ada active']);
  });

  test('who were disabled go by what keeps them out when they are purged at last', async (t) => {
    const { admin, assign, cycle, hire, users, unassign } = await startProvisioning(t);
    const [ada, bob] = [await hire('ada'), await hire('bob')];
    await assign(ada, bob);
    await cycle();
    await admin('updateDirectoryUser', { params: { id: ada }, body: { accountEnabled: false } });
    await unassign(bob);
    await cycle();

    await unassign(ada);
    await assign(bob);
    for (const id of [ada, bob]) await admin('deleteDirectoryUser', { params: { id } });
    await cycle();
    for (const id of [ada, bob]) await admin('purgeDirectoryObject', { params: { id } });

    assert.equal(await cycle(), 'delete/success 1, other/skipped 1');
    assert.deepEqual((await users()).map(stateOf), ['ada inactive']);
  });

  test('who were purged still count in the statistics to date, once each', async (t) => {
    const { admin, assign, cycle, hire, params } = await startProvisioning(t);
    const toDate = async () => {
      const { synchronizedEntryCountByType } = await admin('getJobStatus', { params });
      return synchronizedEntryCountByType.map(({ key, value }) => `${key} ${value}`).join(', ');
    };
    async function restart(scope: ResetScope): Promise<void> {
      await admin('restartJob', { params, body: { resetScopes: [scope] } });
      await admin('stopJob', { params });
      await admin('jumpSimulatorClock', { body: { seconds: 0 } });
    }
    const [ada, bob] = [await hire('ada'), await hire('bob')];
    await assign(ada, bob);
    await cycle();
    assert.equal(await toDate(), 'User 2, Group 0');

    await admin('deleteDirectoryUser', { params: { id: ada } });
    await admin('purgeDirectoryObject', { params: { id: ada } });
    assert.equal(await cycle(), 'delete/success 1');
    await restart('Watermark');
    assert.equal(await toDate(), 'User 2, Group 0');
    await restart('Full');
    assert.equal(await toDate(), 'User 1, Group 0');
  });

  test('who are blocked before they were ever provisioned, or have Default Access of old, are skipped', async (t) => {
    const { admin, assign, cycle, hire, params, settings, users } = await startProvisioning(t);
    await settings({ defaultAccess: 'legacy-skip' });
    await assign(await hire('blocked', { accountEnabled: false }));
    const principals = [await hire('visitor')];
    const body = { principals, appRoleId: DEFAULT_ACCESS_ROLE_ID };
    await admin('assignPrincipals', { params, body });

    assert.equal(await cycle(), 'other/skipped 2');
    await settings({ defaultAccess: 'current' });
    await admin('restartJob', { params, body: {} });
    await admin('stopJob', { params });
    await admin('jumpSimulatorClock', { body: { seconds: 0 } });

    assert.deepEqual((await users()).map(stateOf), ['visitor active']);
  });

  test('who fall out of a scoping filter are disabled, and live on with SkipOutOfScopeDeletions', async (t) => {
    const { admin, assign, cycle, hire, params, settings, users } = await startProvisioning(t);
    await assign(
      await hire('ada', { department: 'Research' }),
      await hire('bob', { department: 'Sales' }),
    );
    await cycle();
    const schema = await admin('getJobSchema', { params });
    const clause = { attribute: 'department', operator: 'EQUALS', value: 'Research' } as const;
    const scopingFilters = [{ title: 'Research', clauses: [clause] }];
    await settings({ skipOutOfScopeDeletions: true });
    const filtered = { ...schema, users: { ...schema.users, scopingFilters } };
    await admin('putJobSchema', { params, body: filtered });

    assert.equal(await cycle(), 'other/skipped 2');
    assert.deepEqual((await users()).map(stateOf), ['ada active', 'bob active']);
    await settings({ skipOutOfScopeDeletions: false });
    await admin('putJobSchema', { params, body: filtered });

    assert.equal(await cycle(), 'disable/success 1, other/skipped 1');
    assert.deepEqual((await users()).map(stateOf), ['ada active', 'bob inactive']);
  });

  test('who are in the target already are matched, and created anew when they vanish from it', async (t) => {
    const { admin, assign, cycle, group, groups, hire, params, scim, users } =
      await startProvisioning(t);
    const body = { userName: 'ADA@contoso.test', displayName: 'Old name' };
    await scim('POST', '/Users', { body });
    const ada = await hire('ada');
    await assign(await group('Engineers', [ada]), await hire('bob'));

    assert.equal(await cycle(), 'create/success 2, update/success 2');
    const [found] = await users();
    assert.equal(found?.['displayName'], 'Ada');
    await scim('DELETE', `/Users/${textOf(found?.['id'])}`);
    await admin('updateDirectoryUser', { params: { id: ada }, body: { jobTitle: 'Countess' } });

    assert.equal(await cycle(), 'create/success 1, update/success 1');
    const [created] = await users();
    assert.notEqual(created?.['id'], found?.['id']);
    assert.deepEqual(memberIds((await groups())[0]), [created?.['id']]);
    const connection = await admin('getObjectConnection', { params: { ...params, source: ada } });
    assert.equal(connection.targetId, created?.['id']);
  });

  test('who match two resources, or take a name that is taken, fail and wait', async (t) => {
    const { admin, assign, cycle, hire, params, scim } = await startProvisioning(t);
    const schema = await admin('getJobSchema', { params });
    const attributeMappings = schema.users.attributeMappings.map((mapping) => ({
      ...mapping,
      matchingPrecedence: mapping.target === 'displayName' ? 1 : null,
    }));
    const byName = { ...schema, users: { ...schema.users, attributeMappings } };
    await admin('putJobSchema', { params, body: byName });
    for (const userName of ['one', 'two', 'bob@contoso.test']) {
      const displayName = userName.includes('@') ? 'Robert' : 'Ada';
      await scim('POST', '/Users', { body: { userName, displayName } });
    }
    await assign(await hire('ada'), await hire('bob'));

    assert.equal(await cycle(), 'create/failure 1, other/failure 1');
    const { escrows } = await admin('listEscrows', { params, query: {} });
    const told = escrows.map((one) => `${one.displayName} ${one.errorCode} ${one.attempts}`);
    assert.deepEqual(told.toSorted(), ['Ada DuplicateTargetEntries 1', 'Bob Conflict 1']);
    assert.equal(await cycle(), '', 'not before their time');
    await admin('jumpSimulatorClock', { body: { seconds: 40 * 60 } });
    assert.equal(await cycle(), 'create/failure 1, other/failure 1');
    const again = await admin('listEscrows', { params, query: {} });
    assert.deepEqual(
      again.escrows.map(({ attempts, nextAttempt }) => `${attempts} ${nextAttempt}`),
      ['2 2026-03-02T10:00:00.000Z', '2 2026-03-02T10:00:00.000Z'],
    );
  });

  test('whose manager is not provisioned are linked when something touches them later', async (t) => {
    const { admin, assign, cycle, hire, users } = await startProvisioning(t);
    const boss = await hire('boss');
    const ada = await hire('ada', { manager: boss });
    await assign(ada);
    assert.equal(await cycle(), 'create/success 1, other/skipped 1');

    await assign(boss);
    assert.equal(await cycle(), 'create/success 1');
    assert.equal(managerOf((await users())[0]), '');

    await admin('updateDirectoryUser', { params: { id: ada }, body: { jobTitle: 'Countess' } });
    assert.equal(await cycle(), 'update/success 2');
    assert.notEqual(managerOf((await users())[0]), '');
    await admin('updateDirectoryUser', { params: { id: ada }, body: { manager: null } });
    assert.equal(await cycle(), 'other/skipped 1, update/success 1');
    assert.equal(managerOf((await users())[0]), '');
  });
});

for (const flags of [[], ['aadOptscim062020']]) {
  describe(`Groups, ${flags.length === 0 ? 'without a flag' : `with ${flags.join()}`}`, () => {
    test('are made with their members in batches, follow them, and go when unassigned', async (t) => {
      const target = { tenant: 'default', flags };
      const { admin, assign, cycle, group, groups, hire, settings, unassign, written } =
        await startProvisioning(t, target);
      await settings({ membersPerPatch: 2 });
      const people = await Promise.all(
        ['ada', 'bob', 'cy', 'dee', 'eve'].map((name) => hire(name)),
      );
      const engineers = await group('Engineers', people);
      await assign(engineers);

      assert.equal(await cycle(), 'create/success 6, update/success 1');
      assert.equal(memberIds((await groups())[0]).length, 5);
      assert.equal((await written()).length, 9, 'six objects, three batches');

      const id = { id: engineers };
      await admin('changeDirectoryMembers', { params: id, body: { remove: people.slice(0, 3) } });
      await admin('updateDirectoryGroup', { params: id, body: { displayName: 'Makers' } });
      assert.equal(await cycle(), 'disable/success 3, update/success 2');
      const [makers] = await groups();
      assert.equal(makers?.['displayName'], 'Makers');
      assert.equal(memberIds(makers).length, 2);

      await unassign(engineers);
      assert.equal(await cycle(), 'delete/success 1, disable/success 2');
      assert.deepEqual(await groups(), []);
    });
  });
}

describe('A group that was in the target before', () => {
  test('is asked for each member, and keeps those that are not ours', async (t) => {
    const { assign, cycle, group, groups, hire, scim, written } = await startProvisioning(t);
    const members: JsonObject[] = [];
    for (const userName of ['stranger', 'ada@contoso.test']) {
      const { body } = await scim('POST', '/Users', { body: { userName } });
      members.push({ value: textOf(jsonAt(body, 'id')) });
    }
    await scim('POST', '/Groups', { body: { displayName: 'Engineers', members } });
    await written();
    await assign(await group('Engineers', [await hire('ada'), await hire('bob')]));

    await cycle();

    const adding = (await written()).filter((sentence) => sentence.includes('to Engineers'));
    assert.deepEqual(adding, ['Add bob@contoso.test to Engineers']);
    assert.equal(memberIds((await groups())[0]).length, 3);
  });
});
