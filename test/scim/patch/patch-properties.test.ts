// Whatever arrives as a PATCH or as a resource: a ScimError or a sound resource, and the input untouched.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonValue, ScimResource } from '../../../shared/scim/json.ts';
import { applyPatch } from '../../../main/scim/patch/apply-patch.ts';
import { readPatch } from '../../../main/scim/patch/read-patch.ts';
import { splitMembers } from '../../../main/scim/patch/split-members.ts';
import { readResource } from '../../../main/scim/resource/read-resource.ts';
import { sameResource } from '../../../main/scim/resource/same-resource.ts';
import { ScimError } from '../../../main/scim/scim-error.ts';
import { deepFreeze, ENTERPRISE } from './run-patch.ts';
import { GROUP_RULES, USER_RULES } from '../../support/rules.ts';

const RUNS = { numRuns: 1500, seed: 20_260_105 };
const CUSTOM = 'urn:ietf:params:scim:schemas:extension:contoso:2.0:User';

const USER = deepFreeze(
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

const names = fc.constantFrom(
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
const anyJson = fc.jsonValue({ maxDepth: 4 }).map((value) => value as JsonValue);
const value: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 4, arbitrary: element },
  { weight: 3, arbitrary: fc.array(fc.oneof(element, leaf), { maxLength: 3 }) },
  { weight: 2, arbitrary: fc.dictionary(names, fc.oneof(leaf, element), { maxKeys: 4 }) },
  { weight: 1, arbitrary: anyJson },
);
const operation = fc.record(
  {
    op: fc.constantFrom('add', 'Add', 'replace', 'Replace', 'remove', 'Remove'),
    path: fc.oneof({ weight: 9, arbitrary: names }, { weight: 1, arbitrary: fc.string() }),
    value,
  },
  { requiredKeys: ['op'], noNullPrototype: true },
);

/** The outcome of something that may only refuse by a ScimError. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    assert.ok(error instanceof ScimError, String(error));
    assert.equal(error.status, 400);
    return undefined;
  }
}

function hasUnassigned(resource: JsonValue): boolean {
  if (resource === null || resource === '') return true;
  if (typeof resource !== 'object') return false;
  const inner = Object.values(resource);
  return inner.length === 0 || inner.some(hasUnassigned);
}

function assertSound(resource: ScimResource): void {
  assert.ok(!hasUnassigned(resource), 'holds nothing that is unassigned');
  assert.ok(sameResource(readResource(resource, USER_RULES), resource), 'reads as itself');
}

describe('PATCH of anything', () => {
  test('any JSON as body is refused with a ScimError or changes nothing by surprise', () => {
    fc.assert(
      fc.property(anyJson, (body) => {
        const operations = attempt(() => readPatch(deepFreeze(body), USER_RULES));
        if (operations !== undefined) attempt(() => applyPatch(USER, operations, USER_RULES));
      }),
      RUNS,
    );
  });

  test('any operations on a user give a ScimError or a sound user, and leave the old one alone', () => {
    let applied = 0;
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 4 }), (operations) => {
        const body = deepFreeze({ Operations: operations });

        const patched = attempt(() => applyPatch(USER, readPatch(body, USER_RULES), USER_RULES));

        if (patched === undefined) return;
        applied += 1;
        assertSound(patched);
      }),
      RUNS,
    );
    assert.ok(applied > RUNS.numRuns / 20, `${applied} were applied`);
  });

  test('any operations on a group split into members and the rest', () => {
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 4 }), (operations) => {
        const body = deepFreeze({ Operations: operations });

        attempt(() => {
          const { attributes } = splitMembers(readPatch(body, GROUP_RULES));
          const group = applyPatch(deepFreeze({ displayName: 'Sales' }), attributes, GROUP_RULES);
          assert.ok(!Object.hasOwn(group, 'members'));
        });
      }),
      RUNS,
    );
  });

  test('any JSON as a resource is refused with a ScimError or reads as itself', () => {
    const body = fc.dictionary(names, value, { maxKeys: 6, noNullPrototype: true });
    fc.assert(
      fc.property(fc.oneof(body, anyJson), (sent) => {
        const user = isJsonObject(sent) ? { userName: 'x', ...sent } : sent;

        const read = attempt(() => readResource(deepFreeze(user), USER_RULES));

        if (read !== undefined) assertSound(read);
      }),
      RUNS,
    );
  });
});
