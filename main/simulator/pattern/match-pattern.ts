// Matches .NET patterns. A pattern that could run away is matched under a time limit, for it may stand in a mapping
// that thousands of objects pass through.
import { createContext, Script } from 'node:vm';
import { PatternError } from './pattern-error.ts';
import { translatePattern, type TranslatedPattern } from './translate-pattern.ts';

export interface PatternMatch {
  readonly start: number;
  readonly end: number;
  /** Whether the pattern has a group of that name or number. */
  readonly hasGroup: (name: string) => boolean;
  /** Text and place of a group by its name or number in .NET; undefined: no such group, or it took no part. */
  readonly group: (
    name: string,
  ) => { readonly text: string; readonly start: number; readonly end: number } | undefined;
}

const TIME_LIMIT_MS = 250;

/** Patterns are few and used again for every object. */
const CACHE_LIMIT = 200;
const translated = new Map<string, TranslatedPattern>();

/** Throws PatternError: not a pattern, or not one that works here. */
export function compilePattern(text: string): TranslatedPattern {
  const known = translated.get(text);
  if (known !== undefined) return known;
  const pattern = translatePattern(text);
  if (translated.size >= CACHE_LIMIT) translated.clear();
  translated.set(text, pattern);
  return pattern;
}

/** Whether it matches anywhere in the text. Throws PatternError. */
export function matchesPattern(pattern: string, text: string): boolean {
  const { expression, isRisky } = compilePattern(pattern);
  expression.lastIndex = 0;
  return isRisky ? limitTime(() => expression.test(text)) : expression.test(text);
}

/** All matches from left to right. Throws PatternError. */
export function findMatches(pattern: string, text: string): PatternMatch[] {
  const compiled = compilePattern(pattern);
  const { expression, isRisky } = compiled;
  const find = () => [...text.matchAll(expression)];
  const matches = isRisky ? limitTime(find) : find();
  return matches.map((match) => readMatch(match, compiled));
}

function readMatch(match: RegExpExecArray, { groupIndex }: TranslatedPattern): PatternMatch {
  return {
    start: match.index,
    end: match.index + match[0].length,
    hasGroup: (name) => groupIndex.has(name),
    group(name) {
      const index = groupIndex.get(name);
      const place = index === undefined ? undefined : match.indices?.[index];
      if (index === undefined || place === undefined) return undefined;
      return { text: match[index] ?? '', start: place[0], end: place[1] };
    },
  };
}

const bench: { work: () => unknown } = { work: () => undefined };
const context = createContext(bench);
const script = new Script('work()');

function limitTime<Result>(work: () => Result): Result {
  let result: { readonly value: Result } | undefined;
  bench.work = () => {
    result = { value: work() };
  };
  try {
    script.runInContext(context, { timeout: TIME_LIMIT_MS });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  }
  if (result === undefined) {
    throw new PatternError(
      `The pattern took longer than ${TIME_LIMIT_MS} ms for one value, make its repetitions unambiguous`,
    );
  }
  return result.value;
}

function isTimeout(error: unknown): boolean {
  // it comes from the other context, where Error is another class
  const isObject = typeof error === 'object' && error !== null;
  return isObject && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
