import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JsonObject, ScimResource } from '../../../shared/scim/json.ts';
import {
  isAttributeReturned,
  projectResource,
} from '../../../main/scim/resource/project-resource.ts';
import { groupModel, userModel } from '../../../main/scim/schema/resource-models.ts';
import { ENTERPRISE_USER_URN as ENTERPRISE, USER_URN } from '../../../main/scim/schema/urns.ts';

const CUSTOM = 'urn:ietf:params:scim:schemas:extension:contoso:2.0:User';
const ALWAYS = { schemas: [USER_URN], id: '1' };
const USER: ScimResource = {
  ...ALWAYS,
  userName: 'ada',
  name: { givenName: 'Ada', familyName: 'Byron' },
  emails: [{ type: 'work', value: 'a', primary: true }, { type: 'home' }],
  roles: [],
  meta: { resourceType: 'User', version: 'W/"1"' },
  [ENTERPRISE]: { department: 'R&D', manager: { value: 'm', displayName: 'M' } },
  [CUSTOM]: { badge: 'B', desk: { floor: 4, room: 2 } },
};

const CASES: readonly (readonly [readonly string[], JsonObject])[] = [
  [['userName'], { userName: 'ada' }],
  [['USERNAME', ' name '], { userName: 'ada', name: { givenName: 'Ada', familyName: 'Byron' } }],
  [['name.familyName'], { name: { familyName: 'Byron' } }],
  [['emails.value'], { emails: [{ value: 'a' }] }],
  [['emails[type eq "work"]'], { emails: USER['emails'] ?? null }],
  [['emails[type eq "work"].type'], { emails: [{ type: 'work' }, { type: 'home' }] }],
  [['emails[type'], { emails: USER['emails'] ?? null }],
  [['roles'], { roles: [] }],
  [['meta.version'], { meta: { version: 'W/"1"' } }],
  [[`${USER_URN}:userName`], { userName: 'ada' }],
  [[ENTERPRISE], { [ENTERPRISE]: USER[ENTERPRISE] ?? null }],
  [[`${ENTERPRISE}:department`], { [ENTERPRISE]: { department: 'R&D' } }],
  [['manager.value'], { [ENTERPRISE]: { manager: { value: 'm' } } }],
  [[CUSTOM], { [CUSTOM]: USER[CUSTOM] ?? null }],
  [[`${CUSTOM.toLowerCase()}:desk.floor`], { [CUSTOM]: { desk: { floor: 4 } } }],
  [['shoeSize', 'password', 'constructor'], {}],
];

function without(...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(USER).filter(([name]) => !names.includes(name)));
}

const EXCLUDED: readonly (readonly [readonly string[], JsonObject])[] = [
  [[], USER],
  [['emails', 'Name'], without('emails', 'name')],
  [['id', 'schemas'], USER],
  [['name.givenName'], { ...USER, name: { familyName: 'Byron' } }],
  [['emails.type'], { ...USER, emails: [{ value: 'a', primary: true }] }],
  [
    [ENTERPRISE, `${CUSTOM}:desk.room`],
    { ...without(ENTERPRISE), [CUSTOM]: { badge: 'B', desk: { floor: 4 } } },
  ],
  [['shoeSize'], USER],
];

describe('attributes (RFC 7644 §3.9)', () => {
  for (const [attributes, shown] of CASES) {
    test(`${attributes.join(',')} shows those and what is always returned`, () => {
      const projection = { attributes, excludedAttributes: [] };

      assert.deepEqual(projectResource(USER, userModel, projection), { ...ALWAYS, ...shown });
    });
  }

  test('counts when excludedAttributes is given too', () => {
    const projection = { attributes: ['userName'], excludedAttributes: ['userName'] };

    const shown = projectResource(USER, userModel, projection);

    assert.deepEqual(shown, { ...ALWAYS, userName: 'ada' });
  });
});

describe('excludedAttributes (RFC 7644 §3.9)', () => {
  for (const [excludedAttributes, shown] of EXCLUDED) {
    test(`${excludedAttributes.join(',') || 'none'} hides those, never what is always returned`, () => {
      const projection = { attributes: [], excludedAttributes };

      assert.deepEqual(projectResource(USER, userModel, projection), shown);
    });
  }

  test('what is never returned stays hidden whatever is asked for', () => {
    const user = { ...ALWAYS, password: 'secret' };

    const shown = [[], ['password']].map((attributes) =>
      projectResource(user, userModel, { attributes, excludedAttributes: [] }),
    );

    assert.deepEqual(shown, [ALWAYS, ALWAYS]);
  });
});

describe('isAttributeReturned', () => {
  for (const [attributes, excludedAttributes, expected] of [
    [[], [], true],
    [[], ['members'], false],
    [[], ['MEMBERS.display'], true],
    [['displayName'], [], false],
    [['members.value'], [], true],
    [['urn:ietf:params:scim:schemas:core:2.0:Group:members'], [], true],
    [['members'], ['members'], true],
    [[''], ['displayName'], true],
  ] as const) {
    test(`members with ${JSON.stringify({ attributes, excludedAttributes })}: ${expected}`, () => {
      const projection = { attributes, excludedAttributes };

      assert.equal(isAttributeReturned(groupModel, 'members', projection), expected);
    });
  }
});
