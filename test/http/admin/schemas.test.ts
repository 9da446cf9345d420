// Schemas and resource types through the admin API: told before they are changed, then changed as a whole.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isJsonArray, isJsonObject, type JsonObject } from '../../../shared/scim/json.ts';
import {
  ALL_DOCUMENTS,
  BADGE_SCHEMA,
  BADGE_URN,
  DEVICE,
  DEVICE_SCHEMA,
  DEVICE_TYPE,
  DEVICE_URN,
} from '../../support/device-documents.ts';
import { assertHas, assertLacks } from '../../support/resource-claims.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const params = { tenant: 'default' };

interface Started {
  readonly tenant: TestTenant;
  readonly ids: readonly string[];
}

/** A tenant with the device schemas and two devices. */
async function startWithDevices(context: Parameters<typeof startTenant>[1]): Promise<Started> {
  const tenant = await startTenant({}, context);
  await tenant.admin('changeSchemas', { params, body: { put: [...ALL_DOCUMENTS] } });
  const ids: string[] = [];
  for (const [serial, colour] of [
    ['A', 'red'],
    ['B', 'green'],
  ] as const) {
    const body = { ...DEVICE, serial, colour, [BADGE_URN]: { number: serial } };
    const created = await tenant.scim('POST', '/Devices', { body });
    assert.equal(created.status, 201, created.text);
    const id = isJsonObject(created.body) ? created.body['id'] : undefined;
    ids.push(typeof id === 'string' ? id : '');
  }
  return { tenant, ids };
}

/** The device schema with some attributes left out and others in the place of those of the same name. */
function deviceSchema({
  without = [],
  change = [],
}: {
  readonly without?: readonly string[];
  readonly change?: readonly JsonObject[];
}): JsonObject {
  const { attributes } = DEVICE_SCHEMA;
  assert.ok(isJsonArray(attributes));
  const kept = attributes
    .filter(isJsonObject)
    .filter(({ name }) => typeof name === 'string' && !without.includes(name))
    .map((attribute) => change.find(({ name }) => name === attribute['name']) ?? attribute);
  const added = change.filter(({ name }) => !kept.some((attribute) => attribute['name'] === name));
  return { ...DEVICE_SCHEMA, attributes: [...kept, ...added] };
}

