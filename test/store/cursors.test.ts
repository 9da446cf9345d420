// RFC 9865 §2: cursors are opaque, fit into a URL as they are, and none that a client makes up is believed.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createCursorStore, fingerprintOf, type Cursor } from '../../main/store/cursors.ts';

const CURSOR: Cursor = {
  fingerprint: fingerprintOf(['a query']),
  count: 10,
  issuedAt: 1_767_225_600_000,
  isBackward: false,
  position: { value: 'ada', key: 7 },
};

describe('a cursor', () => {
  const values = [null, '', 'ada', '😀 "quotes" \u0000 /?&=+', 0, -1.5, 1_767_225_600_000];
  for (const value of values) {
    test(`comes back as it was, at ${JSON.stringify(value)}`, () => {
      const cursors = createCursorStore();
      const cursor = { ...CURSOR, position: { value, key: 7 } };

      assert.deepEqual(cursors.unseal(cursors.seal(cursor)), cursor);
    });
  }

  test('G4 is made of unreserved characters only', () => {
    const cursors = createCursorStore();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer(), (value, key) => {
        const sealed = cursors.seal({ ...CURSOR, position: { value, key } });

        assert.match(sealed, /^[A-Za-z0-9._~-]+$/);
      }),
    );
  });

  test('is not taken when any character of it has changed', () => {
    const cursors = createCursorStore();
    const sealed = cursors.seal(CURSOR);
    for (let at = 0; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);

      assert.equal(cursors.unseal(changed), undefined, changed);
    }
  });

  test('is not taken when another store has sealed it', () => {
    assert.equal(createCursorStore().unseal(createCursorStore().seal(CURSOR)), undefined);
  });

  test('is no other text, however odd', () => {
    const cursors = createCursorStore();
    const sealed = cursors.seal(CURSOR);
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '.', '..', `${sealed}.`, `.${sealed}`, `${sealed}A`, sealed.slice(1)),
      fc.string().map((text) => Buffer.from(text).toString('base64url')),
    );
    fc.assert(fc.property(texts, (text) => cursors.unseal(text) === undefined));
  });
});

describe('the fingerprint of a query', () => {
  test('is another one when any part is', () => {
    const parts = [
      [1, 'a', 'b'],
      [1, 'ab', ''],
      [1, 'a', ''],
      [2, 'a', 'b'],
      ['1', 'a', 'b'],
    ];

    assert.equal(new Set(parts.map(fingerprintOf)).size, parts.length);
  });
});
