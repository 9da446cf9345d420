import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import { USER_URN } from '../../../main/scim/schema/urns.ts';
import { buildUser, ENTERPRISE, patchUser } from './run-patch.ts';

const WORK = { type: 'work', value: 'ada@contoso.test', primary: true };
const HOME = { type: 'home', value: 'ada@home.test' };

/** Claim, attributes before, operations, attributes after. */
type Case = readonly [string, JsonObject, readonly JsonValue[], JsonObject];

function run(cases: readonly Case[]): void {
  for (const [title, before, operations, after] of cases) {
    test(title, () => {
      const patched = patchUser(buildUser(before), ...operations);

      const hasExtension = Object.hasOwn(after, ENTERPRISE);
      const schemas = hasExtension ? [USER_URN, ENTERPRISE] : [USER_URN];
      assert.deepEqual(patched, { ...buildUser(), ...after, schemas: after['schemas'] ?? schemas });
    });
  }
}

describe('add (RFC 7644 §3.5.2.1)', () => {
  run([
    [
      'without a path merges an object of attributes',
      { nickName: 'Ada', emails: [WORK] },
      [{ op: 'add', value: { emails: [HOME], nickName: 'Babs', name: { givenName: 'Ada' } } }],
      { nickName: 'Babs', emails: [WORK, HOME], name: { givenName: 'Ada' } },
    ],
    [
      'appends to a multi-valued attribute',
      { emails: [WORK] },
      [{ op: 'add', path: 'emails', value: [HOME] }],
      { emails: [WORK, HOME] },
    ],
    [
      'takes one object where a list is declared (OneLogin)',
      { emails: [WORK] },
      [{ op: 'add', path: 'emails', value: HOME }],
      { emails: [WORK, HOME] },
    ],
    [
      'does not add a value twice',
      { emails: [WORK, HOME] },
      [{ op: 'add', path: 'emails', value: [HOME, HOME] }],
      { emails: [WORK, HOME] },
    ],
    [
      'merges what is new about a value that is there',
      { emails: [HOME] },
      [{ op: 'add', path: 'emails', value: [{ ...HOME, display: 'Home' }] }],
      { emails: [{ ...HOME, display: 'Home' }] },
    ],
    [
      'replaces a single-valued attribute',
      { title: 'Analyst' },
      [{ op: 'add', path: 'title', value: 'Engineer' }],
      { title: 'Engineer' },
    ],
    [
      'merges sub-attributes into a complex attribute',
      { name: { givenName: 'Ada', familyName: 'Byron' } },
      [{ op: 'add', path: 'name', value: { familyName: 'King' } }],
      { name: { givenName: 'Ada', familyName: 'King' } },
    ],
    [
      'merges into the values that a value path selects',
      { emails: [WORK, HOME] },
      [{ op: 'add', path: 'emails[type eq "home"]', value: { display: 'Home' } }],
      { emails: [WORK, { ...HOME, display: 'Home' }] },
    ],
    [
      'of an empty list changes nothing',
      { emails: [WORK] },
      [{ op: 'add', path: 'emails', value: [] }],
      { emails: [WORK] },
    ],
  ]);
});

describe('replace (RFC 7644 §3.5.2.3)', () => {
  run([
    [
      'of an attribute that is not set adds it',
      {},
      [{ op: 'replace', path: 'title', value: 'Analyst' }],
      { title: 'Analyst' },
    ],
    [
      'of a whole multi-valued attribute replaces all values',
      { emails: [WORK, HOME] },
      [{ op: 'replace', path: 'emails', value: [{ value: 'new@contoso.test' }] }],
      { emails: [{ value: 'new@contoso.test' }] },
    ],
    [
      'of a complex attribute keeps the sub-attributes that are not listed',
      { name: { givenName: 'Ada', familyName: 'Byron' } },
      [{ op: 'replace', value: { name: { givenName: 'Augusta' } } }],
      { name: { givenName: 'Augusta', familyName: 'Byron' } },
    ],
    [
      'with a value path replaces the values it selects and no other',
      { addresses: [{ type: 'work', locality: 'Leeds', country: 'GB' }, { type: 'home' }] },
      [
        {
          op: 'replace',
          path: 'addresses[type eq "work"]',
          value: { type: 'work', locality: 'London' },
        },
      ],
      { addresses: [{ type: 'work', locality: 'London' }, { type: 'home' }] },
    ],
    [
      'with a value path and a sub-attribute changes only that in each match',
      { emails: [WORK, { ...HOME, type: 'work' }] },
      [{ op: 'replace', path: 'emails[type eq "work"].display', value: 'W' }],
      {
        emails: [
          { ...WORK, display: 'W' },
          { ...HOME, type: 'work', display: 'W' },
        ],
      },
    ],
    [
      'of a sub-attribute without a filter changes it in every value',
      { emails: [WORK, HOME] },
      [{ op: 'replace', path: 'emails.display', value: 'Ada' }],
      {
        emails: [
          { ...WORK, display: 'Ada' },
          { ...HOME, display: 'Ada' },
        ],
      },
    ],
    [
      'is applied in order with the other operations',
      {},
      [
        { op: 'add', path: 'title', value: 'Analyst' },
        { op: 'replace', path: 'title', value: 'Engineer' },
        { op: 'remove', path: 'title' },
        { op: 'add', path: 'nickName', value: 'Ada' },
      ],
      { nickName: 'Ada' },
    ],
    [
      'matches names and URNs without case and keeps the spelling of the schema',
      {},
      [
        { op: 'replace', path: `${USER_URN.toUpperCase()}:NAME.GIVENNAME`, value: 'Ada' },
        { op: 'replace', path: 'EMAILS[TYPE EQ "work"].VALUE', value: 'a@b.test' },
      ],
      { name: { givenName: 'Ada' }, emails: [{ type: 'work', value: 'a@b.test' }] },
    ],
    [
      'of a whole extension merges its attributes (URN as path and as key)',
      { [ENTERPRISE]: { costCenter: 'C1', department: 'Old' } },
      [
        { op: 'replace', path: ENTERPRISE, value: { department: 'Sales' } },
        { op: 'add', value: { [ENTERPRISE]: { division: 'North' } } },
      ],
      { [ENTERPRISE]: { costCenter: 'C1', department: 'Sales', division: 'North' } },
    ],
    [
      'of schemas is accepted, the list follows from the attributes',
      {},
      [{ op: 'replace', path: 'schemas', value: [USER_URN, ENTERPRISE] }],
      {},
    ],
    [
      'with null, an empty text or an empty list unassigns (RFC 7643 §2.5)',
      { title: 'T', nickName: 'N', emails: [WORK], name: { givenName: 'A', familyName: 'B' } },
      [
        { op: 'replace', path: 'title', value: null },
        { op: 'replace', path: 'nickName', value: '' },
        { op: 'replace', path: 'emails', value: [] },
        { op: 'replace', value: { name: { givenName: null } } },
      ],
      { name: { familyName: 'B' } },
    ],
  ]);
});

