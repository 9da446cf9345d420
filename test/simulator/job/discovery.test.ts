// Account discovery: which users of the target are whose, by what Entra goes by.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startProvisioning } from '../../support/provisioning.ts';

describe('Account discovery', () => {
  test('tells local accounts from unassigned and assigned ones, and writes nothing', async (t) => {
    const { admin, assign, cycle, hire, params, scim, written } = await startProvisioning(t);
    await assign(await hire('ada'));
    await hire('bob');
    await cycle();
    for (const userName of ['BOB@contoso.test', 'service-account']) {
      await scim('POST', '/Users', { body: { userName } });
    }
    await written();

    const { counts, accounts } = await admin('discoverAccounts', { params, body: {} });

    assert.deepEqual(counts, { Local: 1, Unassigned: 1, Assigned: 1 });
    assert.deepEqual(
      accounts
        .map(({ userName, kind, isLinked }) => `${userName} ${kind} ${String(isLinked)}`)
        .toSorted(),
      [
        'BOB@contoso.test Unassigned false',
        'ada@contoso.test Assigned true',
        'service-account Local false',
      ],
    );
    assert.deepEqual(await written(), []);
    const [first, second] = [
      await admin('discoverAccounts', { params, body: { limit: 2 } }),
      await admin('discoverAccounts', { params, body: { limit: 2, startIndex: 3 } }),
    ];
    assert.deepEqual([first.counts, first.next, second.next], [counts, 3, null]);
    assert.deepEqual([...first.accounts, ...second.accounts], accounts);
  });

  test('goes by the first matching attribute that is mapped directly, by no expression', async (t) => {
    const { admin, hire, params, scim } = await startProvisioning(t);
    await hire('ada');
    await scim('POST', '/Users', { body: { userName: 'ada@contoso.test' } });
    const { schema } = await admin('getDefaultSchema', {});
    const byExpression = schema.users.attributeMappings.map((mapping) =>
      mapping.target === 'userName'
        ? { ...mapping, type: 'Expression' as const, source: null, expression: 'ToLower([mail])' }
        : mapping,
    );
    const users = { ...schema.users, attributeMappings: byExpression };
    await admin('putJobSchema', { params, body: { ...schema, users } });

    const { counts } = await admin('discoverAccounts', { params, body: {} });

    assert.deepEqual(counts, { Local: 1, Unassigned: 0, Assigned: 0 });
  });
});
