// Typed calls of the admin API, derived from the route table in shared/admin/routes.ts.
// Answers are parsed at this edge; a newer or older server shows here as an error, not as a broken screen.
import { ZodError } from 'zod';
import { routeAddress, type CallInput } from '../../shared/admin/route-call.ts';
import { adminRoutes, type RouteName, type RouteOutput } from '../../shared/admin/routes.ts';
import { readAdminKey } from './admin-key.ts';
import { createApiError, toApiError, type ApiError } from './api-error.ts';

export type { CallInput };

type Pairs = Readonly<Record<string, string | number | undefined>>;

interface LooseInput {
  readonly params?: Pairs;
  readonly query?: Pairs;
  readonly body?: unknown;
}

const LONGEST_HOLD_MS = 1_000;

let isAsked = false;
let held: Promise<unknown> = Promise.resolve();

/** Whether anything was asked yet. */
export function hasAsked(): boolean {
  return isAsked;
}

/** Calls wait for it, though not long: what is read after the live feed is open cannot change without being told. */
export function holdCalls(until: Promise<unknown>): void {
  const longEnough = new Promise((resolve) => setTimeout(resolve, LONGEST_HOLD_MS));
  held = Promise.race([until, longEnough]);
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
  await held;
  isAsked = true;
  const response = await send(
    new Request(new URL(routeAddress(route.path, loose), location.origin), {
      method: route.method,
      headers: buildHeaders(loose.body),
      body: loose.body === undefined ? null : JSON.stringify(loose.body),
      signal: signal ?? null,
    }),
  );
  const body = await readJson(response);
  if (!response.ok) throw toApiError(response.status, body);
  try {
    // The table pairs each name with its own schema; TypeScript cannot follow that through a generic index.
    return route.response.parse(body) as RouteOutput<Name>;
  } catch (error) {
    throw createStrangerError(error);
  }
}

/** One sentence instead of all that zod has to say, which goes into the cause. */
function createStrangerError(error: unknown): ApiError {
  const first = error instanceof ZodError ? error.issues[0] : undefined;
  const place = first === undefined ? '' : ` (first at "${first.path.join('.')}")`;
  return createApiError(
    {
      code: 'internal',
      message: `The server answered in a form that this page does not know${place}. One of them may be newer: reload the page.`,
    },
    error,
  );
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
