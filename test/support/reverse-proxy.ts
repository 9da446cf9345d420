// What a tunnel does at its near end: a reverse proxy on this machine that passes requests on and says in
// X-Forwarded-* which address was asked for.
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { TestContext } from 'node:test';

export interface ProxyOptions {
  /** Origin of the listener behind the proxy. */
  readonly target: string;
  /** Added to each request; `{host}` is the Host header that the proxy itself was asked under. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the listener behind gets the Host header of the client, as cloudflared passes it on. */
  readonly keepHost: boolean;
}

/** Resolves with the proxy's own origin; closed at the end of the test. */
export async function startReverseProxy(
  { target, headers, keepHost }: ProxyOptions,
  context: TestContext,
): Promise<string> {
  const server = createServer((incoming, answer) => {
    const host = incoming.headers.host ?? '';
    const added = Object.entries(headers).map(([name, value]) => [
      name,
      value.replace('{host}', host),
    ]);
    const outgoing = request(new URL(incoming.url ?? '/', target), {
      method: incoming.method ?? 'GET',
      headers: {
        ...incoming.headers,
        ...Object.fromEntries(added),
        host: keepHost ? host : new URL(target).host,
      },
      agent: false,
    });
    outgoing.on('response', (behind) => {
      answer.writeHead(behind.statusCode ?? 502, behind.headers);
      behind.pipe(answer);
    });
    incoming.pipe(outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.closeAllConnections());
  context.after(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return `http://127.0.0.1:${address.port}`;
}
