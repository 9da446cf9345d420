// Typed calls of the admin API over HTTP, for programs: the test kit, the command line, the MCP server.
// A refusal is thrown with the server's code; what is streamed comes as a Response.
import { AdminError } from '../../shared/admin/error.ts';
import { routeAddress, type AddressInput, type CallInput } from '../../shared/admin/route-call.ts';
import { adminRoutes, type RouteName, type RouteOutput } from '../../shared/admin/routes.ts';
import { streamRoutes, type StreamName } from '../../shared/admin/stream-routes.ts';

export interface AdminAccess {
  /** Origin of the admin listener, such as `http://127.0.0.1:7644`. */
  readonly adminUrl: string;
  /** The key of the server's launch. */
  readonly adminKey: string;
}

export interface AdminClient {
  /** Calls a route of the table. Rejects with an AdminApiError. */
  readonly call: <Name extends RouteName>(
    name: Name,
    input: CallInput<Name>,
  ) => Promise<RouteOutput<Name>>;
  /** The same by a name that is known at run time only: nothing of the input is checked here. */
  readonly callAny: (name: RouteName, input: LooseInput) => Promise<unknown>;
  /** A file in or out. Rejects with an AdminApiError. */
  readonly stream: (name: StreamName, input: StreamInput) => Promise<Response>;
}

export interface LooseInput extends AddressInput {
  readonly body?: unknown;
}

export interface StreamInput extends AddressInput {
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream;
}

/** Why the admin API refused a call; `code` is one of the OpenAPI document's, or `offline`. */
export interface AdminApiError extends Error {
  readonly name: 'AdminApiError';
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
}

export function isAdminApiError(error: unknown): error is AdminApiError {
  return error instanceof Error && error.name === 'AdminApiError';
}

export function createAdminClient(access: AdminAccess): AdminClient {
  const send = createSender(access);

  async function callAny(name: RouteName, { body, ...address }: LooseInput): Promise<unknown> {
    const { method, path } = adminRoutes[name];
    const answer = await send(routeAddress(path, address), {
      method,
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    return answer.json();
  }

  return {
    callAny,
    async call<Name extends RouteName>(name: Name, input: CallInput<Name>) {
      // The server answers what the table says of this name.
      return (await callAny(name, input)) as RouteOutput<Name>;
    },
    stream(name, { body, ...address }) {
      const { method, path } = streamRoutes[name];
      const sent = body !== undefined && {
        headers: { 'Content-Type': 'application/octet-stream' },
        body,
        duplex: 'half' as const, // a stream is sent while it is read
      };
      return send(routeAddress(path, address), { method, ...sent });
    },
  };
}

function createSender({ adminUrl, adminKey }: AdminAccess) {
  return async function send(address: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${adminKey}`);
    let answer: Response;
    try {
      answer = await fetch(adminUrl + address, { ...init, headers });
    } catch (error) {
      throw failure({ code: 'offline', message: `No server answers at ${adminUrl}.` }, 0, error);
    }
    if (!answer.ok) throw await readFailure(answer);
    return answer;
  };
}

async function readFailure(answer: Response): Promise<AdminApiError> {
  const text = await answer.text();
  const read = AdminError.safeParse(parseJson(text));
  if (read.success) return failure(read.data.error, answer.status);
  const message = `The server answered ${answer.status}, but not as the admin API does.`;
  return failure({ code: 'internal', message }, answer.status);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told as an answer that is none of the admin API's
  }
}

function failure(
  { code, message }: { readonly code: string; readonly message: string },
  status: number,
  cause?: unknown,
): AdminApiError {
  const error = new Error(message, cause === undefined ? {} : { cause });
  return Object.assign(error, { name: 'AdminApiError', code, status } as const);
}
