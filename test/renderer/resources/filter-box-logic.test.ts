// What the filter box makes of a text.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  GROUP_SEARCHED,
  readFilterBox,
  USER_SEARCHED,
} from '../../../renderer/features/resources/filter-box-logic.ts';

describe('The filter box', () => {
  const filters = [
    ['userName sw "a" and active eq true', 'userName sw "a" and active eq true'],
    ['externalId eq ada.byron', 'externalId eq "ada.byron"'],
    ['emails[type eq "work"].value co "@x"', 'emails[type eq "work" and value co "@x"]'],
    ['not (title pr)', 'not (title pr)'],
  ] as const;
  for (const [text, filter] of filters) {
    test(`reads ${text} as a SCIM filter`, () => {
      assert.deepEqual(readFilterBox(text, USER_SEARCHED), { kind: 'filter', filter });
    });
  }

  const errors = [
    ['userName sw', 11],
    ['userName sw "a', 12],
    ['emails[', 7],
    ['not (active eq true', 19],
    ['userName', 8],
    ['name.givenName e', 16],
  ] as const;
  for (const [text, position] of errors) {
    test(`says where ${text} goes wrong`, () => {
      const box = readFilterBox(text, USER_SEARCHED);

      assert.equal(box.kind, 'error');
      assert.equal('position' in box && box.position, position);
    });
  }

  test('looks for every plain word in the names that people search by', () => {
    assert.deepEqual(readFilterBox(' Ada  O"B ', USER_SEARCHED), {
      kind: 'words',
      filter:
        '(userName co "Ada" or displayName co "Ada" or emails.value co "Ada") and ' +
        '(userName co "O\\"B" or displayName co "O\\"B" or emails.value co "O\\"B")',
    });
    assert.deepEqual(readFilterBox('Sales', GROUP_SEARCHED), {
      kind: 'words',
      filter: 'displayName co "Sales"',
    });
  });

  test('shows all when it is empty', () => {
    assert.deepEqual(readFilterBox('  ', USER_SEARCHED), { kind: 'all', filter: '' });
  });
});
