// Claims about answers. What does not hold is thrown as a failure that says what was expected and what came.
import { isDeepStrictEqual } from 'node:util';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../shared/scim/json.ts';
import type { Answer } from './exchange.ts';
import { ERROR_URN, LIST_URN } from './urns.ts';

interface CheckFailure extends Error {
  readonly name: 'CheckFailure';
  readonly expected: string;
  readonly got: string;
}

interface CheckSkip extends Error {
  readonly name: 'CheckSkip';
}

const MAX_QUOTED = 300;

/** Ends the check: the claim does not hold. */
export function fail(expected: string, got: string): never {
  throw Object.assign(new Error(`expected ${expected}, got ${got}`), {
    name: 'CheckFailure',
    expected,
    got,
  } as const);
}

/** Ends the check: nothing can be said. */
export function skip(reason: string): never {
  throw Object.assign(new Error(reason), { name: 'CheckSkip' } as const);
}

export function isCheckFailure(error: unknown): error is CheckFailure {
  return error instanceof Error && error.name === 'CheckFailure';
}

export function isCheckSkip(error: unknown): error is CheckSkip {
  return error instanceof Error && error.name === 'CheckSkip';
}

export function expectThat(isTrue: boolean, expected: string, got: unknown): void {
  if (!isTrue) fail(expected, quote(got));
}

export function expectEqual(got: unknown, wanted: unknown, what: string): void {
  if (!isDeepStrictEqual(got, wanted)) fail(`${what} ${quote(wanted)}`, quote(got));
}

/** The same members in any order. */
export function expectSame(got: readonly string[], wanted: readonly string[], what: string): void {
  expectEqual(got.toSorted(), wanted.toSorted(), what);
}

/** Hands the answer back. */
export function expectStatus(answer: Answer, ...allowed: readonly number[]): Answer {
  if (!allowed.includes(answer.status)) fail(`status ${allowed.join(' or ')}`, describe(answer));
  return answer;
}

/** A SCIM error with one of the statuses and, where given, one of the scimTypes. @see RFC 7644 §3.12 */
export function expectError(
  answer: Answer,
  status: number | readonly number[],
  ...scimTypes: readonly string[]
): void {
  const allowed = typeof status === 'number' ? [status] : status;
  expectStatus(answer, ...allowed);
  expectScimErrorBody(answer);
  const scimType = textOf(answer.body, 'scimType');
  if (scimTypes.length > 0 && !scimTypes.includes(scimType)) {
    fail(`scimType ${scimTypes.join(' or ')}`, describe(answer));
  }
}

/** @see RFC 7644 §3.12 */
export function expectScimErrorBody(answer: Answer): void {
  const { body, status } = answer;
  const isError = listOf(body, 'schemas').includes(ERROR_URN);
  if (!isError) fail(`an error body with the schema ${ERROR_URN}`, describe(answer));
  if (pick(body, 'status') !== String(status)) {
    fail(`status "${status}" as text in the error body`, quote(pick(body, 'status')));
  }
}

/** Neither served nor broken: refused with a status of the client's fault. */
export function expectRefused(answer: Answer): void {
  if (answer.status < 400 || answer.status > 499) fail('a refusal (4xx)', describe(answer));
}

/** Answered in whatever way, but not with a fault of the server. */
export function expectNoCrash(answer: Answer): void {
  if (answer.status >= 500 && answer.status !== 501)
    fail('no fault of the server', describe(answer));
}

/** The resources of a ListResponse. @see RFC 7644 §3.4.2 */
export function expectList(answer: Answer): readonly JsonObject[] {
  expectStatus(answer, 200);
  const { body } = answer;
  if (!listOf(body, 'schemas').includes(LIST_URN))
    fail(`a body with ${LIST_URN}`, describe(answer));
  if (typeof pick(body, 'totalResults') !== 'number')
    fail('a number totalResults', describe(answer));
  return listOf(body, 'Resources').filter(isJsonObject);
}

/** An object body. */
export function expectObject(answer: Answer): JsonObject {
  const { body } = answer;
  return isJsonObject(body) ? body : fail('a JSON object as the body', describe(answer));
}

/** The value at the end of the steps; undefined where there is none. */
export function pick(
  value: JsonValue | undefined,
  ...steps: readonly (string | number)[]
): JsonValue | undefined {
  let current = value;
  for (const step of steps) {
    if (typeof step === 'number') current = isJsonArray(current) ? current[step] : undefined;
    else current = isJsonObject(current) ? current[step] : undefined;
  }
  return current;
}

/** The text there; '' where there is none. */
export function textOf(
  value: JsonValue | undefined,
  ...steps: readonly (string | number)[]
): string {
  const found = pick(value, ...steps);
  return typeof found === 'string' ? found : '';
}

/** The list there; empty where there is none. */
export function listOf(
  value: JsonValue | undefined,
  ...steps: readonly (string | number)[]
): readonly JsonValue[] {
  const found = pick(value, ...steps);
  return isJsonArray(found) ? found : [];
}

export function numberOf(value: JsonValue | undefined, ...steps: readonly string[]): number {
  const found = pick(value, ...steps);
  return typeof found === 'number' ? found : Number.NaN;
}

export function idOf(resource: JsonValue | undefined): string {
  return textOf(resource, 'id');
}

/** The sub-attribute of each element, as text. */
export function textsOf(list: readonly JsonValue[], name: string): readonly string[] {
  return list.map((element) => textOf(element, name));
}

/** Status and the beginning of the body. */
export function describe({ status, text }: Answer): string {
  const beginning = text.slice(0, MAX_QUOTED);
  return text === '' ? `${status} without a body` : `${status} ${beginning}`;
}

function quote(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, MAX_QUOTED);
}
