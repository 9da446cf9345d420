import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hideToken } from '../../../renderer/features/connect/hide-token.ts';

test('a hidden token shows its last 4 characters, a short one nothing', () => {
  const dots = '•'.repeat(20);

  assert.equal(hideToken('abcdefghijkl'), `${dots}ijkl`);
  assert.equal(hideToken('abcdefghijk'), dots);
  assert.equal(hideToken('test'), dots);
});
