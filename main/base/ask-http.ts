// One HTTP exchange with any server, its answer read to the end, by Node's own client: what is given goes out and nothing
// else, redirects are not followed, and TLS is verified by whom the caller trusts.
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Trust } from './trust.ts';

export interface HttpQuestion {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: none. */
  readonly body?: string | undefined;
  readonly signal?: AbortSignal;
  /** More than this of an answer is an error. */
  readonly maxBytes?: number;
  readonly trust: Trust;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const MAX_BYTES = 10_000_000;

/** Rejects where no answer comes. `describeConnectionProblem` has words for why, but for `signal`. */
export async function askHttp(url: string, question: HttpQuestion): Promise<HttpReply> {
  const { maxBytes = MAX_BYTES } = question;
  const answer = await send(url, question);
  const text = await readText(answer, maxBytes);
  return { status: answer.statusCode ?? 0, headers: readHeaders(answer), text };
}

function send(
  url: string,
  { method, headers, body, signal, trust }: HttpQuestion,
): Promise<IncomingMessage> {
  const isSecure = new URL(url).protocol === 'https:';
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const length = bytes === undefined ? {} : { 'Content-Length': String(bytes.byteLength) };
  const options = {
    method,
    headers: { ...headers, ...length },
    ...(signal !== undefined && { signal }),
  };
  return new Promise((resolve, reject) => {
    const sent = isSecure
      ? https.request(url, { ...options, ...trust.options() })
      : http.request(url, options);
    sent.once('error', reject);
    sent.once('response', resolve);
    sent.end(bytes);
  });
}

async function readText(answer: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  const parts: AsyncIterable<Buffer> = answer;
  for await (const chunk of parts) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new Error(`more than ${maxBytes} bytes came`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readHeaders({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  }
  return headers;
}
