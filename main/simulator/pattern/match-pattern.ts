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
/** Each time that a pattern runs away it gets half as long, for thousands of objects may follow; one match makes it as before. */
const SHORTEST_LIMIT_MS = 8;
const limits = new WeakMap<TranslatedPattern, number>();

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
  const compiled = compilePattern(pattern);
  const { expression } = compiled;
  expression.lastIndex = 0;
  return limitRisk(compiled, () => expression.test(text));
}

/** All matches from left to right. Throws PatternError. */
export function findMatches(pattern: string, text: string): PatternMatch[] {
  const compiled = compilePattern(pattern);
  const matches = limitRisk(compiled, () => [...text.matchAll(compiled.expression)]);
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

function limitRisk<Result>(pattern: TranslatedPattern, work: () => Result): Result {
  if (!pattern.isRisky) return work();
  const limitMs = limits.get(pattern) ?? TIME_LIMIT_MS;
  limits.set(pattern, Math.max(SHORTEST_LIMIT_MS, Math.floor(limitMs / 2)));
  const result = limitTime(work, limitMs);
  limits.delete(pattern);
  return result;
}

function limitTime<Result>(work: () => Result, limitMs: number): Result {
  let result: { readonly value: Result } | undefined;
  bench.work = () => {
    result = { value: work() };
  };
  try {
    script.runInContext(context, { timeout: limitMs });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  }
  if (result === undefined) {
    throw new PatternError(
      `The pattern took longer than ${limitMs} ms for one value, make its repetitions unambiguous`,
    );
  }
  return result.value;
}

function isTimeout(error: unknown): boolean {
  // it comes from the other context, where Error is another class
  const isObject = typeof error === 'object' && error !== null;
  return isObject && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
