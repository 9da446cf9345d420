// Rules about scoping filters: attributes that they may name, values that their operators can compare with.
import type { ScopeOperator, ScopingClause } from '../../../../shared/simulator/mapping.ts';
import { isFilterable } from '../../../../shared/simulator/source-attributes.ts';
import { compilePattern } from '../../pattern/match-pattern.ts';
import { PatternError } from '../../pattern/pattern-error.ts';
import { error, findSource, repeated, type Finding, type ObjectReview } from './object-review.ts';

export function checkScopingFilters(review: ObjectReview): Finding[] {
  const { scopingFilters } = review.mapping;
  const titles = repeated(scopingFilters, ({ title }) => title).map(({ item, index }) =>
    error(
      'FilterInvalid',
      { kind: 'filter', index, clause: null },
      `Two scoping filters have the title "${item.title}"; give each its own.`,
    ),
  );
  const clauses = scopingFilters.flatMap((filter, index) =>
    filter.clauses.flatMap((clause, number) => {
      const message = describeAttribute(review, clause) ?? describeValue(clause);
      const place = { kind: 'filter', index, clause: number } as const;
      return message === undefined ? [] : [error('FilterInvalid', place, message)];
    }),
  );
  return [...titles, ...clauses];
}

function describeAttribute(review: ObjectReview, { attribute }: ScopingClause): string | undefined {
  const found = findSource(review, attribute);
  if (found === undefined) return `The directory has no attribute ${attribute}; choose another.`;
  if (isFilterable(found)) return undefined;
  return `Scoping filters do not support ${attribute}; choose an attribute with one plain value.`;
}

/** Operators that ask nothing but the attribute. */
const UNARY_OPERATORS: readonly ScopeOperator[] = ['IS TRUE', 'IS FALSE', 'IS NULL', 'IS NOT NULL'];
const WHOLE_OPERATORS: readonly ScopeOperator[] = ['Greater_Than', 'Greater_Than_OR_EQUALS'];
const PATTERN_OPERATORS: readonly ScopeOperator[] = ['REGEX MATCH', 'NOT REGEX MATCH'];

function describeValue({ operator, value }: ScopingClause): string | undefined {
  if (UNARY_OPERATORS.includes(operator)) return undefined;
  if (value === '') return `${operator} compares with a value; enter one.`;
  if (WHOLE_OPERATORS.includes(operator) && !/^\s*[+-]?\d{1,100}\s*$/.test(value)) {
    return `${operator} compares whole numbers; "${value.slice(0, 60)}" is none.`;
  }
  return PATTERN_OPERATORS.includes(operator) ? describePattern(value) : undefined;
}

function describePattern(value: string): string | undefined {
  try {
    compilePattern(value);
    return undefined;
  } catch (failure) {
    if (failure instanceof PatternError) return `${failure.message}.`;
    throw failure;
  }
}
