// A resource type that nobody has built in, with an attribute of every type: it behaves on every verb, in filters and in
// discovery as User and Group do.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../shared/scim/json.ts';
import {
  ALL_DOCUMENTS,
  BADGE_URN,
  DEVICE,
  DEVICE_TYPE,
  DEVICE_URN,
} from '../support/device-documents.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import { assertHas, assertLacks } from '../support/resource-claims.ts';
import { startTenant, type ScimAnswer, type TestTenant } from '../support/start-tenant.ts';

let tenant: TestTenant;
let serial = 0;

before(async () => {
  tenant = await startTenant();
  await tenant.admin('changeSchemas', {
    params: { tenant: 'default' },
    body: { put: [...ALL_DOCUMENTS] },
  });
});
after(() => tenant.close());

/** Created with a serial and badge number of its own. */
async function createDevice(more: JsonObject = {}): Promise<{ id: string; created: ScimAnswer }> {
  serial += 1;
  const own = { serial: `S-${serial}`, [BADGE_URN]: { number: `N-${serial}`, doors: ['main'] } };
  const created = await tenant.scim('POST', '/Devices', { body: { ...DEVICE, ...own, ...more } });
  assert.equal(created.status, 201, created.text);
  return { id: idOf(created), created };
}

function idOf({ body }: ScimAnswer): string {
  const id = isJsonObject(body) ? body['id'] : undefined;
  return typeof id === 'string' ? id : '';
}

function idsOf({ body }: ScimAnswer): readonly JsonValue[] {
  const resources = isJsonObject(body) ? body['Resources'] : undefined;
  return (isJsonArray(resources) ? resources : []).map((one) =>
    isJsonObject(one) ? (one['id'] ?? null) : null,
  );
}

function patch(id: string, ...operations: readonly JsonObject[]): Promise<ScimAnswer> {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp'];
  return tenant.scim('PATCH', `/Devices/${id}`, { body: { schemas, Operations: operations } });
}

