// RFC 7644 §3.7: the message as a whole, and operations that say too little.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { BULK_REQUEST_URN, readBulk } from '../../../main/scim/bulk/read-bulk.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { resolveProfile } from '../../../shared/scim/profile/profile-setting.ts';

const tolerant = resolveProfile('entra-tolerant', {});

describe('RFC 7644 §3.7 BulkRequest', () => {
  test('is read with names in any case', () => {
    const body = {
      SCHEMAS: [BULK_REQUEST_URN],
      FailOnErrors: 2,
      operations: [{ Method: 'post', Path: '/Users', BulkID: 'a', Data: { userName: 'ada' } }],
    };

    assert.deepEqual(readBulk(body, tolerant), {
      failOnErrors: 2,
      operations: [
        {
          kind: 'operation',
          index: 0,
          method: 'POST',
          path: '/Users',
          bulkId: 'a',
          version: undefined,
          data: { userName: 'ada' },
        },
      ],
    });
  });

  const refused: readonly (readonly [string, JsonValue, scimType: string])[] = [
    ['a list', [], 'invalidSyntax'],
    ['no Operations', {}, 'invalidSyntax'],
    ['Operations that are no array', { Operations: {} }, 'invalidSyntax'],
    ['the URN of another message', { schemas: ['urn:x'], Operations: [] }, 'invalidSyntax'],
    ['failOnErrors of 0', { failOnErrors: 0, Operations: [] }, 'invalidValue'],
    ['failOnErrors as text', { failOnErrors: '1', Operations: [] }, 'invalidValue'],
    ['failOnErrors of 1.5', { failOnErrors: 1.5, Operations: [] }, 'invalidValue'],
  ];
  for (const [name, body, scimType] of refused) {
    test(`with ${name} is refused as a whole`, () => {
      assert.throws(() => readBulk(body, tolerant), { status: 400, scimType });
    });
  }

  test('without schemas is refused where the profile asks for them', () => {
    const strict = resolveProfile('rfc-strict', {});

    assert.throws(() => readBulk({ Operations: [] }, strict), { scimType: 'invalidSyntax' });
  });

  test('B7 with more operations than the profile allows is 413', () => {
    const profile = resolveProfile('entra-tolerant', { maxBulkOperations: 1 });

    assert.throws(() => readBulk({ Operations: [{}, {}] }, profile), {
      status: 413,
      detail: '2 operations are more than maxOperations allows (1)',
    });
  });

  const data = {};
  const unreadable: readonly (readonly [operation: JsonValue, detail: RegExp])[] = [
    ['x', /^must be an object, not a string$/],
    [{ path: '/Users', data }, /^method is missing$/],
    [{ method: 'GET', path: '/Users/1' }, /^method 'GET' is none of POST, PUT, PATCH, DELETE$/],
    [{ method: 7, path: '/Users' }, /^method must be a string, not a number$/],
    [{ method: 'POST', path: '/Users', data }, /^bulkId is missing, POST needs it$/],
    [{ method: 'POST', bulkId: '', path: '/Users', data }, /^bulkId is missing/],
    [{ method: 'POST', bulkId: 'a', data }, /^path is missing$/],
    [{ method: 'PUT', path: '/Users/1' }, /^data is missing$/],
    [{ method: 'PATCH', path: '/Users/1', data: null }, /^data is missing$/],
    [{ method: 'DELETE', path: '/Users/1', version: 3 }, /^version must be a string/],
  ];
  for (const [operation, detail] of unreadable) {
    test(`B8 an operation as ${JSON.stringify(operation)} is an error of its own`, () => {
      const [read] = readBulk({ Operations: [operation] }, tolerant).operations;

      assert.ok(read?.kind === 'unreadable');
      assert.match(read.error.detail, detail);
      assert.equal(read.error.status, 400);
    });
  }

  test('a bulkId that is used twice is an error of the second operation', () => {
    const operation = { method: 'POST', bulkId: 'a', path: '/Users', data };

    const { operations } = readBulk({ Operations: [operation, operation] }, tolerant);

    assert.deepEqual(
      operations.map(({ kind }) => kind),
      ['operation', 'unreadable'],
    );
  });
});
