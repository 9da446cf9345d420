// Whether a directory object passes the scoping filters of its object mapping, and clause by clause why.
// @see https://learn.microsoft.com/entra/identity/app-provisioning/define-conditional-rules-for-provisioning-user-accounts
import type {
  ScopeOperator,
  ScopingClause,
  ScopingFilter,
} from '../../../shared/simulator/mapping.ts';
import type {
  ClauseOutcome,
  FilterOutcome,
  ScopeOutcome,
} from '../../../shared/simulator/scope.ts';
import { matchesPattern } from '../pattern/match-pattern.ts';
import { PatternError } from '../pattern/pattern-error.ts';
import type { SourceEntry, SourceValue } from '../source-entry.ts';

/** All clauses of a filter have to pass, and one filter of several; without a filter every object is in scope. */
export function evaluateScope(entry: SourceEntry, filters: readonly ScopingFilter[]): ScopeOutcome {
  const outcomes = filters.map((filter) => evaluateFilter(entry, filter));
  const isInScope = outcomes.length === 0 || outcomes.some(({ passed }) => passed);
  return { isInScope, filters: outcomes };
}

function evaluateFilter(entry: SourceEntry, { title, clauses }: ScopingFilter): FilterOutcome {
  const outcomes = clauses.map((clause) => evaluateClause(entry, clause));
  return { title, passed: outcomes.every(({ passed }) => passed), clauses: outcomes };
}

function evaluateClause({ attributes }: SourceEntry, clause: ScopingClause): ClauseOutcome {
  const found = Object.hasOwn(attributes, clause.attribute) ? attributes[clause.attribute] : null;
  const sourceValue = readText(found ?? null);
  try {
    const passed = holds(sourceValue, clause.operator, clause.value);
    return { ...clause, sourceValue, passed, problem: null };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return { ...clause, sourceValue, passed: false, problem: `${error.message}.` };
  }
}

/** Multi-valued attributes are not supported in filters: they have no value there. */
function readText(value: SourceValue): string | null {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? value : null;
}

/** Text compares case-sensitive. A value that is null passes no clause but `IS NULL`. */
function holds(source: string | null, operator: ScopeOperator, value: string): boolean {
  if (operator === 'IS NULL') return source === null || source === '';
  return source !== null && source !== '' && CLAUSES[operator](source, value);
}

const CLAUSES: Readonly<
  Record<Exclude<ScopeOperator, 'IS NULL'>, (source: string, value: string) => boolean>
> = {
  // Entra: documented so, although the sign looks like that of a bit mask
  '&': (source, value) => value.includes(source),
  '!&': (source, value) => !value.includes(source),
  ENDS_WITH: (source, value) => source.endsWith(value),
  EQUALS: (source, value) => source === value,
  Greater_Than: (source, value) => compareWhole(source, value) === 1,
  Greater_Than_OR_EQUALS: (source, value) => (compareWhole(source, value) ?? -1) >= 0,
  Includes: (source, value) => source.includes(value),
  'IS FALSE': (source) => source.toLowerCase() === 'false',
  'IS NOT NULL': () => true,
  'IS TRUE': (source) => source.toLowerCase() === 'true',
  'NOT EQUALS': (source, value) => source !== value,
  'NOT REGEX MATCH': (source, value) => !matchesPattern(value, source),
  'REGEX MATCH': (source, value) => matchesPattern(value, source),
};

const WHOLE = /^\s*[+-]?\d{1,100}\s*$/;

/** -1, 0 or 1; undefined: not two whole numbers. */
function compareWhole(source: string, value: string): number | undefined {
  if (!WHOLE.test(source) || !WHOLE.test(value)) return undefined;
  const [left, right] = [source, value].map((text) => BigInt(text.trim().replace(/^\+/, '')));
  if (left === undefined || right === undefined) return undefined;
  return left === right ? 0 : left > right ? 1 : -1;
}
