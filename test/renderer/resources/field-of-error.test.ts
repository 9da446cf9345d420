// Which field of a form a refusal of the SCIM engine is shown at.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createApiError } from '../../../renderer/api/api-error.ts';
import { fieldOfError } from '../../../renderer/features/resources/field-of-error.ts';

const attributes = { userName: 'userName', email: 'emails', title: 'title' };

function refuse(message: string) {
  return createApiError({ code: 'scim', message, scim: { status: 409, scimType: 'uniqueness' } });
}

describe('A refusal of the engine', () => {
  test('belongs to the field whose attribute it names first', () => {
    const error = refuse('emails[0].value must be text; userName is fine');

    assert.equal(fieldOfError(error, attributes), 'email');
  });

  test('belongs to a field whatever the case of the name', () => {
    assert.equal(fieldOfError(refuse('USERNAME "ada" is already in use'), attributes), 'userName');
  });

  test('belongs to the whole form when it names none of the fields', () => {
    assert.equal(fieldOfError(refuse('untitled is no attribute'), attributes), undefined);
  });

  test('is not looked for in other errors', () => {
    const offline = createApiError({ code: 'offline', message: 'userName' });

    assert.equal(fieldOfError(offline, attributes), undefined);
  });
});
