// Behaviour profiles over the admin API.
import { strict as assert } from 'node:assert';
import { after, before, describe, test } from 'node:test';
import { DEFAULT_PROFILE } from '../../../shared/scim/profile/profile-setting.ts';
import { switchList } from '../../../shared/scim/profile/switches.ts';
import { textOf } from '../../protocol/switches/switch-case.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

let server: TestTenant;
const params = { tenant: 'default' };

before(async () => (server = await startTenant()));
after(() => server.close());

function create(path: string, body: Readonly<Record<string, string>>) {
  return server.scim('POST', path, { body });
}

function putProfile(overrides: Readonly<Record<string, string | boolean | number>>) {
  const body = { preset: 'entra-tolerant', overrides };
  return server.callAdmin('PUT', '/api/tenants/default/profile', { body });
}

describe('profiles over the admin API', () => {
  test('lists every switch and every preset', async () => {
    const { groups, switches } = await server.admin('listSwitches');
    const { presets } = await server.admin('listPresets');

    assert.equal(groups.length, 9);
    assert.equal(switches.length, switchList.length);
    assert.deepEqual(
      presets.map(({ preset }) => preset),
      [
        'entra-tolerant',
        'rfc-strict',
        'microsoft-reference',
        'okta',
        'aws-iam-identity-center',
        'velpic-tutorial',
        'legacy-vendor',
      ],
    );
  });

  test('tells what a new tenant has', async () => {
    const { preset, overrides, effective } = await server.admin('getProfile', { params });

    assert.deepEqual(
      { preset, overrides, effective },
      { preset: 'entra-tolerant', overrides: {}, effective: DEFAULT_PROFILE },
    );
  });

  test('a change counts from the next request on, and discovery tells it', async () => {
    const body = { preset: 'okta', overrides: { sortSupported: true, basicAuth: true } } as const;
    const changed = await server.admin('setProfile', { params, body });
    const config = await server.scim('GET', '/ServiceProviderConfig');
    await server.admin('setProfile', { params, body: { preset: 'entra-tolerant' } });

    assert.deepEqual(changed.overrides, { sortSupported: true });
    assert.deepEqual(Object(config.body).sort, Object(changed.serviceProviderConfig).sort);
    assert.deepEqual(Object(config.body).bulk, {
      supported: false,
      maxOperations: 0,
      maxPayloadSize: 0,
    });
  });

  test('refuses a switch that there is not, and an unknown tenant', async () => {
    const { status, text } = await putProfile({ acceptEverything: true });
    const missing = await server.callAdmin('GET', '/api/tenants/none/profile');

    assert.equal(status, 400);
    assert.match(text, /acceptEverything/);
    assert.equal(missing.status, 404);
  });

  test('refuses uniqueness that what is stored does not have, and changes nothing', async () => {
    await create('/Users', { userName: 'ada', externalId: 'e1' });
    await create('/Users', { userName: 'bob', externalId: 'e1' });
    const refused = await putProfile({ uniqueExternalId: true });
    const still = await create('/Users', { userName: 'eve', externalId: 'e1' });

    assert.equal(refused.status, 409);
    assert.match(refused.text, /share the externalId \\"e1\\"/);
    assert.equal(still.status, 201);
  });

  test('names that differ in case alone cannot lose their case', async () => {
    await putProfile({ userNameCaseExact: true });
    await create('/Users', { userName: 'zoe' });
    const second = await create('/Users', { userName: 'Zoe' });
    const refused = await putProfile({});

    assert.equal(second.status, 201);
    assert.equal(refused.status, 409);
    assert.match(refused.text, /share the userName/);
  });

  test('new keys hold for what is stored already', async () => {
    await create('/Groups', { displayName: 'Crew' });
    await putProfile({ userNameCaseExact: true, uniqueGroupDisplayName: false });
    const free = await create('/Groups', { displayName: 'crew' });
    const refused = await putProfile({ userNameCaseExact: true });

    assert.equal(free.status, 201);
    assert.match(refused.text, /share the displayName \\"crew\\"/);
  });

  test('the app’s own window works whatever the profile refuses', async () => {
    await putProfile({
      userNameCaseExact: true,
      uniqueGroupDisplayName: false,
      patchSupported: false,
      filterSupported: false,
      missingSchemas: 'reject',
      createAnswer: 'no-body',
    });
    const users = { ...params, resourceType: 'User' };
    const made = await server.admin('createResource', { params: users, body: { userName: 'max' } });
    const operation = { op: 'add', path: 'title', value: 'Dr.' };
    const patched = await server.admin('patchResource', {
      params: { ...users, id: textOf(made.resource, 'id') },
      body: { Operations: [operation] },
    });
    const found = await server.admin('queryResources', {
      params: users,
      query: { filter: 'title eq "Dr."' },
    });

    assert.equal(patched.resource['title'], 'Dr.');
    assert.equal(found.totalResults, 1);
  });
});
