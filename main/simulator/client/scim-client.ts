// A SCIM client as Entra is one: its envelope on every request, one token, and a pause of all that it sends when the
// target asks for one.
// Entra: no User-Agent; `adscimversion` carries a date and an id of the request, which finds its row in the inspector
// where the target is a tenant of ours.
// @see entra docs "Develop and plan provisioning for a SCIM endpoint"
import { setTimeout as sleep } from 'node:timers/promises';
import {
  isJsonObject,
  textOf,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';
import type { Clock } from '../../base/clock.ts';
import type { NewId } from '../../base/ids.ts';
import type { Trust } from '../../base/trust.ts';
import type { TokenSource } from './access-token.ts';
import type { ScimCall } from './scim-call.ts';
import {
  errorCodeOf,
  INCOMPATIBLE,
  INVALID_CREDENTIALS,
  type FailedOutcome,
  type ScimOutcome,
  type SentExchange,
} from './scim-outcome.ts';
import {
  createHttpSender,
  type HttpAnswer,
  type HttpRequest,
  type HttpResult,
} from './send-http.ts';
import { requestUrl, type TargetUrl } from './target-url.ts';

export type OnExchange = (exchange: SentExchange) => void;

export interface ScimClient {
  readonly target: TargetUrl;
  /** Never rejects. `onExchange` is told of each request that it took, repeated ones included. */
  readonly send: (call: ScimCall, onExchange?: OnExchange) => Promise<ScimOutcome>;
  /** Requests sent so far. */
  readonly count: () => number;
  readonly close: () => void;
}

export interface ScimClientOptions {
  readonly target: TargetUrl;
  readonly tokens: TokenSource;
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly signal: AbortSignal;
  /** Sends nothing more; what is under way goes on. */
  readonly giveUp?: AbortSignal;
  readonly trust: Trust;
}

/** A request is sent again so often after 429 with Retry-After; then its entry has failed. */
const MAX_THROTTLED = 10;
const MAX_QUOTED = 2_000;

export function createScimClient(options: ScimClientOptions): ScimClient {
  const { target, tokens, clock, signal, giveUp = signal } = options;
  const sender = createHttpSender({ ...options, monotonicMs: clock.monotonicMs });
  let count = 0;
  let pausedUntilMs = 0;

  async function waitForTurn(): Promise<void> {
    for (let leftMs = pausedUntilMs - clock.monotonicMs(); leftMs > 0;) {
      await sleep(leftMs, undefined, { signal: giveUp });
      leftMs = pausedUntilMs - clock.monotonicMs();
    }
  }

  /** True when the target said for how long it wants no request. */
  function takePause({ status, headers }: HttpAnswer): boolean {
    const pauseMs = status === 429 ? readRetryAfter(headers['retry-after'], clock) : undefined;
    if (pauseMs === undefined) return false;
    pausedUntilMs = Math.max(pausedUntilMs, clock.monotonicMs() + pauseMs);
    return true;
  }

  async function exchange(call: ScimCall, token: string, onExchange: OnExchange | undefined) {
    const clientRequestId = options.newId();
    const request = toHttpRequest(call, { ...options, token, clientRequestId });
    count += 1;
    const result = await sender.send(request);
    onExchange?.(describe(request, result, { token, clientRequestId }));
    return withoutToken(result, token);
  }

  async function send(call: ScimCall, onExchange?: OnExchange): Promise<ScimOutcome> {
    let mayRenew = true;
    for (let throttled = 0; ;) {
      await waitForTurn();
      const given = await tokens.get(sender);
      if (given.kind === 'refused') return refuseToken(given);
      const result = await exchange(call, given.token, onExchange);
      const answer = result.kind === 'answer' ? result.answer : undefined;
      if (answer?.status === 401 && mayRenew && tokens.renew(given.token)) {
        mayRenew = false;
      } else if (answer !== undefined && takePause(answer) && throttled < MAX_THROTTLED) {
        throttled += 1;
      } else {
        return judge(call, result);
      }
    }
  }

  return {
    target,
    async send(call, onExchange) {
      try {
        return await send(call, onExchange);
      } catch (error) {
        if (!giveUp.aborted) throw error;
        return noAnswer('The cycle was ended before the request was sent.', false);
      }
    },
    count: () => count,
    close: sender.close,
  };
}

interface Envelope {
  readonly target: TargetUrl;
  readonly token: string;
  readonly clientRequestId: string;
  readonly clock: Clock;
}

function toHttpRequest(
  { method, path, parameters, body }: ScimCall,
  { target, token, clientRequestId, clock }: Envelope,
): HttpRequest {
  const today = clock.now().toISOString().slice(0, 10);
  return {
    method,
    url: requestUrl(target, path, parameters),
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'application/scim+json',
      adscimversion: `${today} ${clientRequestId}`,
      ...(body !== null && { 'Content-Type': 'application/scim+json; charset=utf-8' }),
    },
    body: body === null ? null : JSON.stringify(body),
  };
}

