// RFC 7644 §3.14: which entity tags name a version.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { entityTag, namesVersion } from '../../../main/scim/etag/entity-tags.ts';

describe('RFC 7644 §3.14 entity tags', () => {
  test('V1 a version is a weak entity tag', () => {
    assert.equal(entityTag(7), 'W/"7"');
  });

  const cases: readonly (readonly [name: string, header: string, expected: boolean])[] = [
    ['the tag as it was given', 'W/"7"', true],
    ['the tag as a strong one', '"7"', true],
    ['the tag without quotes', '7', true],
    ['every version', '*', true],
    ['a list that holds it', '"5" , W/"7"', true],
    ['another version', 'W/"6"', false],
    ['a list of others', 'W/"6", W/"70"', false],
    ['nothing', '', false],
  ];
  for (const [name, header, expected] of cases) {
    test(`${name} ${expected ? 'names' : 'does not name'} the version`, () => {
      assert.equal(namesVersion(header, 7), expected);
    });
  }
});
