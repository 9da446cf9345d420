// Random operations on a user: right ones, wrong ones, and such as clients are known to send.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { readResource } from '../../../main/scim/resource/read-resource.ts';
import { ScimError } from '../../../main/scim/scim-error.ts';
import { USER_RULES } from '../../support/rules.ts';
import { deepFreeze, ENTERPRISE } from './run-patch.ts';

const CUSTOM = 'urn:ietf:params:scim:schemas:extension:contoso:2.0:User';

/** A user with something everywhere. */
export const USER = deepFreeze(
  readResource(
    {
      userName: 'ada@contoso.test',
      name: { givenName: 'Ada', familyName: 'Byron' },
      emails: [
        { type: 'work', value: 'w@contoso.test', primary: true },
        { type: 'home', value: 'h@home.test' },
      ],
      addresses: [{ type: 'work', locality: 'Leeds' }],
      roles: [{ value: 'Admin', primary: 'True' }],
      [ENTERPRISE]: { department: 'R&D', manager: 'm1' },
      [CUSTOM]: { badge: 'B-77', tags: ['x'] },
    },
    USER_RULES,
  ),
);

/** Attribute paths, and what is none. */
export const names = fc.constantFrom(
  'userName',
  'active',
  'title',
  'name',
  'name.givenName',
  'emails',
  'emails.value',
  'roles',
  'emails[type eq "work"]',
  'emails[type eq "work"].value',
  'emails[type eq "x"].primary',
  'emails[value co "h"].display',
  'roles[primary eq "True"].value',
  'manager',
  'manager.value',
  'addresses[type eq "work"].locality',
  'schemas',
  'id',
  'meta',
  'password',
  'members',
  'members[value eq "a"]',
  'displayName',
  ENTERPRISE,
  CUSTOM,
  `${CUSTOM}:badge`,
  `${CUSTOM}:tags`,
  `${CUSTOM}:a.b`,
  `${ENTERPRISE}:department`,
  `${ENTERPRISE}:manager`,
  'constructor',
  'toString.length',
  'emails[',
  'urn:x',
  '[',
  '',
  'x509Certificates',
);
const leaf = fc.oneof(
  fc.constantFrom<JsonValue>('True', 'false', '', 'work', 'a', true, false, null, 7),
  fc.string({ maxLength: 8 }),
);
const element = fc.dictionary(
  fc.constantFrom('value', 'type', 'primary', 'display', '$ref', 'givenName', 'department', 'x'),
  leaf,
  { maxKeys: 3, noNullPrototype: true },
);
export const anyJson = fc.jsonValue({ maxDepth: 4 }).map((value) => value as JsonValue);
/** What the value of an operation may be, right or wrong. */
export const value: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 4, arbitrary: element },
  { weight: 3, arbitrary: fc.array(fc.oneof(element, leaf), { maxLength: 3 }) },
  { weight: 2, arbitrary: fc.dictionary(names, fc.oneof(leaf, element), { maxKeys: 4 }) },
  { weight: 1, arbitrary: anyJson },
);
/** One member of Operations; some are none. */
export const operation = fc.record(
  {
    op: fc.constantFrom('add', 'Add', 'replace', 'Replace', 'remove', 'Remove'),
    path: fc.oneof({ weight: 9, arbitrary: names }, { weight: 1, arbitrary: fc.string() }),
    value,
  },
  { requiredKeys: ['op'], noNullPrototype: true },
);

/** The outcome of something that may only refuse by a ScimError. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    assert.ok(error instanceof ScimError, String(error));
    assert.equal(error.status, 400);
    return undefined;
  }
}
