// RFC 9967 §2.4: what an event says of a change.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { describeChange, type ResourceChange } from '../../../main/scim/events/describe-change.ts';

const PROV = 'urn:ietf:params:scim:event:prov';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

const unchanged = { joined: [], left: [], isPasswordSet: false, version: 'W/"2"' };
const ada = { schemas: ['urn:x'], id: '1', userName: 'ada', active: true };

describe('RFC 9967 §2.4 events', () => {
  const created: ResourceChange = { ...unchanged, action: 'create', before: null, after: ada };

  test('T5 full events of a new resource carry the data', () => {
    assert.deepEqual(describeChange(created, 'full'), {
      [`${PROV}:create:full`]: { version: 'W/"2"', data: ada },
    });
  });

  test('T5 notice events of a new resource carry the attributes, a password among them', () => {
    assert.deepEqual(describeChange({ ...created, isPasswordSet: true }, 'notice'), {
      [`${PROV}:create:notice`]: {
        version: 'W/"2"',
        attributes: ['id', 'userName', 'active', 'password'],
      },
    });
  });

  test('T4 a patch is told as a PATCH that makes the difference', () => {
    const before = { ...ada, title: 'CTO', name: { familyName: 'Byron' } };
    const after = { ...ada, name: { familyName: 'Lovelace', givenName: 'Ada' } };

    assert.deepEqual(describeChange({ ...unchanged, action: 'patch', before, after }, 'full'), {
      [`${PROV}:patch:full`]: {
        version: 'W/"2"',
        data: {
          schemas: [PATCH_OP],
          Operations: [
            { op: 'remove', path: 'title' },
            { op: 'replace', path: 'name.familyName', value: 'Lovelace' },
            { op: 'add', path: 'name.givenName', value: 'Ada' },
          ],
        },
      },
    });
  });

  test('T4 members that join and leave are told one by one', () => {
    const group = { id: '9', displayName: 'Tour' };
    const change = { ...unchanged, before: group, after: group, joined: ['a'], left: ['b'] };

    const full = describeChange({ ...change, action: 'patch' }, 'full');
    const notice = describeChange({ ...change, action: 'patch' }, 'notice');

    assert.deepEqual(full[`${PROV}:patch:full`], {
      version: 'W/"2"',
      data: {
        schemas: [PATCH_OP],
        Operations: [
          { op: 'remove', path: 'members[value eq "b"]' },
          { op: 'add', path: 'members', value: [{ value: 'a' }] },
        ],
      },
    });
    assert.deepEqual(notice[`${PROV}:patch:notice`], { version: 'W/"2"', attributes: ['members'] });
  });

  test('T4 the same change tells that a user was shut out, or let in', () => {
    const inactive = { ...ada, active: false };
    const off = { ...unchanged, action: 'patch', before: ada, after: inactive } as const;
    const on = { ...unchanged, action: 'replace', before: inactive, after: ada } as const;

    assert.deepEqual(Object.keys(describeChange(off, 'full')), [
      `${PROV}:patch:full`,
      `${PROV}:deactivate`,
    ]);
    assert.deepEqual(Object.keys(describeChange(on, 'notice')), [
      `${PROV}:put:notice`,
      `${PROV}:activate`,
    ]);
  });

  test('T4 a deletion says no more than that', () => {
    const change = { ...unchanged, action: 'delete', before: ada, after: null } as const;

    assert.deepEqual(describeChange(change, 'full'), { [`${PROV}:delete`]: {} });
  });
});
