// Random filter trees for property tests: every operator and shape of the grammar, over the names and values given.
import fc from 'fast-check';
import type { CompareOperator, FilterNode, FilterValue } from '../../../shared/scim/filter-tree.ts';

export interface FilterNames {
  /** Attribute paths, and what each may be compared with and by. */
  readonly comparisons: fc.Arbitrary<FilterNode>;
  /** Multi-valued attributes with the comparisons inside their brackets. */
  readonly valuePaths: readonly {
    readonly attribute: string;
    readonly comparisons: fc.Arbitrary<FilterNode>;
  }[];
}

/** Objects as the parser makes them. */
const PLAIN = { noNullPrototype: true } as const;

export const OPERATORS: readonly CompareOperator[] = [
  'eq',
  'ne',
  'co',
  'sw',
  'ew',
  'gt',
  'ge',
  'lt',
  'le',
];

/** `attribute pr`, or a comparison with one of the values. */
export function arbitraryComparison(
  attribute: fc.Arbitrary<string>,
  operators: readonly CompareOperator[],
  value: fc.Arbitrary<FilterValue>,
): fc.Arbitrary<FilterNode> {
  const operator = fc.constantFrom(...operators);
  return fc.oneof(
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('present' as const), attribute }, PLAIN),
    },
    {
      weight: 5,
      arbitrary: fc.record(
        { kind: fc.constant('compare' as const), attribute, operator, value },
        PLAIN,
      ),
    },
  );
}

/** Trees of and, or, not, comparisons and value paths. */
export function arbitraryFilter(names: FilterNames): fc.Arbitrary<FilterNode> {
  const valuePaths = names.valuePaths.map(({ attribute, comparisons }) =>
    fc.record(
      {
        kind: fc.constant('value-path' as const),
        attribute: fc.constant(attribute),
        filter: combine(comparisons),
      },
      PLAIN,
    ),
  );
  return combine(
    valuePaths.length === 0
      ? names.comparisons
      : fc.oneof({ weight: 3, arbitrary: names.comparisons }, ...valuePaths),
  );
}

function combine(leaf: fc.Arbitrary<FilterNode>): fc.Arbitrary<FilterNode> {
  return fc.letrec<{ node: FilterNode }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.record({ kind: fc.constant('not' as const), term: tie('node') }, PLAIN),
      fc.record(
        {
          kind: fc.constantFrom('and' as const, 'or' as const),
          terms: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
        },
        PLAIN,
      ),
    ),
  })).node;
}
