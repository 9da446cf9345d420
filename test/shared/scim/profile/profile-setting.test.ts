// Profiles as they are chosen, stored and read back.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { presets } from '../../../../shared/scim/profile/presets.ts';
import {
  DEFAULT_PROFILE,
  isValueOf,
  PresetName,
  ProfileSetting,
  readProfileSetting,
  resolveProfile,
  trimOverrides,
} from '../../../../shared/scim/profile/profile-setting.ts';
import { isSwitchName, switchList, switches } from '../../../../shared/scim/profile/switches.ts';

describe('the table of switches', () => {
  test('has more than 30, each in a group and with a default that it can take', () => {
    assert.ok(switchList.length >= 30);
    assert.equal(switchList.length, Object.keys(switches).length);
    for (const one of switchList) assert.ok(isValueOf(one.name, one.default), one.name);
  });

  test('says of each what it does, where that is written and who behaves like that', () => {
    for (const { name, title, sentence, source, seenIn } of switchList) {
      assert.match(sentence, /^[A-Z/].*\.$/, name);
      assert.ok(title.length > 2 && source.length > 5 && seenIn.length > 5, name);
    }
  });
});

describe('a preset', () => {
  for (const preset of PresetName.options) {
    test(`${preset} says only what differs from the defaults, with values that there are`, () => {
      for (const [name, value] of Object.entries(presets[preset].differences)) {
        assert.ok(isSwitchName(name), name);
        assert.ok(isValueOf(name, value), name);
        assert.notEqual(value, DEFAULT_PROFILE[name], name);
      }
    });
  }

  test('the default one has no differences', () => {
    assert.deepEqual(resolveProfile('entra-tolerant'), DEFAULT_PROFILE);
  });
});

describe('a stored setting', () => {
  test('comes back as it went', () => {
    const setting: ProfileSetting = { preset: 'okta', overrides: { deleteMode: 'deactivate' } };

    assert.deepEqual(readProfileSetting(JSON.parse(JSON.stringify(setting))), setting);
  });

  test('has the defaults where nothing is understood', () => {
    const expected = { preset: 'entra-tolerant', overrides: {} };

    for (const stored of [null, 'x', {}, { preset: 'gone', overrides: 7 }]) {
      assert.deepEqual(readProfileSetting(stored), expected);
    }
  });

  test('loses what a switch cannot take, and keeps the rest', () => {
    const overrides = {
      maxPageSize: 0,
      deleteMode: 'burn',
      goneSwitch: true,
      sortSupported: false,
    };

    assert.deepEqual(readProfileSetting({ preset: 'entra-tolerant', overrides }), {
      preset: 'entra-tolerant',
      overrides: { sortSupported: false },
    });
  });

  test('does not repeat what its preset says', () => {
    assert.deepEqual(trimOverrides('rfc-strict', { acceptOpCase: false, etagSupported: false }), {
      etagSupported: false,
    });
  });

  test('an override wins over the preset, the preset over the default', () => {
    const { acceptOpCase, missingSchemas, sortSupported } = resolveProfile('rfc-strict', {
      acceptOpCase: true,
    });

    assert.deepEqual(
      { acceptOpCase, missingSchemas, sortSupported },
      { acceptOpCase: true, missingSchemas: 'reject', sortSupported: true },
    );
  });
});

describe('a setting from outside is refused', () => {
  const cases: readonly (readonly [claim: string, overrides: object])[] = [
    ['for a switch that there is not', { acceptEverything: true }],
    ['for a value of another type', { acceptOpCase: 'yes' }],
    ['for a choice that there is not', { unknownAttributes: 'burn' }],
    ['for a number out of bounds', { maxPageSize: 1_000_000 }],
  ];
  for (const [claim, overrides] of cases) {
    test(claim, () => {
      assert.equal(ProfileSetting.safeParse({ preset: 'okta', overrides }).success, false);
    });
  }
});
