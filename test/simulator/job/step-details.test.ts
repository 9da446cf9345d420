// What the steps of provision on demand, and of the log, show that they went by.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startProvisioning } from '../../support/provisioning.ts';

describe('The details of steps', () => {
  test('have what was read, each clause of each filter, and the hits of each matching attribute', async (t) => {
    const { admin, hire, params, settings } = await startProvisioning(t);
    const ada = await hire('ada', { department: 'Sales', surname: 'Byron' });
    await settings({ scope: 'all' });
    const schema = await admin('getJobSchema', { params });
    const clause = { attribute: 'department', operator: 'EQUALS', value: 'Sales' } as const;
    const secret = schema.users.attributeMappings.map((mapping) =>
      mapping.target === 'name.familyName'
        ? { ...mapping, type: 'Expression' as const, expression: 'Redact([surname])', source: null }
        : mapping.source === 'displayName'
          ? { ...mapping, matchingPrecedence: 2 }
          : mapping,
    );
    const users = {
      ...schema.users,
      attributeMappings: secret.filter(({ target }) => target !== 'name.formatted'),
      scopingFilters: [{ title: 'Sellers', clauses: [clause] }],
    };
    await admin('putJobSchema', { params, body: { ...schema, users } });
    const demand = () => admin('provisionOnDemand', { params, body: { objectId: ada } });

    const { steps } = await demand();
    const again = await demand();

    const [, read, scope, match] = steps.map(({ details }) => details);
    assert.deepEqual(read, {
      objectId: ada,
      accountEnabled: 'True',
      displayName: 'Ada',
      IsSoftDeleted: 'False',
      userPrincipalName: 'ada@contoso.test',
      mail: 'ada@contoso.test',
      mailNickname: 'ada',
      department: 'Sales',
      surname: '[Redact]',
    });
    assert.deepEqual(scope, {
      'Active in the source system': 'True',
      'Scope sync all': 'True',
      'Assigned to the application': 'False',
      'User has the required role': 'False',
      'Scoping filter evaluation passed': 'True',
      'Sellers: department EQUALS Sales': 'True (Sales)',
      ScopeEvaluationResult: '{"Sellers: department EQUALS Sales":true}',
    });
    assert.deepEqual(match, {
      'userName eq "ada@contoso.test"': '0 matches',
      'displayName eq "Ada"': '0 matches',
    });
    const { targetId } = await admin('getObjectConnection', { params: { ...params, source: ada } });
    assert.deepEqual(again.steps[3]?.details, { [`id ${targetId}`]: '1 match' });
  });
});
