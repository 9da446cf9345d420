import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import type { Rules } from '../../../main/scim/profile/rules.ts';
import { checkResource } from '../../../main/scim/resource/check-resource.ts';
import { readResource } from '../../../main/scim/resource/read-resource.ts';
import {
  ENTERPRISE_USER_URN as ENTERPRISE,
  GROUP_URN,
  USER_URN,
} from '../../../main/scim/schema/urns.ts';
import { GROUP_RULES, USER_RULES } from '../../support/rules.ts';

const CUSTOM = 'urn:ietf:params:scim:schemas:extension:contoso:2.0:User';

/** Claim, what was sent beside userName, what is read beside userName and schemas. */
const ACCEPTED: readonly (readonly [string, JsonObject, JsonObject])[] = [
  ['names in any case, kept as the schema spells them', { DISPLAYNAME: 'A' }, { displayName: 'A' }],
  [
    'null, "" and [] as unassigned (RFC 7643 §2.5)',
    { title: null, name: { middleName: '', givenName: 'A' }, roles: [], emails: [null, {}] },
    { name: { givenName: 'A' } },
  ],
  [
    'readOnly attributes by ignoring them (RFC 7644 §3.3)',
    { id: '1', meta: { version: 'x' }, groups: [{ value: 'g' }] },
    {},
  ],
  [
    'the client-issued externalId and the password',
    { externalId: 'E', password: 'p' },
    { externalId: 'E', password: 'p' },
  ],
  [
    'text booleans (Entra)',
    { active: 'False', roles: [{ value: 'a', primary: 'True' }] },
    { active: false, roles: [{ value: 'a', primary: true }] },
  ],
  [
    'one object where a list is declared (OneLogin)',
    { emails: { value: 'a@b.test' } },
    { emails: [{ value: 'a@b.test' }] },
  ],
  [
    'plain values in a list of objects',
    { emails: ['a@b.test'] },
    { emails: [{ value: 'a@b.test' }] },
  ],
  [
    'unknown attributes by ignoring them',
    { shoeSize: 9, constructor: 'x', name: { first: 'A' } },
    {},
  ],
  [
    'path-like keys',
    { 'name.givenName': 'A', 'emails[type eq "work"].value': 'a' },
    { name: { givenName: 'A' }, emails: [{ type: 'work', value: 'a' }] },
  ],
  [
    'at most one primary, the last one',
    {
      emails: [
        { value: 'a', primary: true },
        { value: 'b', primary: true },
      ],
    },
    {
      emails: [
        { value: 'a', primary: false },
        { value: 'b', primary: true },
      ],
    },
  ],
  [
    'a certificate in base64',
    { x509Certificates: [{ value: 'MIIB+/==' }] },
    { x509Certificates: [{ value: 'MIIB+/==' }] },
  ],
  [
    'manager as text',
    { [ENTERPRISE]: { manager: 'm' } },
    { [ENTERPRISE]: { manager: { value: 'm' } } },
  ],
  [
    'manager as a list, $ref left to be derived',
    { [ENTERPRISE]: { manager: [{ value: 'm', $ref: 'x' }] } },
    { [ENTERPRISE]: { manager: { value: 'm' } } },
  ],
  [
    'department and manager at the top (Entra)',
    { department: 'R&D', manager: 'm' },
    { [ENTERPRISE]: { department: 'R&D', manager: { value: 'm' } } },
  ],
  [
    'URN keys in any case',
    { [ENTERPRISE.toUpperCase()]: { DIVISION: 'N' } },
    { [ENTERPRISE]: { division: 'N' } },
  ],
  [
    'an attribute behind the URN',
    { [`${ENTERPRISE}:department`]: 'R&D' },
    { [ENTERPRISE]: { department: 'R&D' } },
  ],
  [
    'the misspelt URN as key (Entra)',
    { [ENTERPRISE.replace(':User', 'User')]: { department: 'R&D' } },
    { [ENTERPRISE]: { department: 'R&D' } },
  ],
  [
    'a custom extension as sent (Entra)',
    { [CUSTOM]: { badge: 'B-77', none: null, n: 1 } },
    { [CUSTOM]: { badge: 'B-77', n: 1 } },
  ],
  ['an empty extension by leaving it out', { [ENTERPRISE]: {}, [CUSTOM]: { a: null } }, {}],
];

