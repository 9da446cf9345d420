// One HTTP exchange with Node's own client, which sends no User-Agent and no header that it is not told. Connections are
// kept; an answer is read up to a bound; redirects are not followed.
import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../../base/clock.ts';
import { describeConnectionProblem } from '../../base/connection-problem.ts';
import type { Trust } from '../../base/trust.ts';

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export type HttpResult =
  | { readonly kind: 'answer'; readonly answer: HttpAnswer; readonly durationMs: number }
  | {
      readonly kind: 'no-answer';
      readonly isTimeout: boolean;
      readonly problem: string;
      readonly durationMs: number;
    };

export interface HttpSender {
  readonly send: (request: HttpRequest) => Promise<HttpResult>;
  readonly close: () => void;
}

export interface HttpSenderOptions {
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly monotonicMs: Clock['monotonicMs'];
  /** Breaks off what is under way. */
  readonly signal: AbortSignal;
  readonly trust: Trust;
}

const MAX_ANSWER_BYTES = 10_000_000;

export function createHttpSender(options: HttpSenderOptions): HttpSender {
  const settings = { keepAlive: true, maxSockets: options.concurrency };
  const agents = { http: new http.Agent(settings), https: new https.Agent(settings) };

  async function send(request: HttpRequest): Promise<HttpResult> {
    const startedMs = options.monotonicMs();
    const durationMs = () => options.monotonicMs() - startedMs;
    try {
      const answer = await attemptTwice(request, agents, options);
      return { kind: 'answer', answer, durationMs: durationMs() };
    } catch (error) {
      const isTimeout = error instanceof Error && error.name === 'TimeoutError';
      const problem = describeConnectionProblem(error);
      return { kind: 'no-answer', isTimeout, problem, durationMs: durationMs() };
    }
  }

  return {
    send,
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

type Agents = { readonly http: http.Agent; readonly https: https.Agent };

interface LostConnection extends Error {
  readonly isReused: boolean;
}

/** A kept connection may have been closed at the other end just before it was used again. A POST might still have been
 *  carried out, so it is not repeated: the object is matched when it is tried again. */
async function attemptTwice(
  request: HttpRequest,
  agents: Agents,
  options: HttpSenderOptions,
): Promise<HttpAnswer> {
  try {
    return await attempt(request, agents, options);
  } catch (error) {
    if (request.method === 'POST' || !isLost(error)) throw error;
    return attempt(request, agents, options);
  }
}

function isLost(error: unknown): error is LostConnection {
  return error instanceof Error && 'isReused' in error && error.isReused === true;
}

function attempt(
  { method, url, headers, body }: HttpRequest,
  agents: Agents,
  { timeoutMs, signal, trust }: HttpSenderOptions,
): Promise<HttpAnswer> {
  const isSecure = url.startsWith('https:');
  const [room, agent] = isSecure
    ? ([https, agents.https] as const)
    : ([http, agents.http] as const);
  const bytes = body === null ? undefined : Buffer.from(body);
  const length = bytes === undefined ? {} : { 'Content-Length': String(bytes.byteLength) };
  return new Promise((resolve, reject) => {
    const sent = room.request(url, {
      ...(isSecure && trust.options()),
      method,
      headers: { ...headers, ...length },
      agent,
      signal,
    });
    const timer = setTimeout(() => {
      const error = new Error(`no answer within ${timeoutMs / 1000} seconds`);
      sent.destroy(Object.assign(error, { name: 'TimeoutError' }));
    }, timeoutMs);
    const fail = (error: Error) => {
      clearTimeout(timer);
      const isReset = 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      reject(Object.assign(error, { isReused: isReset && sent.reusedSocket }));
    };
    sent.once('error', fail);
    sent.once('response', (response) => {
      readText(response).then((text) => {
        clearTimeout(timer);
        resolve({ status: response.statusCode ?? 0, headers: flatten(response.headers), text });
      }, fail);
    });
    sent.end(bytes);
  });
}

async function readText(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  const parts: AsyncIterable<Buffer> = response;
  for await (const chunk of parts) {
    size += chunk.byteLength;
    if (size > MAX_ANSWER_BYTES) throw new Error(`more than ${MAX_ANSWER_BYTES} bytes came`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function flatten(headers: http.IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
