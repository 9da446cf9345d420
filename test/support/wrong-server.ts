// A service provider with one scripted mistake: a right one behind it, whose answers are changed on their way.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { TestContext } from 'node:test';
import { isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import { sendRequest, type PlainAnswer } from './send-request.ts';

export interface Passing {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body: string;
  readonly answer: PlainAnswer;
}

/** The answer that goes on; `undefined` leaves the request without any. */
export type Mistake = (passing: Passing) => PlainAnswer | undefined;

/** Its base URL. `target` is the base URL of the right one. */
export async function startWrongServer(
  target: string,
  mistake: Mistake,
  context: TestContext,
): Promise<string> {
  const { origin, pathname } = new URL(target);
  const server = createServer((request, response) => {
    void pass({ request, response, origin, mistake });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://127.0.0.1:${port}${pathname}`;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly origin: string;
  readonly mistake: Mistake;
}

async function pass({ request, response, origin, mistake }: Exchange): Promise<void> {
  const { method = 'GET', url: path = '/' } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks);
  const names = ['authorization', 'accept', 'content-type', 'if-match', 'if-none-match', 'prefer'];
  const headers = Object.fromEntries(
    names.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  const sent = { method, url: origin + path, headers, ...(body.length > 0 && { body }) };
  const answer = await sendRequest(sent);
  const changed = mistake({ method, path, body: body.toString(), answer });
  if (changed === undefined) return;
  const { 'content-length': _, 'transfer-encoding': __, ...kept } = changed.headers;
  response.writeHead(changed.status, kept).end(changed.text);
}

/** The answer with its JSON object changed. */
export function withBody(
  answer: PlainAnswer,
  change: (body: JsonObject) => JsonObject,
): PlainAnswer {
  if (!answer.text.startsWith('{')) return answer;
  const body: unknown = JSON.parse(answer.text);
  const object = body as JsonObject; // it begins as one, and JSON.parse took it
  return isJsonObject(object) ? { ...answer, text: JSON.stringify(change(object)) } : answer;
}
