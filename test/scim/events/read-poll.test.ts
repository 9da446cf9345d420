// RFC 8936 §2.4: the body of a poll.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { readPoll } from '../../../main/scim/events/read-poll.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';

describe('RFC 8936 §2.4 poll', () => {
  test('without members asks for all there is, and would wait', () => {
    assert.deepEqual(readPoll({}), {
      maxEvents: 1000,
      returnImmediately: false,
      ack: [],
      setErrs: [],
    });
  });

  test('says what was received, what was not, and how much more', () => {
    const error = { err: 'authentication_failed', description: 'bad key' };
    const body = { maxEvents: 5, returnImmediately: true, ack: ['a'], setErrs: { b: error } };

    assert.deepEqual(readPoll(body), {
      maxEvents: 5,
      returnImmediately: true,
      ack: ['a'],
      setErrs: [{ jti: 'b', error }],
    });
  });

  const wrong: readonly (readonly [body: JsonValue, detail: RegExp])[] = [
    [[], /must be an object/],
    [{ maxEvents: -1 }, /^maxEvents must/],
    [{ maxEvents: '3' }, /^maxEvents must/],
    [{ returnImmediately: 'yes' }, /^returnImmediately must be true or false/],
    [{ ack: 'a' }, /^ack must be an array/],
    [{ ack: ['a', 1] }, /^ack\[1\] must be a string/],
    [{ setErrs: [] }, /^setErrs must be an object/],
    [{ setErrs: { a: 'x' } }, /^setErrs\.a must be an object/],
  ];
  for (const [body, detail] of wrong) {
    test(`as ${JSON.stringify(body)} is refused by name`, () => {
      assert.throws(() => readPoll(body), { scimType: 'invalidSyntax', detail });
    });
  }
});