function describe(
  { method, url, headers, body }: HttpRequest,
  result: HttpResult,
  { token, clientRequestId }: { readonly token: string; readonly clientRequestId: string },
): SentExchange {
  const hide = (text: string) => hideSecret(text, token);
  const answer = result.kind === 'answer' ? result.answer : undefined;
  return {
    method,
    url: hide(url),
    status: answer?.status ?? null,
    durationMs: result.durationMs,
    clientRequestId,
    requestHeaders: { ...headers, Authorization: `Bearer ${maskSecret(token)}` },
    requestBody: body,
    responseHeaders: answer?.headers ?? {},
    responseBody: answer === undefined ? null : hide(answer.text),
    problem: result.kind === 'no-answer' ? result.problem : null,
  };
}

/** A refusal is quoted in logs, and may quote the request. */
function withoutToken(result: HttpResult, token: string): HttpResult {
  if (result.kind === 'no-answer' || result.answer.status < 300) return result;
  const { text, headers } = result.answer;
  const { location } = headers;
  const answer = {
    ...result.answer,
    text: hideSecret(text, token),
    ...(location !== undefined && {
      headers: { ...headers, location: hideSecret(location, token) },
    }),
  };
  return { ...result, answer };
}

/** A token of a few characters is in every text, and hiding it would leave nothing to read. */
const SHORTEST_HIDDEN = 6;

function hideSecret(text: string, secret: string): string {
  return secret.length < SHORTEST_HIDDEN ? text : text.replaceAll(secret, maskSecret(secret));
}

/** The last four characters tell which it was; of a short one nothing. */
export function maskSecret(secret: string): string {
  return secret === '' ? '' : `****${secret.length > 12 ? secret.slice(-4) : ''}`;
}

/** Seconds or an instant, as milliseconds from now. */
function readRetryAfter(value: string | undefined, clock: Clock): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,7}$/.test(value.trim())) return Number(value) * 1000;
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? undefined : Math.max(0, instant - clock.now().getTime());
}

function refuseToken(given: { readonly problem: string; readonly isUnreachable: boolean }) {
  if (given.isUnreachable) return noAnswer(given.problem, false);
  const status = 401;
  const failure = { errorCode: INVALID_CREDENTIALS, reason: given.problem, status } as const;
  return { kind: 'http-error', failure, status } as const;
}

function noAnswer(reason: string, isTimeout: boolean): FailedOutcome {
  const errorCode = isTimeout ? 'Timeout' : 'WebExceptionProtocolError';
  return { kind: 'network-error', failure: { errorCode, reason, status: null }, status: null };
}

function judge(call: ScimCall, result: HttpResult): ScimOutcome {
  if (result.kind === 'no-answer') {
    return noAnswer(`The target gave no answer: ${result.problem}.`, result.isTimeout);
  }
  const { status, text } = result.answer;
  const body = parseObject(text);
  if (status >= 200 && status < 300) return judgeSuccess(call, result.answer, body);
  const errorCode = errorCodeOf(status, call);
  const reason = quote(call, result.answer);
  const failure = { errorCode, reason, status, isHtml: isHtml(result.answer) };
  if (body === undefined || body['status'] === undefined) {
    return { kind: 'http-error', failure, status };
  }
  return { kind: 'scim-error', failure, status, scimType: textOf(body['scimType']) || null };
}

/** What is read has to be there; what is written may be answered without a body, but for an object with its id. A page of
 *  something in between, which says 200, is no answer of the target. */
function judgeSuccess(
  call: ScimCall,
  answer: HttpAnswer,
  body: JsonObject | undefined,
): ScimOutcome {
  const { status, text } = answer;
  const needsBody = call.method === 'GET' || call.method === 'POST';
  if (body !== undefined || (!needsBody && text.trim() === '')) {
    return { kind: 'ok', status, body: body ?? null };
  }
  const found = text.trim() === '' ? 'nothing' : 'something that is no JSON object';
  const reason = `The target answered ${call.method} ${call.path} with ${status} and ${found}.`;
  const failure = { errorCode: INCOMPATIBLE, reason, status, isHtml: isHtml(answer) };
  return { kind: 'http-error', failure, status };
}

function isHtml({ headers, text }: HttpAnswer): boolean {
  return (
    /^text\/html\b/i.test(headers['content-type'] ?? '') ||
    /^\s*<(?:!doctype html|html)/i.test(text)
  );
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const parsed = JSON.parse(text) as JsonValue; // whatever JSON.parse returns is JSON
    return isJsonObject(parsed) ? parsed : undefined;
  } catch {
    return undefined; // then it is none
  }
}

function quote({ method, path }: ScimCall, { status, text, headers }: HttpAnswer): string {
  const said = text.trim() === '' ? 'no body' : text.slice(0, MAX_QUOTED);
  const location = status >= 300 && status < 400 ? headers['location'] : undefined;
  const where = location === undefined ? '' : `, a redirect to ${location.slice(0, MAX_QUOTED)}`;
  return `The target answered ${method} ${path} with ${status}${where}. Body: ${said}`;
}
