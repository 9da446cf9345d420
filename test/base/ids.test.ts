// Secrets that people paste into forms and on command lines.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newSecretToken } from '../../main/base/ids.ts';

test('a secret token is 43 characters of base64url and never looks like a flag', () => {
  const tokens = Array.from({ length: 2_000 }, () => newSecretToken());

  for (const token of tokens) assert.match(token, /^[A-Za-z0-9_][A-Za-z0-9_-]{42}$/);
});
