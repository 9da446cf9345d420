// A resource type that nobody has built in, with an attribute of every type: on every verb and in discovery it behaves
// as User and Group do.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isJsonArray, isJsonObject } from '../../shared/scim/json.ts';
import { BADGE_URN, DEVICE, DEVICE_TYPE, DEVICE_URN } from '../support/device-documents.ts';
import { idOf, idsOf, startDeviceTenant, type DeviceTenant } from '../support/device-tenant.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import { assertHas, assertLacks } from '../support/resource-claims.ts';

let devices: DeviceTenant;

before(async () => {
  devices = await startDeviceTenant();
});
after(() => devices.tenant.close());

describe('Discovery of a tenant with schemas of its own (RFC 7644 §4)', () => {
  test('/ResourceTypes lists the type, and User with its added extension', async () => {
    const device = await devices.tenant.scim('GET', '/ResourceTypes/Device');
    const user = await devices.tenant.scim('GET', '/ResourceTypes/User');

    assertHas(device.body, DEVICE_TYPE);
    assertHas(user.body, {
      schemaExtensions: [
        { schema: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User' },
        { schema: BADGE_URN, required: false },
      ],
    });
  });

  test('/Schemas tells every characteristic, and an extension of two types once', async () => {
    const all = await devices.tenant.scim('GET', '/Schemas');
    const device = await devices.tenant.scim('GET', `/Schemas/${DEVICE_URN}`);

    const ids = isJsonObject(all.body) ? idsOf(all) : [];
    assert.deepEqual(
      ids.filter((id) => id === BADGE_URN),
      [BADGE_URN],
    );
    const attributes = isJsonObject(device.body) ? device.body['attributes'] : undefined;
    assert.ok(isJsonArray(attributes));
    assert.deepEqual(attributes[6], {
      name: 'manual',
      type: 'reference',
      multiValued: false,
      description: '',
      required: false,
      caseExact: true,
      mutability: 'readWrite',
      returned: 'default',
      uniqueness: 'none',
      referenceTypes: ['external'],
    });
  });
});

describe('Verbs on a resource type of the tenant (RFC 7644 §3)', () => {
  test('POST stores every type, answers 201 with Location, and leaves out what is never returned', async () => {
    const { id, created } = await devices.createDevice();

    const { pin: _pin, notes: _notes, serial: _serial, [BADGE_URN]: _badge, ...shown } = DEVICE;
    assertHas(created.body, shown);
    assertLacks(created.body, 'pin');
    assert.equal(created.headers.location, `${devices.tenant.scimUrl}/Devices/${id}`);
    assertHas(created.body, { meta: { resourceType: 'Device' } });
  });

  test('GET finds the endpoint in any case, and projects', async () => {
    const { id } = await devices.createDevice();

    const answer = await devices.tenant.scim(
      'GET',
      `/devices/${id}?attributes=notes,location.floor`,
    );

    assert.equal(answer.status, 200);
    assertHas(answer.body, { id, notes: 'on request only', location: { floor: 3 } });
    assertLacks(answer.body, 'displayName');
    assertLacks(answer.body, 'location|building');
    expectScimError(await devices.tenant.scim('GET', `/Users/${id}`), { status: 404 });
  });

  test('PUT replaces, ignores readOnly, and never creates', async () => {
    const { id, created } = await devices.createDevice();
    const body = {
      ...(isJsonObject(created.body) ? created.body : {}),
      weight: 9,
      lastSeen: '2026-01-01T00:00:00Z',
      tags: [],
    };

    const replaced = await devices.tenant.scim('PUT', `/Devices/${id}`, { body });

    assert.equal(replaced.status, 200, replaced.text);
    assertHas(replaced.body, { id, weight: 9, hardwareId: 'hw-1' });
    assertLacks(replaced.body, 'lastSeen');
    assertLacks(replaced.body, 'tags');
    expectScimError(await devices.tenant.scim('PUT', '/Devices/none', { body }), { status: 404 });
  });

  test('PATCH adds, replaces and removes by path, value path, extension and without a path', async () => {
    const { id } = await devices.createDevice();

    const answer = await devices.patchDevice(
      id,
      { op: 'add', path: 'tags', value: ['new'] },
      { op: 'replace', path: 'location.floor', value: 5 },
      { op: 'replace', path: 'members[value eq "bob"].type', value: 'owner' },
      { op: 'remove', path: 'members[value eq "ada"]' },
      { op: 'add', path: `${BADGE_URN}:doors`, value: ['roof'] },
      { op: 'replace', value: { ports: 8, active: false } },
      { op: 'remove', path: 'colour' },
    );

    assert.ok(answer.status === 200 || answer.status === 204, answer.text);
    const { body } = await devices.tenant.scim('GET', `/Devices/${id}`);
    assertHas(body, {
      tags: ['Loud', 'heavy', 'new'],
      location: { building: 'North', floor: 5 },
      members: [{ value: 'bob', type: 'owner', primary: false }],
      ports: 8,
      active: false,
      [BADGE_URN]: { doors: ['main', 'roof'] },
    });
    assertLacks(body, 'colour');
  });

  test('PATCH of several operations is atomic, and one that changes nothing keeps the version', async () => {
    const { id } = await devices.createDevice();
    const before = await devices.tenant.scim('GET', `/Devices/${id}`);

    const refused = await devices.patchDevice(
      id,
      { op: 'replace', path: 'ports', value: 99 },
      { op: 'replace', path: 'weight', value: 'heavy' },
    );
    await devices.patchDevice(id, { op: 'replace', path: 'ports', value: 4 });

    expectScimError(refused, {
      status: 400,
      scimType: 'invalidValue',
      detail: /Operations\[1\].*weight/,
    });
    assert.deepEqual((await devices.tenant.scim('GET', `/Devices/${id}`)).body, before.body);
  });

  test('DELETE is 204, and the resource is gone but for its history', async () => {
    const { id } = await devices.createDevice();

    assert.equal((await devices.tenant.scim('DELETE', `/Devices/${id}`)).status, 204);

    expectScimError(await devices.tenant.scim('GET', `/Devices/${id}`), { status: 404 });
    const { revisions } = await devices.tenant.admin('getHistory', {
      params: { tenant: 'default', resourceType: 'Device', id },
    });
    assert.deepEqual(
      revisions.map(({ action }) => action),
      ['delete', 'create'],
    );
  });

  test('Bulk creates and deletes them, and refers to them by bulkId', async () => {
    const answer = await devices.tenant.scim('POST', '/Bulk', {
      body: {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
        Operations: [
          {
            method: 'POST',
            path: '/Devices',
            bulkId: 'drill',
            data: { ...DEVICE, serial: 'bulk', [BADGE_URN]: { number: 'bulk' } },
          },
          {
            method: 'POST',
            path: '/Groups',
            bulkId: 'tools',
            data: { displayName: 'Bulk tools', members: [{ value: 'bulkId:drill' }] },
          },
        ],
      },
    });

    assert.equal(answer.status, 200, answer.text);
    assertHas(answer.body, { Operations: [{ status: '201' }, { status: '201' }] });
    const device = await devices.tenant.scim(
      'GET',
      `/Devices?filter=${encodeURIComponent('serial eq "bulk"')}`,
    );
    const [id] = idsOf(device);
    const group = await devices.tenant.scim(
      'GET',
      `/Groups?filter=${encodeURIComponent(`members eq ${JSON.stringify(id)}`)}`,
    );
    assertHas(group.body, {
      totalResults: 1,
      Resources: [
        {
          members: [{ type: 'Device', display: 'Drill' }],
        },
      ],
    });
  });

  test('a reference has the $ref of what it names, and none when that is not there', async () => {
    const user = await devices.tenant.scim('POST', '/Users', { body: { userName: 'owner' } });
    const value = idOf(user);
    const { created } = await devices.createDevice({ owner: { value } });
    const { created: lost } = await devices.createDevice({ owner: { value: 'nobody' } });

    assertHas(created.body, { owner: { value, $ref: `${devices.tenant.scimUrl}/Users/${value}` } });
    assertHas(lost.body, { owner: { value: 'nobody' } });
    assertLacks(lost.body, 'owner|$ref');
  });

  test('what is never returned stands in no answer, history or effect', async () => {
    const { id } = await devices.createDevice({ pin: 'secret-pin' });
    await devices.patchDevice(id, { op: 'replace', path: 'pin', value: 'other-pin' });

    const { revisions } = await devices.tenant.admin('getHistory', {
      params: { tenant: 'default', resourceType: 'Device', id },
    });
    const { requests } = await devices.tenant.admin('listRequests');
    const last = await devices.tenant.admin('getRequest', {
      params: { id: requests.at(-1)?.id ?? 0 },
    });
    const read = await devices.tenant.scim('GET', `/Devices/${id}?attributes=pin`);

    assert.deepEqual(revisions[0]?.changes, [{ path: 'pin', kind: 'changed' }]);
    assert.doesNotMatch(JSON.stringify([revisions, last.effects, read.body]), /(secret|other)-pin/);
  });

  test('the request log tells what was done, and effects name the type', async () => {
    await devices.createDevice({ displayName: 'Lathe' });

    const { requests } = await devices.tenant.admin('listRequests');

    const last = requests.at(-1);
    assert.equal(last?.sentence, 'Create Device Lathe');
    assert.equal(last.resourceType, 'Device');
    const { effects } = await devices.tenant.admin('getRequest', { params: { id: last.id } });
    assert.equal(effects[0]?.resourceType, 'Device');
  });
});
