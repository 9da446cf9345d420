// One HTTP request, sent exactly as given: no User-Agent, no Accept, no encoding of its own, which fetch would add.
import { type IncomingHttpHeaders, request, type RequestOptions } from 'node:http';
import type { JsonValue } from '../../shared/scim/json.ts';

export interface PlainRequest {
  readonly method: string;
  /** Absolute; path and query go on the wire as they stand here. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface PlainAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export function sendRequest(plain: PlainRequest): Promise<PlainAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(toOptions(plain), (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString(),
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(plain.body);
  });
}

/** The body as JSON; undefined when there is none. */
export function readJsonBody({ text }: PlainAnswer): JsonValue | undefined {
  if (text === '') return undefined;
  const parsed: JsonValue = JSON.parse(text);
  return parsed;
}

function toOptions({ method, url, headers, body }: PlainRequest): RequestOptions {
  const [, authority = '', path = '/'] = /^http:\/\/([^/?]+)(.*)$/s.exec(url) ?? [];
  const [hostname, port] = authority.split(':');
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
  return {
    method,
    hostname,
    port,
    path: path.startsWith('/') ? path : `/${path}`,
    headers: { ...length, ...headers },
    agent: false,
  };
}
