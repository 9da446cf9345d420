// Expressions and mappings tried over the admin API.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { DEFAULT_ACCESS_ROLE_ID } from '../../../shared/simulator/application.ts';
import { BLANK_USER } from '../../../shared/simulator/directory.ts';
import { DEFAULT_JOB_SETTINGS } from '../../../shared/simulator/job.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const AT = '2026-03-01T12:00:00.000Z';
const VELPIC = '7c8f5a30-4f0e-4a0b-9b52-2f1f6b7f1a01';
const ADELE = '0b7f6a52-8f1d-4d4d-8a44-5b8c6f3f0c11';

async function startWithAdele(t: TestContext): Promise<TestTenant> {
  const tenant = await startTenant({}, t);
  const { directory } = tenant.store;
  directory.createApplication({ id: VELPIC, appId: ADELE, displayName: 'Velpic', at: AT });
  directory.createUser(
    {
      ...BLANK_USER,
      userPrincipalName: 'adele@contoso.com',
      displayName: 'Adele Vance',
      givenName: 'Adele',
      surname: 'Vance',
      mail: 'adele@contoso.com',
    },
    { objectId: ADELE, at: AT },
  );
  return tenant;
}

describe('An expression', () => {
  test('is tried with the values of a person, of which some are replaced', async (t) => {
    const tenant = await startWithAdele(t);

    const outcome = await tenant.admin('testExpression', {
      body: {
        expression: 'Join(" ", [givenName], ToUpper([surname]))',
        objectType: 'User',
        object: { application: VELPIC, objectId: ADELE },
        attributes: { givenName: 'Ada' },
      },
    });

    assert.deepEqual(outcome, {
      problems: [],
      value: 'Ada VANCE',
      type: 'text',
      failure: null,
      inputs: { givenName: 'Ada', surname: 'Vance' },
    });
  });

  test('that is wrong is answered with the place, not refused', async (t) => {
    const tenant = await startTenant({}, t);

    const outcome = await tenant.admin('testExpression', {
      body: {
        expression: 'Join(" ", [givnName])',
        objectType: 'User',
        object: null,
        attributes: {},
      },
    });

    assert.deepEqual(outcome.problems, [
      {
        severity: 'error',
        message:
          'There is no source attribute [givnName], did you mean [givenName]? (character 11).',
        start: 10,
        end: 20,
      },
    ]);
    assert.equal(outcome.value, null);
  });

  test('is made of 46 functions, each with its signature', async (t) => {
    const tenant = await startTenant({}, t);

    const { functions } = await tenant.admin('listExpressionFunctions');

    assert.equal(functions.length, 46);
    assert.deepEqual(
      functions
        .filter(({ name }) => ['InStr', 'Switch'].includes(name))
        .map(({ signature }) => signature),
      [
        'InStr(value1, value2, [start], [compareType])',
        'Switch(source, defaultValue, key…, value)',
      ],
    );
  });
});

