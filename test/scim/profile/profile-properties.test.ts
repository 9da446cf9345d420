// Whatever the profile: bodies, operations and filters are refused by a ScimError or leave a sound resource, and what a
// PATCH did, another one undoes.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { PresetName, resolveProfile } from '../../../shared/scim/profile/profile-setting.ts';
import { presets } from '../../../shared/scim/profile/presets.ts';
import { switchList, type Profile, type Switch } from '../../../shared/scim/profile/switches.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type ScimResource,
} from '../../../shared/scim/json.ts';
import { evaluateFilter } from '../../../main/scim/filter/evaluate-filter.ts';
import { readFilter } from '../../../main/scim/filter/read-filter.ts';
import { applyPatch } from '../../../main/scim/patch/apply-patch.ts';
import { readPatch } from '../../../main/scim/patch/read-patch.ts';
import { checkResource } from '../../../main/scim/resource/check-resource.ts';
import { projectResource, showWritten } from '../../../main/scim/resource/project-resource.ts';
import { readResource } from '../../../main/scim/resource/read-resource.ts';
import { sameResource, sameValue } from '../../../main/scim/resource/same-resource.ts';
import { userModel } from '../../../main/scim/schema/resource-models.ts';
import { ScimError } from '../../../main/scim/scim-error.ts';
import { rulesOf } from '../../support/rules.ts';
import { anyJson, attempt, operation, USER } from '../patch/patch-arbitraries.ts';
import { deepFreeze, patchBody } from '../patch/run-patch.ts';

const RUNS = { numRuns: 1500, seed: 20_260_105 };

/** Any positions of any switches. */
const profiles: fc.Arbitrary<Partial<Profile>> = fc.record(
  Object.fromEntries(switchList.map((one) => [one.name, positionOf(one)])),
  { requiredKeys: [], noNullPrototype: true },
);

function positionOf(one: Switch): fc.Arbitrary<unknown> {
  if (one.kind === 'boolean') return fc.boolean();
  if (one.kind === 'integer') return fc.integer({ min: one.min, max: one.max });
  return fc.constantFrom(...one.choices.map(({ value }) => value));
}

describe('under any profile', () => {
  test('any operations are refused by a ScimError or leave a resource that can be shown', () => {
    let applied = 0;
    fc.assert(
      fc.property(
        profiles,
        fc.array(operation, { minLength: 1, maxLength: 3 }),
        (differences, operations) => {
          const rules = rulesOf(userModel, differences);
          const body = patchBody(...operations);

          const patched = attempt(() => applyPatch(USER, readPatch(body, rules), rules));

          if (patched === undefined) return;
          applied += 1;
          attempt(() => checkResource(patched, rules, USER));
          assertShown(patched, rules.model);
        },
      ),
      RUNS,
    );
    assert.ok(applied > RUNS.numRuns / 50, `${applied} were applied`);
  });

  test('any body is refused by a ScimError or leaves a resource that can be shown', () => {
    fc.assert(
      fc.property(profiles, anyJson, (differences, sent) => {
        const rules = rulesOf(userModel, differences);
        const body = deepFreeze(isJsonObject(sent) ? { ...USER, ...sent } : sent);

        const read = attempt(() => readResource(body, rules));

        if (read !== undefined) assertShown(read, rules.model);
      }),
      RUNS,
    );
  });

  test('any text as a filter is refused by a ScimError or decides', () => {
    fc.assert(
      fc.property(profiles, fc.oneof(fc.string(), filters), (differences, text) => {
        const rules = rulesOf(userModel, differences);
        try {
          assert.equal(typeof evaluateFilter(readFilter(text, rules), USER), 'boolean');
        } catch (error) {
          assert.ok(error instanceof ScimError, String(error));
          assert.ok(error.status === 400 || error.status === 501);
        }
      }),
      RUNS,
    );
  });
});

const filters = fc.constantFrom(
  'userName eq ada',
  'active eq "True"',
  'emails[type eq "work"].value co "x"',
  'manager eq "m1"',
  'shoeSize gt 38',
  'not (title pr) or name.givenName sw "A"',
  'userName eq "ada" and active eq true',
);

describe('PATCH and its inverse', () => {
  for (const preset of PresetName.options) {
    test(`leave a user as it was (${presets[preset].name})`, () => {
      const rules = rulesOf(userModel, resolveProfile(preset));
      fc.assert(
        fc.property(fc.array(operation, { minLength: 1, maxLength: 3 }), (operations) => {
          const patch = attempt(() => readPatch(patchBody(...operations), rules));
          const after = patch && attempt(() => applyPatch(USER, patch, rules));
          if (after === undefined) return;

          const inverse = patchBody(...invert(after, USER));
          // A preset that does not know the attributes of this user cannot bring them back.
          const back = attempt(() => applyPatch(after, readPatch(inverse, rules), rules));

          if (back !== undefined) assertSameContent(back, USER);
        }),
        { ...RUNS, numRuns: 300 },
      );
    });
  }
});

/** The operations that lead from one resource to the other: each attribute that differs goes and comes anew. */
function invert(from: ScimResource, to: ScimResource): readonly JsonObject[] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return names
    .filter((name) => name !== 'schemas' && !sameValue(own(from, name), own(to, name)))
    .flatMap((path) => {
      const value = own(to, path);
      const removed =
        own(from, path) === undefined || path === 'userName' ? [] : [{ op: 'remove', path }];
      return value === undefined ? removed : [...removed, { op: 'add', path, value }];
    });
}

function own(resource: ScimResource, name: string): JsonValue | undefined {
  return Object.hasOwn(resource, name) ? resource[name] : undefined;
}

function assertSameContent(left: ScimResource, right: ScimResource): void {
  assert.ok(sameResource(left, right), `${JSON.stringify(left)} is not ${JSON.stringify(right)}`);
}

function assertShown(resource: ScimResource, model: typeof userModel): void {
  const everything = { attributes: [], excludedAttributes: [] };
  const shown = projectResource(resource, model, showWritten(everything, resource));
  assert.ok(!Object.hasOwn(shown, 'password'));
}
