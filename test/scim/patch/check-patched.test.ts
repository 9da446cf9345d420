// What a PATCH leaves behind, and whose fault it is.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { applyPatch } from '../../../main/scim/patch/apply-patch.ts';
import { checkPatched } from '../../../main/scim/patch/check-patched.ts';
import { readPatch } from '../../../main/scim/patch/read-patch.ts';
import { userModel } from '../../../main/scim/schema/resource-models.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import { rulesOf } from '../../support/rules.ts';
import { buildUser, patchBody } from './run-patch.ts';

const EMAIL = { value: 'a@x.test', type: 'work' };
const SECOND = { op: 'add', path: 'emails', value: [{ value: 'b@x.test' }] };
const TITLE = { op: 'add', path: 'title', value: 'Dr.' };

function check(
  profile: Partial<Profile>,
  user: JsonObject,
  ...operations: readonly JsonObject[]
): void {
  const rules = rulesOf(userModel, profile);
  const before = buildUser(user);
  const read = readPatch(patchBody(...operations), rules);
  checkPatched({ before, operations: read, after: applyPatch(before, read, rules) }, rules);
}

describe('a patched resource', () => {
  test('is refused in the name of the operation that broke it', () => {
    const remove = { op: 'remove', path: 'emails' };
    const profile = { singleValueLists: true };

    assert.throws(() => check(profile, { emails: [EMAIL] }, TITLE, SECOND, TITLE), {
      scimType: 'invalidValue',
      detail: "Operations[1].path 'emails': emails takes one value, not 2",
    });
    assert.doesNotThrow(() => check(profile, { emails: [EMAIL] }, remove, SECOND));
  });

  test('is not to blame for what it was before', () => {
    const emails = [EMAIL, { value: 'b@x.test' }];

    assert.doesNotThrow(() => check({ singleValueLists: true }, { emails }, TITLE));
    assert.doesNotThrow(() => check({ requiredUserAttributes: 'aws' }, {}, TITLE));
  });
});