describe('changeSchemas', () => {
  test('refuses unsound documents with the path of each fault, and changes nothing', async (t) => {
    const tenant = await startTenant({}, t);
    const put = [
      DEVICE_SCHEMA,
      { ...BADGE_SCHEMA, attributes: [{ name: 'x', type: 'complex' }, { name: 'X' }] },
    ];

    const answer = await tenant.callAdmin('POST', '/api/tenants/default/schemas', {
      body: { put },
    });

    assert.equal(answer.status, 400);
    assertHas(answer.body, {
      error: {
        code: 'bad-request',
        issues: [
          { path: `${BADGE_URN}:X`, message: 'is defined twice; names have no case' },
          { path: `${BADGE_URN}:x`, message: 'is complex and needs subAttributes' },
        ],
      },
    });
    const { revision, schemas } = await tenant.admin('listSchemas', { params });
    assert.equal(revision, 0);
    assert.ok(schemas.every(({ isBuiltIn }) => isBuiltIn));
  });

  test('needs leave for what touches stored resources, and tells it', async (t) => {
    const { tenant, ids } = await startWithDevices(t);
    const put = [deviceSchema({ without: ['weight'] })];

    const refused = await tenant.callAdmin('POST', '/api/tenants/default/schemas', {
      body: { put },
    });
    const plan = await tenant.admin('planSchemaChange', { params, body: { put } });
    const before = await tenant.scim('GET', `/Devices/${ids[0] ?? ''}`);

    assert.equal(refused.status, 409);
    assert.deepEqual(plan, {
      isBreaking: true,
      isBlocked: false,
      effects: [
        {
          resourceType: 'Device',
          path: 'weight',
          reason: 'attribute-removed',
          consequence: 'dropped',
          count: 2,
          ids,
        },
      ],
    });
    assertHas(before.body, { weight: 2.5 });
  });

  test('drops values where it may, moves the version, and the history tells it', async (t) => {
    const { tenant, ids } = await startWithDevices(t);
    const [id = ''] = ids;
    const put = [deviceSchema({ without: ['weight'] })];

    await tenant.admin('changeSchemas', { params, body: { put, allowBreaking: true } });

    const after = await tenant.scim('GET', `/Devices/${id}`);
    assertLacks(after.body, 'weight');
    assertHas(after.body, { meta: { version: 'W/"2"' } });
    const { revisions } = await tenant.admin('getHistory', {
      params: { ...params, resourceType: 'Device', id },
    });
    assert.deepEqual(revisions[0]?.changes, [{ path: 'weight', kind: 'removed', before: 2.5 }]);
  });

  test('is blocked by values that would have to be unique, whatever is allowed', async (t) => {
    const { tenant, ids } = await startWithDevices(t);
    const unique = { name: 'hardwareId', uniqueness: 'server' };
    const body = { put: [deviceSchema({ change: [unique] })], allowBreaking: true };

    const answer = await tenant.callAdmin('POST', '/api/tenants/default/schemas', { body });
    const plan = await tenant.admin('planSchemaChange', { params, body: { put: body.put } });

    assert.equal(answer.status, 409);
    assert.equal(plan.isBlocked, true);
    assert.deepEqual(plan.effects, [
      {
        resourceType: 'Device',
        path: 'hardwareId',
        reason: 'not-unique',
        consequence: 'blocks',
        count: 1,
        ids: ids.slice(1),
      },
    ]);
  });

  test('tells wrong types, new requirements and values that are not canonical', async (t) => {
    const { tenant } = await startWithDevices(t);
    const change = [
      { name: 'serial', type: 'integer' },
      { name: 'owner', required: true },
      { name: 'colour', canonicalValues: ['red'] },
    ];

    const plan = await tenant.admin('planSchemaChange', {
      params,
      body: { put: [deviceSchema({ change })] },
    });

    assert.deepEqual(
      plan.effects.map(({ path, reason, consequence, count }) => [
        path,
        reason,
        consequence,
        count,
      ]),
      [
        ['serial', 'wrong-type', 'dropped', 2],
        ['owner', 'missing-required', 'kept', 2],
        ['colour', 'not-canonical', 'kept', 1],
      ],
    );
  });

  test('indexes what is there already when an attribute becomes indexed or unique', async (t) => {
    const { tenant } = await startWithDevices(t);
    const change = [{ name: 'colour', uniqueness: 'server' }];

    const plan = await tenant.admin('changeSchemas', {
      params,
      body: { put: [deviceSchema({ change })] },
    });
    const body = { ...DEVICE, serial: 'C', colour: 'RED', [BADGE_URN]: { number: 'C' } };
    const taken = await tenant.scim('POST', '/Devices', { body });
    const found = await tenant.scim(
      'GET',
      `/Devices?filter=${encodeURIComponent('colour eq "Green"')}`,
    );

    assert.equal(plan.isBreaking, false);
    assert.equal(taken.status, 409);
    assertHas(found.body, { totalResults: 1 });
  });

  test('an extension may become required: resources without it are told, new ones refused', async (t) => {
    const { tenant, ids } = await startWithDevices(t);
    const bare = { displayName: 'bare', schemas: [DEVICE_URN] };
    const first = await tenant.scim('POST', '/Devices', { body: bare });
    const put = [{ ...DEVICE_TYPE, schemaExtensions: [{ schema: BADGE_URN, required: true }] }];

    const { effects } = await tenant.admin('changeSchemas', {
      params,
      body: { put, allowBreaking: true },
    });
    const second = await tenant.scim('POST', '/Devices', { body: bare });

    assert.equal(first.status, 201);
    assert.deepEqual(
      effects.map(({ path, reason, count }) => [path, reason, count]),
      [[BADGE_URN, 'missing-required', 1]],
    );
    assert.equal(second.status, 400);
    assertHas(second.body, { detail: `${BADGE_URN} is required` });
    assert.equal((await tenant.scim('GET', `/Devices/${ids[0] ?? ''}`)).status, 200);
  });

  test('a resource type goes with its resources, their memberships and its endpoint', async (t) => {
    const { tenant, ids } = await startWithDevices(t);
    const members = ids.map((value) => ({ value }));
    await tenant.scim('POST', '/Groups', { body: { displayName: 'Tools', members } });
    const body = { deleteResourceTypes: ['Device'], deleteSchemas: [DEVICE_URN] };

    const plan = await tenant.admin('planSchemaChange', { params, body });
    await tenant.admin('changeSchemas', { params, body: { ...body, allowBreaking: true } });

    assert.deepEqual(plan.effects, [
      {
        resourceType: 'Device',
        path: '',
        reason: 'resource-type-removed',
        consequence: 'deleted',
        count: 2,
        ids,
      },
    ]);
    assert.equal((await tenant.scim('GET', '/Devices')).status, 404);
    const { tenants } = await tenant.admin('listTenants');
    assert.equal(tenants[0]?.counts.memberships, 0);
  });

  test('values of an extension that is taken away stay, undescribed', async (t) => {
    const { tenant, ids } = await startWithDevices(t);

    await tenant.admin('changeSchemas', {
      params,
      body: { deleteSchemas: [BADGE_URN], allowBreaking: true },
    });

    const after = await tenant.scim('GET', `/Devices/${ids[0] ?? ''}`);
    assertHas(after.body, { [BADGE_URN]: { number: 'A' } });
    assert.equal((await tenant.scim('GET', `/Schemas/${BADGE_URN}`)).status, 404);
  });
});

describe('exportSchemas', () => {
  test('gives documents that make the same schemas in another tenant', async (t) => {
    const { tenant } = await startWithDevices(t);
    await tenant.admin('createTenant', { body: { slug: 'twin', name: 'Twin' } });

    const { documents } = await tenant.admin('exportSchemas', { params });
    await tenant.admin('changeSchemas', { params: { tenant: 'twin' }, body: { put: documents } });
    const again = await tenant.admin('exportSchemas', { params: { tenant: 'twin' } });

    assert.deepEqual(again.documents, documents);
  });
});

describe('listSchemas', () => {
  test('tells what is built in, what is used by which type, and how many resources there are', async (t) => {
    const { tenant } = await startWithDevices(t);

    const { schemas, resourceTypes } = await tenant.admin('listSchemas', { params });

    assert.deepEqual(
      schemas.map(({ document, isBuiltIn, usedBy }) => [document['name'], isBuiltIn, usedBy]),
      [
        ['User', true, ['User']],
        ['EnterpriseUser', true, ['User']],
        ['Group', true, ['Group']],
        ['Device', false, ['Device']],
        ['Badge', false, ['User', 'Device']],
      ],
    );
    assert.deepEqual(
      resourceTypes.map(({ document, isBuiltIn, resources }) => [
        document['name'],
        isBuiltIn,
        resources,
      ]),
      [
        ['User', true, 0],
        ['Group', true, 0],
        ['Device', false, 2],
      ],
    );
  });
});
