// What needs itself by some way round.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { findCircles } from '../../../main/scim/bulk/find-circles.ts';

describe('circles', () => {
  test('of two are found together, before what needs them', () => {
    const needs = { a: ['b'], b: ['a'], c: ['a'] };

    assert.deepEqual(sorted(circlesOf(needs)), [['a', 'b'], ['c']]);
  });

  test('are kept apart where one only needs the other', () => {
    const needs = { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] };

    assert.deepEqual(sorted(circlesOf(needs)), [
      ['c', 'd'],
      ['a', 'b'],
    ]);
  });

  test('that share a node are one', () => {
    const needs = { a: ['b', 'c'], b: ['a'], c: ['a'] };

    assert.deepEqual(sorted(circlesOf(needs)), [['a', 'b', 'c']]);
  });

  test('leave out what is not among the nodes', () => {
    assert.deepEqual(circlesOf({ a: ['elsewhere'] }), [['a']]);
  });

  test('are found in a chain of 20,000 without running out of stack', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `n${index}`);
    const after = (name: string) => [names[(Number(name.slice(1)) + 1) % names.length] ?? ''];

    const circles = findCircles(names, after);

    assert.deepEqual([circles.length, circles[0]?.length], [1, 20_000]);
  });
});

function circlesOf(needs: Readonly<Record<string, readonly string[]>>) {
  return findCircles(Object.keys(needs), (node) => needs[node] ?? []);
}

function sorted(groups: readonly (readonly string[])[]) {
  return groups.map((group) => group.toSorted());
}
