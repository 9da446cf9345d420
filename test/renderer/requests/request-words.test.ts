import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  describeStatus,
  readableQuery,
  readQuery,
  shortPath,
} from '../../../renderer/features/requests/request-words.ts';

describe('Words of a request', () => {
  const paths = [
    ['/scim/v2/Users', '/Users'],
    ['/t/acme/scim/v2/Groups', '/Groups'],
    ['/scim/v2/Users/2f9c1a40-1111-4222-8333-444455556666', '/Users/2f9c1a40…'],
    ['/scim/v2', '/scim/v2'],
    ['/elsewhere/%C3%A4', '/elsewhere/ä'],
    ['/broken/%zz', '/broken/%zz'],
  ] as const;
  for (const [path, short] of paths) {
    test(`the path ${path} reads ${short}`, () => {
      assert.equal(shortPath({ path }), short);
    });
  }

  test('a query reads as people write it', () => {
    assert.equal(
      readableQuery('filter=userName+eq+%22ada%40x%22&flag'),
      'filter=userName eq "ada@x"&flag',
    );
    assert.deepEqual(readQuery('filter=a+eq+%22b%3Dc%26d%22&flag&count=2'), [
      ['filter', 'a eq "b=c&d"'],
      ['flag', ''],
      ['count', '2'],
    ]);
  });

  test('a status says what it means, with its SCIM type', () => {
    assert.equal(
      describeStatus(409, 'uniqueness'),
      'Conflict with what is stored (uniqueness: a value that must be unique is already taken)',
    );
  });
});
