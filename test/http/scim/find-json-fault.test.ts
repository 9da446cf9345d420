import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { findJsonFault } from '../../../main/http/scim/find-json-fault.ts';

describe('RFC 8259: the place where a text stops being JSON', () => {
  const cases: readonly (readonly [text: string, at: number, reason: RegExp])[] = [
    ['', 0, /ends too early/],
    ['{', 1, /ends too early/],
    ['{"a" 1}', 5, /':' is missing/],
    ['{"a":1 "b":2}', 7, /',' or a closing bracket/],
    ['{"a":1,}', 7, /member name in double quotes is missing/],
    ["{'a':1}", 1, /member name in double quotes or '}'/],
    ['[1,]', 3, /a value is missing/],
    ['[1}', 2, /',' or a closing bracket/],
    ['{"a":tru}', 5, /a value is missing/],
    ['{"a":"x\ny"}', 5, /a value is missing/],
    ['{"a":01}', 6, /',' or a closing bracket/],
    ['1 2', 2, /more text follows/],
    ['{}}', 2, /more text follows/],
  ];
  for (const [text, at, reason] of cases) {
    test(`${JSON.stringify(text)}: at ${at}`, () => {
      const fault = findJsonFault(text, 10);

      assert.equal(fault?.at, at);
      assert.match(fault.reason, reason);
    });
  }

  test('agrees with JSON.parse on any JSON, and on JSON with one character changed', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 1 }), (json, position, change) => {
        const at = position % (json.length + 1);
        const text = json.slice(0, at) + change + json.slice(at + 1);
        assert.equal(findJsonFault(json, 1000), undefined);
        assert.equal(findJsonFault(text, 1000) === undefined, isJson(text), text);
      }),
      { numRuns: 2000 },
    );
  });

  test('counts levels, and survives a million brackets and a string of a million characters', () => {
    assert.equal(findJsonFault('[[[]]]', 3), undefined);
    assert.match(findJsonFault('[[[[]]]]', 3)?.reason ?? '', /more than 3 levels/);
    assert.match(findJsonFault('['.repeat(1_000_000), 64)?.reason ?? '', /more than 64 levels/);
    assert.equal(findJsonFault(`"${'x'.repeat(1_000_000)}"`, 64), undefined);
    assert.match(findJsonFault(`"${'x'.repeat(1_000_000)}`, 64)?.reason ?? '', /a value/);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