/** Claim, body, scimType, detail. */
const REFUSED: readonly (readonly [string, JsonValue, string, RegExp])[] = [
  ['a list', [], 'invalidSyntax', /must be an object, not an array/],
  ['a body without userName', { active: true }, 'invalidValue', /^userName is required$/],
  ['an empty userName', { userName: '' }, 'invalidValue', /userName/],
  ['a blank userName', { userName: '  ' }, 'invalidValue', /userName/],
  [
    'the schema of another resource type',
    { schemas: [GROUP_URN], userName: 'x' },
    'invalidValue',
    /User endpoint/,
  ],
  [
    'a number for a text',
    { userName: 7 },
    'invalidValue',
    /^userName must be a string, not a number$/,
  ],
  [
    'a list for a text',
    { userName: ['x'] },
    'invalidValue',
    /^userName must be a string, not an array$/,
  ],
  [
    'an object for a text',
    { userName: 'x', title: { a: 1 } },
    'invalidValue',
    /^title must be a string, not an object$/,
  ],
  [
    'a text for an object',
    { userName: 'x', name: 'Ada' },
    'invalidValue',
    /^name must be an object, not a string$/,
  ],
  [
    'a number in a list of objects',
    { userName: 'x', emails: [{ value: 'a' }, 3] },
    'invalidValue',
    /^emails\[1\]/,
  ],
  [
    'a number for a boolean',
    { userName: 'x', active: 1 },
    'invalidValue',
    /^active must be a boolean, not a number$/,
  ],
  [
    'no base64 for a binary',
    { userName: 'x', x509Certificates: [{ value: '<pem>' }] },
    'invalidValue',
    /base64/,
  ],
  [
    'a text for an extension',
    { userName: 'x', [ENTERPRISE]: 'x' },
    'invalidValue',
    /enterprise.* must be an object/,
  ],
  [
    'a __proto__ member',
    JSON.parse('{"userName":"x","name":{"__proto__":{"a":1}}}') as JsonValue,
    'invalidSyntax',
    /__proto__/,
  ],
];

describe('readResource accepts (RFC 7644 §3.3)', () => {
  for (const [claim, sent, read] of ACCEPTED) {
    test(claim, () => {
      const resource = readResource({ userName: 'x', ...sent }, USER_RULES);

      const extensions = Object.keys(read).filter((name) => name.startsWith('urn:'));
      assert.deepEqual(resource, { schemas: [USER_URN, ...extensions], userName: 'x', ...read });
    });
  }

  for (const schemas of [undefined, null, [], 'x', [USER_URN, 'urn:x:y'], [ENTERPRISE], [7]]) {
    test(`schemas ${JSON.stringify(schemas)}: what is stored follows from the attributes`, () => {
      const body = { userName: 'x', ...(schemas !== undefined && { schemas }) };

      const resource = readResource(body, USER_RULES);

      assert.deepEqual(resource, { schemas: [USER_URN], userName: 'x' });
    });
  }

  test('the legacy ADSCIM group URN, dropped (Entra)', () => {
    const legacy = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group';

    const group = readResource(
      { schemas: [GROUP_URN, legacy], displayName: 'Sales', members: [] },
      GROUP_RULES,
    );

    assert.deepEqual(group, { schemas: [GROUP_URN], displayName: 'Sales' });
  });
});

describe('readResource refuses', () => {
  for (const [claim, body, scimType, detail] of REFUSED) {
    test(`${claim} with ${scimType}`, () => {
      assert.throws(() => readWhole(body, USER_RULES), {
        name: 'ScimError',
        status: 400,
        scimType,
        detail,
      });
    });
  }

  test('a group without displayName', () => {
    assert.throws(() => readWhole({}, GROUP_RULES), {
      scimType: 'invalidValue',
      detail: 'displayName is required',
    });
  });
});

/** As POST reads it: with all that is required. */
function readWhole(body: JsonValue, rules: Rules): void {
  checkResource(readResource(body, rules), rules);
}
