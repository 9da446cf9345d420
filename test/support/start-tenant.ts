// A whole server inside the test's own process: both listeners on free ports, the workspace in memory unless told.
// Everything is asked over real HTTP; only `store` reaches behind it, for set-ups that no request can make.
import type { TestContext } from 'node:test';
import { systemClock, type Clock } from '../../main/base/clock.ts';
import { createLogger, type Logger } from '../../main/base/logger.ts';
import { startServer, type RunningServer } from '../../main/server/start-server.ts';
import {
  adminRoutes,
  type RouteInput,
  type RouteName,
  type RouteOutput,
} from '../../shared/admin/routes.ts';
import type { JsonValue } from '../../shared/scim/json.ts';
import {
  ServerOptions,
  type ReadyEvent,
  type ServerOptionsInput,
} from '../../shared/server-options.ts';
import { readJsonBody, sendRequest, type PlainAnswer } from './send-request.ts';

export interface TestTenant extends ReadyEvent {
  /** Origin of the SCIM listener. */
  readonly scimOrigin: string;
  readonly store: RunningServer['store'];
  /** What the server has logged, line by line. */
  readonly logLines: readonly string[];
  /** `path` below the tenant URL, such as `/Users?count=1`; goes on the wire as it is. */
  readonly scim: (method: string, path: string, options?: ScimCall) => Promise<ScimAnswer>;
  /** The same with a path of the whole SCIM listener, such as `/scim/v2/Users`. */
  readonly ask: (method: string, path: string, options?: ScimCall) => Promise<ScimAnswer>;
  readonly admin: <Name extends RouteName>(
    name: Name,
    input?: Partial<RouteInput<Name>>,
  ) => Promise<RouteOutput<Name>>;
  /** The admin API as HTTP, with the key unless `headers` say otherwise. */
  readonly callAdmin: (method: string, path: string, options?: ScimCall) => Promise<ScimAnswer>;
  readonly close: () => Promise<void>;
}

export interface ScimCall {
  /** An object is sent as JSON, text as it is. */
  readonly body?: JsonValue;
  /** Replaces Authorization and Content-Type where it names them; an empty value leaves the header out. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ScimAnswer extends PlainAnswer {
  /** The JSON in `text`; undefined when there is none. */
  readonly body: JsonValue | undefined;
}

/** Closed by `close`, or by itself at the end of the test whose context is given. */
export async function startTenant(
  options: Partial<ServerOptionsInput> = {},
  context?: TestContext,
  clock: Clock = systemClock,
): Promise<TestTenant> {
  const logLines: string[] = [];
  const settings = ServerOptions.parse({
    scimPort: 0,
    adminPort: 0,
    dataDir: ':memory:',
    ...options,
  });
  const logger = keepLines(logLines);
  const { ready, store, close } = await startServer(settings, { logger, clock });
  context?.after(close);
  const scimOrigin = new URL(ready.scimUrl).origin;
  const { token, adminKey, adminUrl } = ready;
  return {
    ...ready,
    scimOrigin,
    store,
    logLines,
    scim: (method, path, call) => send({ method, url: ready.scimUrl + path, token, ...call }),
    ask: (method, path, call) => send({ method, url: scimOrigin + path, token, ...call }),
    admin: (name, input) => callRoute(ready, name, input),
    callAdmin: (method, path, call) =>
      send({ method, url: adminUrl + path, token: adminKey, ...call }),
    close,
  };
}

function keepLines(lines: string[]): Logger {
  return createLogger({
    format: 'plain',
    now: () => new Date(),
    write: (line) => void lines.push(line),
  });
}

interface Call extends ScimCall {
  readonly method: string;
  readonly url: string;
  readonly token: string;
}

async function send({ method, url, token, body, headers }: Call): Promise<ScimAnswer> {
  const answer = await sendRequest({
    method,
    url,
    headers: withoutEmpty({
      Authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const isJson = /[/+]json\b/.test(answer.headers['content-type'] ?? '');
  return { ...answer, body: isJson ? readJsonBody(answer) : undefined };
}

/** Answers are parsed by the contract: an answer that breaks it fails the test. */
async function callRoute<Name extends RouteName>(
  ready: ReadyEvent,
  name: Name,
  input: Partial<RouteInput<Name>> = {},
): Promise<RouteOutput<Name>> {
  const { method, path, response } = adminRoutes[name];
  const target = fillPath(path, toPairs(input.params ?? {}));
  const query = new URLSearchParams(toPairs(input.query ?? {})).toString();
  const body = input.body as JsonValue | undefined; // every body of the table is JSON
  const answer = await send({
    method,
    url: ready.adminUrl + (query === '' ? target : `${target}?${query}`),
    token: ready.adminKey,
    ...(body !== undefined && { body }),
  });
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${answer.text}`);
  // The schema is that of this very name; TypeScript cannot follow that through a generic index.
  return response.parse(answer.body) as RouteOutput<Name>;
}

function fillPath(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? (name === 'tenant' ? 'default' : '')),
  );
}

function toPairs(values: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
}

function withoutEmpty(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
}
