// What is said of a failed call beside its message.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApiError } from '../../../renderer/api/api-error.ts';
import { explainError, writeErrorDetails } from '../../../renderer/ui/explain-error.ts';
import { AdminErrorCode } from '../../../shared/admin/error.ts';

test('each kind of failure has a likely cause and something to do of its own', () => {
  const codes = [...AdminErrorCode.options, 'offline'] as const;
  const said = codes.map((code) => explainError(createApiError({ code, message: 'No.' })));

  assert.equal(new Set(said.map(({ why }) => why)).size, codes.length);
  assert.equal(new Set(said.map(({ whatToDo }) => whatToDo)).size, codes.length);
  assert.match(explainError(new Error('x is undefined')).whatToDo, /^Reload the page/);
});

test('the details have all that is known', () => {
  const error = createApiError({
    code: 'scim',
    message: 'userName is taken.',
    issues: [{ path: 'userName', message: 'taken' }],
    scim: { status: 409, scimType: 'uniqueness' },
  });

  assert.equal(
    writeErrorDetails('The user was not stored', error),
    'The user was not stored\nCode: scim\nMessage: userName is taken.\nAt userName: taken\nSCIM: 409 uniqueness',
  );
});
