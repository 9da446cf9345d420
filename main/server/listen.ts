// A listener on a loopback port, and its orderly end: no new connections, answers that are on their way are sent, idle
// and endless connections are cut.
import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { invariant } from '../base/assert.ts';
import type { Unreadable } from '../http/scim/record-unreadable.ts';
import { startError } from './start-error.ts';

export interface Listener {
  /** Such as `http://127.0.0.1:7643`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export interface ListenerApp {
  readonly serve: RequestListener;
  /** Told of what the HTTP parser has refused, when it has been answered. */
  readonly refused?: (unreadable: Unreadable) => void;
}

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  /** Absent: as Node has them. */
  readonly timeouts?: { readonly requestMs: number; readonly idleMs: number };
  /** Named when the port cannot be had. */
  readonly flag: '--scim-port' | '--admin-port';
}

/** A SCIM filter lives in the URL, and may be longer than Node's usual 16 KB of headers. */
const MAX_HEADER_BYTES = 128 * 1024;

/** For the headers alone, as Node has it. */
const MAX_HEADERS_MS = 60_000;
const CHECK_EVERY_MS = 1_000;

const DRAIN_MS = 3_000;
const SWEEP_MS = 20;

/**
 * `createApp` is called when the port is known and before the first request can come.
 * Rejects with a StartError when the port is taken or not allowed.
 */
export function listen(
  options: ListenOptions,
  createApp: (origin: string) => ListenerApp,
): Promise<Listener> {
  const { host, port, timeouts } = options;
  // Node would answer a request without Host by itself: the applications do, in their own words.
  const server = createServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    requireHostHeader: false,
    ...(timeouts !== undefined && {
      requestTimeout: timeouts.requestMs,
      headersTimeout: Math.min(timeouts.requestMs, MAX_HEADERS_MS),
      keepAliveTimeout: timeouts.idleMs,
      connectionsCheckingInterval: CHECK_EVERY_MS,
    }),
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(describeListenError(error, options)));
    server.listen({ host, port, exclusive: true }, () => {
      // every address of a machine holds the loopback one, which is how this machine names it
      const origin = `http://127.0.0.1:${portOf(server)}`;
      const { serve, refused } = createApp(origin);
      const serving = new WeakSet<Duplex>();
      server.on('request', function note({ socket }: IncomingMessage, response: ServerResponse) {
        serving.add(socket);
        response.once('close', () => serving.delete(socket));
      });
      server.on('clientError', function answer(error: Error, socket: Duplex) {
        const unreadable = answerUnreadable(error, socket);
        // A request that broke off was one, and has its record.
        if (unreadable !== undefined && !serving.has(socket)) refused?.(unreadable);
      });
      server.on('request', serve);
      server.on('checkExpectation', serve); // an Expect that nobody knows is no reason to refuse (RFC 9110 §10.1.1)
      resolve({ origin, close: () => drain(server) });
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  invariant(address !== null && typeof address === 'object', 'a TCP listener has a port');
  return address.port;
}

function describeListenError(error: Error, { port, flag }: ListenOptions): Error {
  const code = 'code' in error ? error.code : undefined;
  const choose = `choose another one with ${flag}`;
  if (code === 'EADDRINUSE') return startError(`Port ${port} is in use; ${choose}.`, error);
  if (code === 'EACCES') {
    return startError(`Port ${port} may not be used by this user; ${choose}.`, error);
  }
  return startError(`Port ${port} cannot be opened (${error.message}); ${choose}.`, error);
}

/**
 * What Node's HTTP parser refuses never becomes a request; the peer still gets a SCIM error. undefined where it has gone.
 * @see RFC 7644 §3.12
 */
function answerUnreadable(error: Error, socket: Duplex): Unreadable | undefined {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return undefined;
  }
  const status = statusOf(code);
  const reason = STATUS_CODES[status] ?? '';
  const body = JSON.stringify({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    detail: reason,
  });
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/scim+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
  return {
    packet: 'rawPacket' in error && Buffer.isBuffer(error.rawPacket) ? error.rawPacket : NOTHING,
    reason: 'reason' in error && typeof error.reason === 'string' ? error.reason : reason,
    status,
    answer: body,
    remoteAddress: (socket instanceof Socket && socket.remoteAddress) || '',
  };
}

function statusOf(code: unknown): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

const NOTHING = Buffer.alloc(0);

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  // A connection that has just sent its answer becomes idle, which nobody announces.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const deadline = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(deadline);
}
