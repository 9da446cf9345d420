// One request to the target and its answer, bounded: a time limit for each, a number of requests for all, a size for
// what is read, and no other origin than the target's. What was exchanged is kept as evidence, the token masked.
import { countOf } from '../../shared/count-of.ts';
import type { CheckedExchange } from '../../shared/checker/report.ts';
import type { JsonValue } from '../../shared/scim/json.ts';
import { askHttp } from '../base/ask-http.ts';
import type { Clock } from '../base/clock.ts';
import { describeConnectionProblem } from '../base/connection-problem.ts';
import { isSystemError } from '../base/system-error.ts';
import type { Trust } from '../base/trust.ts';

export interface Call {
  /** An object is sent as JSON, text as it is. */
  readonly body?: JsonValue;
  /** Replaces Authorization, Accept and Content-Type where it names them; an empty value leaves the header out. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON in `text`; undefined when there is none. */
  readonly body: JsonValue | undefined;
}

export interface ExchangeOptions {
  /** Base URL of the service provider, without a trailing slash. */
  readonly target: string;
  readonly token: string;
  /** Other tokens that single requests carry: no evidence shows them. */
  readonly secrets: readonly string[];
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly maxRequests: number;
  readonly trust: Trust;
}

export interface Exchanger {
  /** `path` below the target, as it goes on the wire. */
  readonly send: (method: string, path: string, call?: Call) => Promise<Answer>;
  /** What was exchanged since it was last asked for. */
  readonly takeEvidence: () => readonly CheckedExchange[];
  readonly count: () => number;
}

/** Nothing came, or nothing may be asked any more. */
interface NoAnswer extends Error {
  readonly name: 'NoAnswer';
  readonly isFinal: boolean;
}

const MAX_ANSWER_BYTES = 5_000_000;
const MAX_EVIDENCE = 40;
const MAX_KEPT_CHARACTERS = 20_000;

export function isNoAnswer(error: unknown): error is NoAnswer {
  return error instanceof Error && error.name === 'NoAnswer';
}

export function createExchanger(options: ExchangeOptions): Exchanger {
  let evidence: CheckedExchange[] = [];
  let count = 0;

  async function send(method: string, path: string, call: Call = {}): Promise<Answer> {
    if (options.signal.aborted) throw noAnswer('the run was cancelled', true);
    if (count >= options.maxRequests)
      throw noAnswer(`${countOf(count, 'request was', 'requests were')} made`, true);
    count += 1;
    const url = targetUrl(options.target, path);
    const sent = describeRequest(options, { method, url, call });
    const startedMs = options.clock.monotonicMs();
    const keep = (answer: Answer | null, problem: string | null) => {
      const durationMs = options.clock.monotonicMs() - startedMs;
      const kept = { request: sent, response: keepAnswer(answer), problem, durationMs };
      evidence = [...evidence, maskExchange(kept, [options.token, ...options.secrets])].slice(
        -MAX_EVIDENCE,
      );
    };
    try {
      const answer = await performTwice(options, sent, call);
      keep(answer, null);
      return answer;
    } catch (error) {
      const problem = describeProblem(error);
      keep(null, problem);
      throw noAnswer(problem, options.signal.aborted);
    }
  }

  return {
    send,
    takeEvidence() {
      const taken = evidence;
      evidence = [];
      return taken;
    },
    count: () => count,
  };
}

/** The path keeps its doubled slashes and its encoding; another origin is out of bounds. */
function targetUrl(target: string, path: string): string {
  const url = target + path;
  if (new URL(url).origin !== new URL(target).origin)
    throw noAnswer(`${url} is out of bounds`, false);
  return url;
}

interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly call: Call;
}

type SentRequest = CheckedExchange['request'];

function describeRequest({ token }: ExchangeOptions, { method, url, call }: Outgoing): SentRequest {
  const { body, headers } = call;
  const all = {
    Authorization: `Bearer ${token}`,
    Accept: 'application/scim+json',
    ...(body !== undefined && { 'Content-Type': 'application/scim+json' }),
    ...headers,
  };
  return {
    method,
    url,
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
    body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
  };
}

/** A kept connection may have been closed at the other end just before it was used again. */
async function performTwice(...given: Parameters<typeof perform>): Promise<Answer> {
  try {
    return await perform(...given);
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
    return perform(...given);
  }
}

function isConnectionLost(error: unknown): boolean {
  return isSystemError(error) && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

async function perform(
  { signal, timeoutMs, trust }: ExchangeOptions,
  { method, url, headers, body }: SentRequest,
  call: Call,
): Promise<Answer> {
  const reply = await askHttp(url, {
    method,
    headers,
    trust,
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    maxBytes: MAX_ANSWER_BYTES,
    ...(call.body !== undefined && { body }),
  });
  return { ...reply, body: parseJson(reply.text) };
}

function parseJson(text: string): JsonValue | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed as JsonValue; // whatever JSON.parse returns is JSON
  } catch {
    return undefined; // then it is no JSON, which the checks look at
  }
}

function keepAnswer(answer: Answer | null): CheckedExchange['response'] {
  if (answer === null) return null;
  const { status, headers, text } = answer;
  return { status, headers: Object.fromEntries(headers), body: text };
}

/** The last four characters tell which token it was. */
function maskExchange(exchange: CheckedExchange, tokens: readonly string[]): CheckedExchange {
  const mask = (text: string) => tokens.reduce(maskToken, text);
  const cut = (text: string) =>
    text.length > MAX_KEPT_CHARACTERS ? `${text.slice(0, MAX_KEPT_CHARACTERS)} … (cut)` : text;
  const maskAll = (headers: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, mask(value)]));
  const { request, response } = exchange;
  return {
    ...exchange,
    request: {
      ...request,
      url: mask(request.url),
      headers: maskAll(request.headers),
      body: cut(mask(request.body)),
    },
    response: response && {
      ...response,
      headers: maskAll(response.headers),
      body: cut(mask(response.body)),
    },
  };
}

function maskToken(text: string, token: string): string {
  const masked = `****${token.length > 12 ? token.slice(-4) : ''}`;
  return token === '' ? text : text.replaceAll(token, masked);
}

function describeProblem(error: unknown): string {
  const reason = error instanceof Error ? error.cause : undefined;
  const isLate = reason instanceof Error && reason.name === 'TimeoutError';
  return isLate ? 'no answer in time' : describeConnectionProblem(error);
}

function noAnswer(problem: string, isFinal: boolean): NoAnswer {
  return Object.assign(new Error(problem), { name: 'NoAnswer', isFinal } as const);
}
