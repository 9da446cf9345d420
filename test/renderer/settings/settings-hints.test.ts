import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SETTINGS_HINTS } from '../../../renderer/features/settings/settings-hints.ts';
import { SETTING_KEYS } from '../../../shared/admin/setting.ts';

describe('The JSON editor of the settings', () => {
  test('offers every setting by name, and its values where they can be listed', () => {
    const { namesAt, valuesAt } = SETTINGS_HINTS;

    assert.deepEqual(
      namesAt([]).map(({ name }) => name),
      SETTING_KEYS,
    );
    assert.deepEqual(namesAt(['shortcuts.bindings']), []);
    assert.deepEqual(valuesAt(['log.exportPeople']), ['shown', 'pseudonyms']);
    assert.deepEqual(valuesAt(['admin.keepKey']), [true, false]);
    assert.deepEqual(valuesAt(['log.maxDays']), []);
    assert.deepEqual(valuesAt(['nothing']), []);
  });

  test('marks a name that is none and a value that is out of bounds', () => {
    const problems = SETTINGS_HINTS.findProblems({ 'log.maxDays': -1, 'no.such': 1 });

    assert.deepEqual(
      problems.map(({ path, on }) => ({ path, on })),
      [
        { path: ['log.maxDays'], on: 'value' },
        { path: ['no.such'], on: 'name' },
      ],
    );
  });
});
