// Conditions on what came over the wire, which a recorded request and one that has just arrived have in common.
import type { JsonValue } from '../../shared/scim/json.ts';
import type { FailedCondition, WireMatcher } from '../../shared/admin/verification.ts';
import { findDifference } from './match-json.ts';
import { matchesPath } from './match-path.ts';

export interface WireRequest {
  readonly method: string;
  /** Below the tenant's base URL, decoded. */
  readonly path: string;
  /** Decoded. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: () => readonly (readonly [name: string, value: string])[];
  readonly bodyText: () => string;
}

/** The conditions that do not hold, the cheap ones first. */
export function* failedWireConditions(
  match: WireMatcher,
  request: WireRequest,
): Generator<FailedCondition> {
  const { method, path, query, headers, body } = match;
  if (method !== undefined) yield* failedChoice('method', upper(method), request.method);
  if (path !== undefined && !matchesPath(path, request.path)) {
    yield { condition: 'path', expected: path, actual: request.path };
  }
  if (query !== undefined) yield* failedPairs('query', query, request.query);
  if (headers !== undefined) yield* failedPairs('headers', headers, request.headers());
  if (body !== undefined) yield* failedBody('body', body, request.bodyText());
}

/** One value, or any of several. */
export function* failedChoice<Value extends string | number>(
  condition: string,
  expected: Value | readonly Value[],
  actual: Value | null,
): Generator<FailedCondition> {
  const choices = [expected].flat();
  if (!choices.some((choice) => choice === actual)) yield { condition, expected, actual };
}

/** What a body expects; text that is no JSON holds nothing. */
export function* failedBody(
  condition: string,
  expected: JsonValue,
  text: string,
): Generator<FailedCondition> {
  const difference = findDifference(expected, parseText(text), condition);
  if (difference !== undefined) yield difference;
}

function upper(method: string | readonly string[]): readonly string[] {
  return [method].flat().map((each) => each.toUpperCase());
}

function* failedPairs(
  condition: string,
  expected: Readonly<Record<string, string>>,
  pairs: WireRequest['query'],
): Generator<FailedCondition> {
  for (const [name, value] of Object.entries(expected)) {
    const given = pairs.filter(([each]) => each.toLowerCase() === name.toLowerCase());
    if (given.some(([, held]) => held === value)) continue;
    const actual = given[0]?.[1] ?? null;
    yield { condition: `${condition}.${name}`, expected: value, actual };
  }
}

function parseText(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue; // JSON.parse yields exactly that
  } catch {
    return undefined; // not JSON, or not all of it was recorded
  }
}
