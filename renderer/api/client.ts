// Typed calls of the admin API, derived from the route table in shared/admin/routes.ts.
// Answers are parsed at this edge; a newer or older server shows here as an error, not as a broken screen.
import {
  adminRoutes,
  type RouteInput,
  type RouteName,
  type RouteOutput,
} from '../../shared/admin/routes.ts';
import { readAdminKey } from './admin-key.ts';
import { createApiError, toApiError } from './api-error.ts';

type NoKeys = Record<string, never>;

/** What may be left out: a body that is none, and a query or params without a required member. */
type OpenKeys<Shape> = {
  [Key in keyof Shape]: undefined extends Shape[Key]
    ? Key
    : Key extends 'body'
      ? never
      : NoKeys extends Shape[Key]
        ? Key
        : never;
}[keyof Shape];

/** `params`, `query` and `body` of a route; what may be left empty may be left out. */
export type CallInput<Name extends RouteName> = Omit<RouteInput<Name>, OpenKeys<RouteInput<Name>>> &
  Partial<Pick<RouteInput<Name>, OpenKeys<RouteInput<Name>>>>;

type Pairs = Readonly<Record<string, string | number | undefined>>;

interface LooseInput {
  readonly params?: Pairs;
  readonly query?: Pairs;
  readonly body?: unknown;
}

/**
 * Calls one route of the admin API.
 *
 * @throws ApiError, with the server's code or `offline`
 */
export async function callAdmin<Name extends RouteName>(
  name: Name,
  input: CallInput<Name>,
  signal?: AbortSignal,
): Promise<RouteOutput<Name>> {
  const route = adminRoutes[name];
  const loose: LooseInput = input;
  const response = await send(
    new Request(buildUrl(route.path, loose), {
      method: route.method,
      headers: buildHeaders(loose.body),
      body: loose.body === undefined ? null : JSON.stringify(loose.body),
      signal: signal ?? null,
    }),
  );
  const body = await readJson(response);
  if (!response.ok) throw toApiError(response.status, body);
  // The table pairs each name with its own schema; TypeScript cannot follow that through a generic index.
  return route.response.parse(body) as RouteOutput<Name>;
}

function buildUrl(path: string, input: LooseInput): URL {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(input.params?.[name])),
  );
  const url = new URL(filled, location.origin);
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
  }
  return url;
}

function buildHeaders(body: unknown): Headers {
  const headers = new Headers({
    Accept: 'application/json',
    Authorization: `Bearer ${readAdminKey() ?? ''}`,
  });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  return headers;
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw createApiError({ code: 'offline', message: 'The server does not answer.' }, error);
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw createApiError(
      { code: 'internal', message: `The server answered ${response.status}, but not with JSON.` },
      error,
    );
  }
}