describe('remove (RFC 7644 §3.5.2.2)', () => {
  run([
    [
      'of a single-valued attribute unassigns it',
      { title: 'T' },
      [{ op: 'remove', path: 'title' }],
      {},
    ],
    [
      'of a multi-valued attribute removes all values',
      { emails: [WORK, HOME] },
      [{ op: 'remove', path: 'emails' }],
      {},
    ],
    [
      'with a value path removes the values it selects',
      { emails: [WORK, HOME] },
      [{ op: 'remove', path: 'emails[type eq "work" and value ew "contoso.test"]' }],
      { emails: [HOME] },
    ],
    [
      'with a value path that selects nothing changes nothing',
      { emails: [WORK] },
      [{ op: 'remove', path: 'emails[type eq "other"]' }],
      { emails: [WORK] },
    ],
    [
      'of a sub-attribute of selected values keeps the rest of them',
      { emails: [{ ...WORK, display: 'Ada' }] },
      [{ op: 'remove', path: 'emails[type eq "work"].display' }],
      { emails: [WORK] },
    ],
    [
      'of the last sub-attribute of a complex attribute unassigns it',
      { name: { givenName: 'Ada' } },
      [{ op: 'remove', path: 'name.givenName' }],
      {},
    ],
    [
      'of the last attribute of an extension drops its URN from schemas',
      { schemas: [USER_URN, ENTERPRISE], [ENTERPRISE]: { department: 'Sales' } },
      [{ op: 'remove', path: `${ENTERPRISE}:department` }],
      {},
    ],
    [
      'of a whole extension drops it',
      { schemas: [USER_URN, ENTERPRISE], [ENTERPRISE]: { department: 'Sales' } },
      [{ op: 'remove', path: ENTERPRISE }],
      {},
    ],
    [
      'with a list of values removes just those',
      { roles: [{ value: 'a' }, { value: 'b', type: 't' }, { value: 'c' }] },
      [{ op: 'remove', path: 'roles', value: [{ value: 'a' }, { value: 'b' }] }],
      { roles: [{ value: 'c' }] },
    ],
    [
      'with an empty list of values, or one that names nothing, removes nothing',
      { roles: [{ value: 'a' }] },
      [
        { op: 'remove', path: 'roles', value: [] },
        { op: 'remove', path: 'roles', value: [{ value: '' }, {}] },
      ],
      { roles: [{ value: 'a' }] },
    ],
  ]);
});

describe('primary (RFC 7643 §2.4)', () => {
  run([
    [
      'set by an added value turns the old one off',
      { emails: [WORK] },
      [{ op: 'add', path: 'emails', value: [{ ...HOME, primary: true }] }],
      {
        emails: [
          { ...WORK, primary: false },
          { ...HOME, primary: true },
        ],
      },
    ],
    [
      'set on an earlier value by its path turns the later one off',
      { emails: [HOME, WORK] },
      [{ op: 'replace', path: 'emails[type eq "home"].primary', value: 'True' }],
      {
        emails: [
          { ...HOME, primary: true },
          { ...WORK, primary: false },
        ],
      },
    ],
    [
      'set on several values of a list stays on the last',
      {},
      [{ op: 'replace', path: 'emails', value: [WORK, { ...HOME, primary: true }] }],
      {
        emails: [
          { ...WORK, primary: false },
          { ...HOME, primary: true },
        ],
      },
    ],
  ]);
});