describe('Discovery of a tenant with schemas of its own (RFC 7644 §4)', () => {
  test('/ResourceTypes lists the type, and User with its added extension', async () => {
    const device = await tenant.scim('GET', '/ResourceTypes/Device');
    const user = await tenant.scim('GET', '/ResourceTypes/User');

    assertHas(device.body, DEVICE_TYPE);
    assertHas(user.body, {
      schemaExtensions: [
        { schema: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User' },
        { schema: BADGE_URN, required: false },
      ],
    });
  });

  test('/Schemas tells every characteristic, and an extension of two types once', async () => {
    const all = await tenant.scim('GET', '/Schemas');
    const device = await tenant.scim('GET', `/Schemas/${DEVICE_URN}`);

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
    const { id, created } = await createDevice();

    const { pin: _pin, notes: _notes, serial: _serial, [BADGE_URN]: _badge, ...shown } = DEVICE;
    assertHas(created.body, shown);
    assertLacks(created.body, 'pin');
    assert.equal(created.headers.location, `${tenant.scimUrl}/Devices/${id}`);
    assertHas(created.body, { meta: { resourceType: 'Device' } });
  });

  test('GET finds the endpoint in any case, and projects', async () => {
    const { id } = await createDevice();

    const answer = await tenant.scim('GET', `/devices/${id}?attributes=notes,location.floor`);

    assert.equal(answer.status, 200);
    assertHas(answer.body, { id, notes: 'on request only', location: { floor: 3 } });
    assertLacks(answer.body, 'displayName');
    assertLacks(answer.body, 'location|building');
    expectScimError(await tenant.scim('GET', `/Users/${id}`), { status: 404 });
  });

  test('PUT replaces, ignores readOnly, and never creates', async () => {
    const { id, created } = await createDevice();
    const body = {
      ...(isJsonObject(created.body) ? created.body : {}),
      weight: 9,
      lastSeen: '2026-01-01T00:00:00Z',
      tags: [],
    };

    const replaced = await tenant.scim('PUT', `/Devices/${id}`, { body });

    assert.equal(replaced.status, 200, replaced.text);
    assertHas(replaced.body, { id, weight: 9, hardwareId: 'hw-1' });
    assertLacks(replaced.body, 'lastSeen');
    assertLacks(replaced.body, 'tags');
    expectScimError(await tenant.scim('PUT', '/Devices/none', { body }), { status: 404 });
  });

  test('PATCH adds, replaces and removes by path, value path, extension and without a path', async () => {
    const { id } = await createDevice();

    const answer = await patch(
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
    const { body } = await tenant.scim('GET', `/Devices/${id}`);
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
    const { id } = await createDevice();
    const before = await tenant.scim('GET', `/Devices/${id}`);

    const refused = await patch(
      id,
      { op: 'replace', path: 'ports', value: 99 },
      { op: 'replace', path: 'weight', value: 'heavy' },
    );
    await patch(id, { op: 'replace', path: 'ports', value: 4 });

    expectScimError(refused, {
      status: 400,
      scimType: 'invalidValue',
      detail: /Operations\[1\].*weight/,
    });
    assert.deepEqual((await tenant.scim('GET', `/Devices/${id}`)).body, before.body);
  });

  test('DELETE is 204, and the resource is gone but for its history', async () => {
    const { id } = await createDevice();

    assert.equal((await tenant.scim('DELETE', `/Devices/${id}`)).status, 204);

    expectScimError(await tenant.scim('GET', `/Devices/${id}`), { status: 404 });
    const { revisions } = await tenant.admin('getHistory', {
      params: { tenant: 'default', resourceType: 'Device', id },
    });
    assert.deepEqual(
      revisions.map(({ action }) => action),
      ['delete', 'create'],
    );
  });

  test('Bulk creates and deletes them, and refers to them by bulkId', async () => {
    const answer = await tenant.scim('POST', '/Bulk', {
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
    const device = await tenant.scim(
      'GET',
      `/Devices?filter=${encodeURIComponent('serial eq "bulk"')}`,
    );
    const [id] = idsOf(device);
    const group = await tenant.scim(
      'GET',
      `/Groups?filter=${encodeURIComponent(`members eq ${JSON.stringify(id)}`)}`,
    );
    assertHas(group.body, {
      totalResults: 1,
      Resources: [
        {
          members: [
            { type: 'Device', display: 'Drill', $ref: `${tenant.scimUrl}/Devices/${String(id)}` },
          ],
        },
      ],
    });
  });

  test('a reference has the $ref of what it names, and none when that is not there', async () => {
    const user = await tenant.scim('POST', '/Users', { body: { userName: 'owner' } });
    const value = idOf(user);
    const { created } = await createDevice({ owner: { value } });
    const { created: lost } = await createDevice({ owner: { value: 'nobody' } });

    assertHas(created.body, { owner: { value, $ref: `${tenant.scimUrl}/Users/${value}` } });
    assertHas(lost.body, { owner: { value: 'nobody' } });
    assertLacks(lost.body, 'owner|$ref');
  });

  test('what is never returned stands in no answer, history or effect', async () => {
    const { id } = await createDevice({ pin: 'secret-pin' });
    await patch(id, { op: 'replace', path: 'pin', value: 'other-pin' });

    const { revisions } = await tenant.admin('getHistory', {
      params: { tenant: 'default', resourceType: 'Device', id },
    });
    const { requests } = await tenant.admin('listRequests');
    const last = await tenant.admin('getRequest', { params: { id: requests.at(-1)?.id ?? 0 } });
    const read = await tenant.scim('GET', `/Devices/${id}?attributes=pin`);

    assert.deepEqual(revisions[0]?.changes, [{ path: 'pin', kind: 'changed' }]);
    assert.doesNotMatch(JSON.stringify([revisions, last.effects, read.body]), /(secret|other)-pin/);
  });

  test('the request log tells what was done, and effects name the type', async () => {
    await createDevice({ displayName: 'Lathe' });

    const { requests } = await tenant.admin('listRequests');

    const last = requests.at(-1);
    assert.equal(last?.sentence, 'Create Device Lathe');
    assert.equal(last.resourceType, 'Device');
    const { effects } = await tenant.admin('getRequest', { params: { id: last.id } });
    assert.equal(effects[0]?.resourceType, 'Device');
  });
});

describe('Rules of a schema of the tenant (RFC 7643 §2.2)', () => {
  const wrong: readonly (readonly [name: string, value: JsonValue, detail: RegExp])[] = [
    ['displayName', { no: 'object' }, /displayName/],
    ['active', 'perhaps', /active/],
    ['weight', 'heavy', /weight/],
    ['ports', 1.5, /ports/],
    ['boughtAt', 'yesterday', /boughtAt/],
    ['firmware', 'not base64!', /firmware/],
    ['location', 'North', /location/],
    ['location', { building: 'North', floor: 'third' }, /location\.floor/],
    ['members', [{ value: 'x', since: 'then' }], /members\[0\]\.since/],
  ];
  for (const [name, value, detail] of wrong) {
    test(`${name} ${JSON.stringify(value)} is refused and named`, async () => {
      const body = { ...DEVICE, serial: 'wrong', [BADGE_URN]: { number: 'wrong' }, [name]: value };

      const answer = await tenant.scim('POST', '/Devices', { body });

      expectScimError(answer, { status: 400, scimType: 'invalidValue', detail });
    });
  }

  test('a required attribute that is missing is named', async () => {
    const { displayName: _, ...body } = DEVICE;

    const answer = await tenant.scim('POST', '/Devices', { body });

    expectScimError(answer, { status: 400, scimType: 'invalidValue', detail: /displayName/ });
  });

  test('an immutable attribute can be set once and not be changed', async () => {
    const { id } = await createDevice();

    const answer = await patch(id, { op: 'replace', path: 'hardwareId', value: 'hw-2' });

    expectScimError(answer, { status: 400, scimType: 'mutability', detail: /hardwareId/ });
  });

  test('a readOnly attribute cannot be patched', async () => {
    const { id } = await createDevice();

    const answer = await patch(id, {
      op: 'replace',
      path: 'lastSeen',
      value: '2026-01-01T00:00:00Z',
    });

    expectScimError(answer, { status: 400, scimType: 'mutability', detail: /lastSeen/ });
  });

  test('uniqueness holds on POST, PUT and PATCH, in an extension and across endpoints of one type', async () => {
    const first = await createDevice({ serial: 'Unique-1' });
    const second = await createDevice();
    const taken = { status: 409, scimType: 'uniqueness' };
    const badge = `N-${serial - 1}`;

    const post = await tenant.scim('POST', '/Devices', { body: { ...DEVICE, serial: 'Unique-1' } });
    const patched = await patch(second.id, { op: 'replace', path: 'serial', value: 'Unique-1' });
    const badged = await patch(second.id, {
      op: 'replace',
      path: `${BADGE_URN}:number`,
      value: badge.toLowerCase(),
    });
    const otherCase = await patch(second.id, { op: 'replace', path: 'serial', value: 'unique-1' });

    expectScimError(post, { ...taken, detail: /serial "Unique-1" is already in use/ });
    expectScimError(patched, { ...taken, detail: /serial "Unique-1"/ });
    expectScimError(badged, { ...taken, detail: /Badge:number "n-\d+"/ });
    assert.ok(otherCase.status < 300, 'caseExact values that differ in case are two');
    assert.equal((await tenant.scim('DELETE', `/Devices/${first.id}`)).status, 204);
    const freed = await patch(second.id, { op: 'replace', path: 'serial', value: 'Unique-1' });
    assert.ok(freed.status < 300, 'a deleted resource gives its values back');
  });

  test('an extension added to User is stored, unique among users, and filtered by', async () => {
    const body = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', BADGE_URN],
      userName: 'ada',
      [BADGE_URN]: { number: 'U-1' },
    };

    const created = await tenant.scim('POST', '/Users', { body });
    const again = await tenant.scim('POST', '/Users', { body: { ...body, userName: 'bob' } });
    const found = await tenant.scim(
      'GET',
      `/Users?filter=${encodeURIComponent(`${BADGE_URN}:number eq "u-1"`)}`,
    );

    assert.equal(created.status, 201, created.text);
    expectScimError(again, { status: 409, scimType: 'uniqueness', detail: /Badge:number "U-1"/ });
    assert.deepEqual(idsOf(found), [idOf(created)]);
  });
});
