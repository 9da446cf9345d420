// The body of a poll: what the receiver has got, what it could not take, and how much more it wants.
// @see RFC 8936 §2.4
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';
import { checkJsonObject, kindOf } from '../resource/check-json.ts';
import { invalidSyntax } from '../scim-error.ts';

export interface PollRequest {
  readonly maxEvents: number;
  /** Otherwise the answer waits until there is an event to tell. */
  readonly returnImmediately: boolean;
  readonly ack: readonly string[];
  readonly setErrs: readonly { readonly jti: string; readonly error: JsonObject }[];
}

/** Events in one answer at most, and when the receiver sets no limit. */
const MAX_EVENTS = 1000;

/** Throws `invalidSyntax` naming the member. */
export function readPoll(body: JsonValue): PollRequest {
  const poll = checkJsonObject(body);
  return {
    maxEvents: Math.min(readCount(poll['maxEvents']), MAX_EVENTS),
    returnImmediately: readFlag(poll['returnImmediately']),
    ack: readIds(poll['ack']),
    setErrs: readErrors(poll['setErrs']),
  };
}

function readCount(value: JsonValue = MAX_EVENTS): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw invalidSyntax('maxEvents must be a whole number, 0 or more');
}

function readFlag(value: JsonValue = false): boolean {
  if (typeof value === 'boolean') return value;
  throw invalidSyntax(`returnImmediately must be true or false, not ${kindOf(value)}`);
}

function readIds(value: JsonValue = []): readonly string[] {
  if (!isJsonArray(value)) throw invalidSyntax(`ack must be an array, not ${kindOf(value)}`);
  return value.map((jti, index) => {
    if (typeof jti === 'string') return jti;
    throw invalidSyntax(`ack[${index}] must be a string, not ${kindOf(jti)}`);
  });
}

function readErrors(value: JsonValue = {}): PollRequest['setErrs'] {
  if (!isJsonObject(value)) throw invalidSyntax(`setErrs must be an object, not ${kindOf(value)}`);
  return Object.entries(value).map(([jti, error]) => {
    if (isJsonObject(error)) return { jti, error };
    throw invalidSyntax(`setErrs.${jti} must be an object, not ${kindOf(error)}`);
  });
}
