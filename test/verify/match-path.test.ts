import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { matchesPath } from '../../main/verify/match-path.ts';

describe('a pattern of paths', () => {
  const cases = [
    ['/Users', '/Users', true],
    ['/Users', '/Users/', true],
    ['/Users/', '/Users', true],
    ['/Users', '/users', false],
    ['/Users', '/Users/1', false],
    ['/Users/*', '/Users/1', true],
    ['/Users/*', '/Users', false],
    ['/Users/*', '/Users/1/2', false],
    ['/*/1', '/Users/1', true],
    ['/U*s/1', '/Users/1', true],
    ['/Users*', '/Users', false],
    ['/**', '/', true],
    ['/**/1', '/a/b/1', true],
    ['**', '/a\n/b', true],
    ['/*constructor*', '/a-constructor-b', true],
    ['/(a+)+$', '/aaaa', false],
    ['/a.c', '/abc', false],
    ['/', '/', true],
  ] as const;
  for (const [pattern, path, expected] of cases) {
    test(`${pattern} ${expected ? 'means' : 'does not mean'} ${JSON.stringify(path)}`, () => {
      assert.equal(matchesPath(pattern, path), expected);
    });
  }

  test('comes to an end however many wildcards it has', { timeout: 5000 }, () => {
    const path = '/a'.repeat(4000);

    assert.equal(matchesPath(`/${'**a'.repeat(60)}x`, path), false);
    assert.equal(matchesPath(`/${'**/'.repeat(60)}x`, path), false);
    assert.equal(matchesPath(`/${'*/'.repeat(60)}x`, path), false);
    assert.equal(matchesPath(`/${'/'.repeat(900)}x`, `${'/'.repeat(16_000)}y`), false);
  });
});
