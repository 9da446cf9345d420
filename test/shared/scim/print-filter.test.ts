// Printing and parsing undo each other, and no text whatever makes the parser throw anything but its own error.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import type { FilterNode } from '../../../shared/scim/filter-tree.ts';
import { parseFilter } from '../../../shared/scim/parse-filter.ts';
import { parsePatchPath } from '../../../shared/scim/parse-patch-path.ts';
import { printFilter, printPatchPath } from '../../../shared/scim/print-filter.ts';
import { arbitraryComparison, arbitraryFilter, OPERATORS } from './filter-arbitraries.ts';

const SEED = 7644;

const names = fc.constantFrom('userName', 'name.familyName', '$ref', 'a-b_c', 'urn:x:2.0:User:a.b');
const values = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.boolean(),
  fc.constant(null),
);
const comparisons = arbitraryComparison(names, OPERATORS, values);
const filters = arbitraryFilter({
  comparisons,
  valuePaths: [{ attribute: 'emails', comparisons }],
});

describe('printing a filter', () => {
  test('brackets only what precedence does not say', () => {
    const text = 'a eq 1 or not (b pr) and (c co "x" or emails[type eq "work"])';

    assert.equal(printFilter(parseFilter(text, { lenient: false })), text);
  });

  for (const lenient of [false, true]) {
    test(`parsing what is printed gives the same tree (lenient: ${lenient})`, () => {
      fc.assert(
        fc.property(filters, (tree) => {
          assert.deepEqual(parseFilter(printFilter(tree), { lenient }), tree);
        }),
        { seed: SEED, numRuns: 1000 },
      );
    });
  }

  test('a PATCH path comes back from its text too', () => {
    const path = fc.record(
      { attribute: names, filter: comparisons, subAttribute: fc.constant('value') },
      { requiredKeys: ['attribute'], noNullPrototype: true },
    );

    fc.assert(
      fc.property(path, ({ attribute, filter, subAttribute }) => {
        const tree = withoutUndefined(attribute, filter, subAttribute);
        assert.deepEqual(parsePatchPath(printPatchPath(tree)), tree);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe('hostile text', () => {
  const word = fc.constantFrom(
    'a',
    'eq',
    'and',
    'or',
    'not',
    'pr',
    '(',
    ')',
    '[',
    ']',
    '"',
    '"x"',
    '.b',
    '\\',
    ' ',
    '1',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => new TextDecoder().decode(bytes)),
    fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
    fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
  );

  test('makes the parsers throw nothing but a syntax error', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, lenient) => {
        survives(() => parseFilter(text, { lenient }));
        survives(() => parsePatchPath(text, { lenient }));
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });
});

function survives(parse: () => unknown): void {
  try {
    parse();
  } catch (error) {
    assert.ok(error instanceof FilterSyntaxError, String(error));
    assert.ok(error.position >= 0);
  }
}

/** A sub-attribute of its own follows a bracket only. */
function withoutUndefined(
  attribute: string,
  filter: FilterNode | undefined,
  subAttribute: string | undefined,
) {
  if (filter === undefined) return { attribute };
  return subAttribute === undefined ? { attribute, filter } : { attribute, filter, subAttribute };
}