describe('The preview of mappings', () => {
  test('shows values, scope and the requests that would be sent, in both forms', async (t) => {
    const tenant = await startWithAdele(t);
    const { schema } = await tenant.admin('getDefaultSchema');
    const order = { objectId: ADELE, schema, scope: 'all', isFlagged: false } as const;
    const params = { application: VELPIC };

    const plain = await tenant.admin('previewMapping', { params, body: order });
    const flagged = await tenant.admin('previewMapping', {
      params,
      body: { ...order, isFlagged: true },
    });

    assert.deepEqual(plain.create?.body, {
      schemas: [
        'urn:ietf:params:scim:schemas:core:2.0:User',
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
      ],
      userName: 'adele@contoso.com',
      active: true,
      displayName: 'Adele Vance',
      emails: [{ primary: true, type: 'work', value: 'adele@contoso.com' }],
      meta: { resourceType: 'User' },
      name: { formatted: 'Adele Vance', familyName: 'Vance', givenName: 'Adele' },
      roles: [],
    });
    assert.equal(plain.update?.path, '/Users/{id}');
    assert.deepEqual(plain.attributes.find(({ target }) => target === 'active')?.updated, 'True');
    assert.match(JSON.stringify(plain.update), /"op":"Replace","path":"active","value":"True"/);
    assert.match(JSON.stringify(flagged.update), /"op":"replace","value":\{[^}]*"active":true/);
  });

  test('says who is soft-deleted: not assigned, or out of scope', async (t) => {
    const tenant = await startWithAdele(t);
    const { schema } = await tenant.admin('getDefaultSchema');
    const clause = { attribute: 'department', operator: 'EQUALS', value: 'Sales' } as const;
    const filtered = {
      ...schema,
      users: { ...schema.users, scopingFilters: [{ title: 'Sales', clauses: [clause] }] },
    };
    const params = { application: VELPIC };
    const rest = { objectId: ADELE, isFlagged: false };

    const unassigned = await tenant.admin('previewMapping', {
      params,
      body: { ...rest, schema, scope: 'assigned' },
    });
    const outside = await tenant.admin('previewMapping', {
      params,
      body: { ...rest, schema: filtered, scope: 'all' },
    });

    assert.deepEqual([unassigned.isAssigned, unassigned.isSoftDeleted], [false, true]);
    assert.deepEqual([outside.scope.isInScope, outside.isSoftDeleted], [false, true]);
    assert.deepEqual(outside.scope.filters[0]?.clauses, [
      { ...clause, sourceValue: null, passed: false, problem: null },
    ]);
    assert.equal(unassigned.create?.skipped, 'notInScope');
    assert.match(JSON.stringify(unassigned.create.body), /"active":true/);
    assert.deepEqual(unassigned.update?.body['Operations'], [
      { op: 'Replace', path: 'active', value: 'False' },
    ]);
  });

  test('skips Default Access where the job does, and sends nobody whose action is off', async (t) => {
    const tenant = await startWithAdele(t);
    const { schema } = await tenant.admin('getDefaultSchema');
    const params = { application: VELPIC };
    await tenant.admin('assignPrincipals', {
      params,
      body: { principals: [ADELE], appRoleId: DEFAULT_ACCESS_ROLE_ID },
    });
    const settings = { ...DEFAULT_JOB_SETTINGS, defaultAccess: 'legacy-skip' } as const;
    await tenant.admin('putJobSettings', { params, body: settings });
    const targetActions = { ...schema.users.targetActions, create: false };
    const off = { ...schema, users: { ...schema.users, targetActions } };
    const preview = (body: { defaultAccess?: 'current'; schema: typeof schema }) =>
      tenant.admin('previewMapping', { params, body: { objectId: ADELE, ...body } });

    const skipped = await preview({ schema });
    const counted = await preview({ schema, defaultAccess: 'current' });
    const uncreated = await preview({ schema: off, defaultAccess: 'current' });

    assert.deepEqual(
      [skipped, counted, uncreated].map((each) => [each.reason, each.create?.skipped]),
      [
        ['unassigned', 'notInScope'],
        [null, null],
        [null, 'targetActionDisabled'],
      ],
    );
  });

  test('knows only applications and objects that are there', async (t) => {
    const tenant = await startWithAdele(t);
    const { schema } = await tenant.admin('getDefaultSchema');
    const ask = (application: string, objectId: string) =>
      tenant.callAdmin('POST', `/api/applications/${application}/mapping-preview`, {
        body: { objectId, schema },
      });

    assert.equal((await ask(ADELE, ADELE)).status, 404);
    assert.equal((await ask(VELPIC, VELPIC)).status, 404);
  });
});

describe('Mappings', () => {
  test('are validated, and go through Graph’s JSON unchanged', async (t) => {
    const tenant = await startTenant({}, t);
    const { schema } = await tenant.admin('getDefaultSchema');

    const graph = await tenant.admin('writeGraphSchema', { body: schema });

    assert.deepEqual(await tenant.admin('readGraphSchema', { body: graph }), { schema, notes: [] });
    assert.deepEqual(await tenant.admin('validateSchema', { body: schema }), { findings: [] });
  });
});
