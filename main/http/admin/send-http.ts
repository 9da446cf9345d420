// One HTTP request, sent exactly as given: no User-Agent, Accept or encoding of its own, which fetch would add. Redirects
// are not followed, and what is too long of an answer is not kept.
import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { HeaderPair } from '../../../shared/export/outgoing-request.ts';
import type { RecordedHeaders } from '../../../shared/admin/request-log.ts';
import { encodeTarget } from '../../../shared/compose/encode-target.ts';
import { describeConnectionProblem } from '../../base/connection-problem.ts';
import type { Trust } from '../../base/trust.ts';

const TIMEOUT_MS = 30_000;

/** As much of an answer as is shown. */
const MAX_BODY_BYTES = 5_000_000;

export interface PlainRequest {
  readonly method: string;
  /** Absolute; path and query go on the wire as they stand here. */
  readonly url: string;
  readonly headers: readonly HeaderPair[];
  readonly body: string;
}

export type PlainAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly statusText: string;
      readonly headers: RecordedHeaders;
      readonly body: { readonly text: string; readonly bytes: number; readonly truncated: boolean };
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** Never rejects: where no answer comes, the outcome says why. */
export function sendHttp(plain: PlainRequest, trust: Trust): Promise<PlainAnswer> {
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve({ kind: 'failed', reason: explain(error) });
    try {
      const isSecure = plain.url.toLowerCase().startsWith('https:');
      const send = isSecure ? requestHttps : requestHttp;
      const options = { ...toOptions(plain), ...(isSecure && trust.options()) };
      const outgoing = send(plain.url, options, (incoming) => {
        incoming.on('error', fail);
        readAnswer(incoming, resolve);
      });
      outgoing.on('error', fail);
      outgoing.end(plain.body === '' ? undefined : plain.body);
    } catch (error) {
      // A header or path that Node refuses to send.
      fail(error instanceof Error ? error : new Error('unknown'));
    }
  });
}

function toOptions({ method, url, headers, body }: PlainRequest): RequestOptions {
  const given = headers.flat();
  const has = (name: string) => headers.some(([each]) => each.toLowerCase() === name);
  if (body !== '' && !has('content-length')) {
    given.push('Content-Length', String(Buffer.byteLength(body)));
  }
  if (!has('host')) given.push('Host', new URL(url).host);
  return {
    method,
    path: targetOf(url),
    headers: given,
    agent: false,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
}

function targetOf(url: string): string {
  const path = url.replace(/^\w+:\/\/[^/?#]*/, '');
  return encodeTarget(path.startsWith('/') ? path : `/${path}`);
}

function readAnswer(incoming: IncomingMessage, resolve: (answer: PlainAnswer) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  incoming.on('data', (chunk: Buffer) => {
    if (bytes < MAX_BODY_BYTES) chunks.push(chunk);
    bytes += chunk.length;
  });
  incoming.on('end', () => {
    const text = Buffer.concat(chunks).subarray(0, MAX_BODY_BYTES).toString('utf8');
    resolve({
      kind: 'answered',
      status: incoming.statusCode ?? 0,
      statusText: incoming.statusMessage ?? '',
      headers: toPairs(incoming.rawHeaders),
      body: { text, bytes, truncated: bytes > MAX_BODY_BYTES },
    });
  });
}

function toPairs(rawHeaders: readonly string[]): RecordedHeaders {
  const pairs: RecordedHeaders = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    pairs.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  }
  return pairs;
}

function explain(error: Error): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError') {
    return `No answer came within ${TIMEOUT_MS / 1000} seconds.`;
  }
  const problem = describeConnectionProblem(error);
  return `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`;
}
