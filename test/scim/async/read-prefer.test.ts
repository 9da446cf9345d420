// RFC 7240: what a client would rather have.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { readPrefer } from '../../../main/scim/async/read-prefer.ts';

describe('RFC 7240 Prefer', () => {
  const cases: readonly (readonly [header: string | undefined, boolean, number | undefined])[] = [
    [undefined, false, undefined],
    ['respond-async', true, undefined],
    ['Respond-Async, wait=10', true, 10],
    ['respond-async; foo=1, wait="5"', true, 5],
    ['wait=5, wait=9', false, 5],
    ['wait=soon', false, undefined],
    ['return=minimal', false, undefined],
    ['', false, undefined],
  ];
  for (const [header, respondAsync, wait] of cases) {
    test(`reads ${JSON.stringify(header ?? null)}`, () => {
      assert.deepEqual(readPrefer(header), { respondAsync, wait });
    });
  }
});
