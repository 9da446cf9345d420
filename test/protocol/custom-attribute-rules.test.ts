// The characteristics of attributes in a tenant's own schemas: types, required, mutability, uniqueness.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { JsonValue } from '../../shared/scim/json.ts';
import { BADGE_URN, DEVICE } from '../support/device-documents.ts';
import { idOf, idsOf, startDeviceTenant, type DeviceTenant } from '../support/device-tenant.ts';
import { expectScimError } from '../support/expect-scim-error.ts';

let devices: DeviceTenant;

before(async () => {
  devices = await startDeviceTenant();
});
after(() => devices.tenant.close());

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

      const answer = await devices.tenant.scim('POST', '/Devices', { body });

      expectScimError(answer, { status: 400, scimType: 'invalidValue', detail });
    });
  }

  test('a required attribute that is missing is named', async () => {
    const { displayName: _, ...body } = DEVICE;

    const answer = await devices.tenant.scim('POST', '/Devices', { body });

    expectScimError(answer, { status: 400, scimType: 'invalidValue', detail: /displayName/ });
  });

  test('an immutable attribute can be set once and not be changed', async () => {
    const { id } = await devices.createDevice();

    const answer = await devices.patchDevice(id, {
      op: 'replace',
      path: 'hardwareId',
      value: 'hw-2',
    });

    expectScimError(answer, { status: 400, scimType: 'mutability', detail: /hardwareId/ });
  });

  test('a readOnly attribute cannot be patched', async () => {
    const { id } = await devices.createDevice();

    const answer = await devices.patchDevice(id, {
      op: 'replace',
      path: 'lastSeen',
      value: '2026-01-01T00:00:00Z',
    });

    expectScimError(answer, { status: 400, scimType: 'mutability', detail: /lastSeen/ });
  });

  test('uniqueness holds on POST, PUT and PATCH, in an extension and across endpoints of one type', async () => {
    const first = await devices.createDevice({
      serial: 'Unique-1',
      [BADGE_URN]: { number: 'Badge-1' },
    });
    const second = await devices.createDevice();
    const taken = { status: 409, scimType: 'uniqueness' };

    const post = await devices.tenant.scim('POST', '/Devices', {
      body: { ...DEVICE, serial: 'Unique-1' },
    });
    const patched = await devices.patchDevice(second.id, {
      op: 'replace',
      path: 'serial',
      value: 'Unique-1',
    });
    const badged = await devices.patchDevice(second.id, {
      op: 'replace',
      path: `${BADGE_URN}:number`,
      value: 'badge-1',
    });
    const otherCase = await devices.patchDevice(second.id, {
      op: 'replace',
      path: 'serial',
      value: 'unique-1',
    });

    expectScimError(post, { ...taken, detail: /serial "Unique-1" is already in use/ });
    expectScimError(patched, { ...taken, detail: /serial "Unique-1"/ });
    expectScimError(badged, { ...taken, detail: /Badge:number "badge-1"/ });
    assert.ok(otherCase.status < 300, 'caseExact values that differ in case are two');
    assert.equal((await devices.tenant.scim('DELETE', `/Devices/${first.id}`)).status, 204);
    const freed = await devices.patchDevice(second.id, {
      op: 'replace',
      path: 'serial',
      value: 'Unique-1',
    });
    assert.ok(freed.status < 300, 'a deleted resource gives its values back');
  });

  test('an extension added to User is stored, unique among users, and filtered by', async () => {
    const body = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', BADGE_URN],
      userName: 'ada',
      [BADGE_URN]: { number: 'U-1' },
    };

    const created = await devices.tenant.scim('POST', '/Users', { body });
    const again = await devices.tenant.scim('POST', '/Users', {
      body: { ...body, userName: 'bob' },
    });
    const found = await devices.tenant.scim(
      'GET',
      `/Users?filter=${encodeURIComponent(`${BADGE_URN}:number eq "u-1"`)}`,
    );

    assert.equal(created.status, 201, created.text);
    expectScimError(again, { status: 409, scimType: 'uniqueness', detail: /Badge:number "U-1"/ });
    assert.deepEqual(idsOf(found), [idOf(created)]);
  });
});
