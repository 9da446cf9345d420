// A scripted SCIM target: a real HTTP server that keeps what it was asked and answers what the test says.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

export interface ReceivedRequest {
  readonly method: string;
  /** Path and query, as they came. */
  readonly url: string;
  /** Names as they came. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ScriptedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: unknown;
  readonly delayMs?: number;
}

export interface ScimTarget {
  readonly origin: string;
  readonly received: ReceivedRequest[];
}

export async function startScimTarget(
  context: { readonly after: (end: () => void) => void },
  answer: (request: ReceivedRequest, index: number) => ScriptedAnswer,
): Promise<ScimTarget> {
  const received: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '' } = request;
      const headers = pairs(request.rawHeaders);
      const taken = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
      const scripted = answer(taken, received.push(taken) - 1);
      setTimeout(sendAnswer, scripted.delayMs ?? 0, response, scripted).unref();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, received };
}

function sendAnswer(
  response: ServerResponse,
  { status, headers = {}, body }: ScriptedAnswer,
): void {
  response.writeHead(status, { 'Content-Type': 'application/scim+json', ...headers });
  response.end(typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body));
}

function pairs(raw: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : [])),
  );
}
