// The roles of an assignment in the target, by each of the expressions that write them.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { objectsIn } from '../../../shared/scim/json.ts';
import { startProvisioning } from '../../support/provisioning.ts';

describe('App roles', () => {
  test('are written in the three forms of their expressions', async (t) => {
    for (const [expression, target] of [
      ['SingleAppRoleAssignment([appRoleAssignments])', 'roles[primary eq "True"].value'],
      ['AppRoleAssignmentsComplex([appRoleAssignments])', 'roles'],
      ['AssertiveAppRoleAssignmentsComplex([appRoleAssignments])', 'roles'],
    ] as const) {
      const { admin, cycle, hire, params, users } = await startProvisioning(t);
      const role = { displayName: 'Administrator', value: 'Admin', isEnabled: true };
      const body = { ...role, allowedMemberTypes: ['User' as const] };
      const { appRoles } = await admin('createAppRole', { params, body });
      const schema = await admin('getJobSchema', { params });
      const plain = schema.users.attributeMappings.find((each) => each.target === 'active');
      assert.ok(plain !== undefined);
      const attributeMappings = [
        ...schema.users.attributeMappings,
        { ...plain, target, expression },
      ];
      await admin('putJobSchema', {
        params,
        body: { ...schema, users: { ...schema.users, attributeMappings } },
      });
      const appRoleId = appRoles.find(({ value }) => value === 'Admin')?.id ?? '';
      await admin('assignPrincipals', {
        params,
        body: { principals: [await hire('ada')], appRoleId },
      });

      assert.equal(await cycle(), 'create/success 1', expression);
      const [role0] = objectsIn((await users())[0]?.['roles']);
      assert.equal(role0?.['value'], 'Admin', expression);
      await admin('restartJob', { params, body: {} });
      await admin('jumpSimulatorClock', { body: { seconds: 0 } });
      const { outcomes } = (await admin('getJobStatus', { params })).lastExecution ?? {};
      assert.deepEqual(outcomes, { 'other/skipped': 1 }, `${expression}: nothing differs`);
    }
  });
});
