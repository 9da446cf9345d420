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
import { anyJson, attempt, names, operation, USER, value } from './patch-arbitraries.ts';
import { deepFreeze } from './run-patch.ts';
import { GROUP_RULES, USER_RULES } from '../../support/rules.ts';

const RUNS = { numRuns: 1500, seed: 20_260_105 };

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
