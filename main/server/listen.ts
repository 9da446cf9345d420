// A listener on a loopback port, and its orderly end: no new connections, answers that are on their way are sent, idle
// and endless connections are cut.
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { invariant } from '../base/assert.ts';
import type { Unreadable } from '../http/scim/record-unreadable.ts';
import { answerUnreadable } from './answer-unreadable.ts';
import { startError } from './start-error.ts';
import { sortConnections, type Sorting } from './tls/sort-connections.ts';

export interface Listener {
  /** Such as `http://127.0.0.1:7643`. */
  readonly origin: string;
  readonly port: number;
  /** Of connections from now on; undefined where it speaks plain HTTP. */
  readonly setTls: ((tls: ListenTls) => void) | undefined;
  readonly close: () => Promise<void>;
  /** Its port is free at once; what was accepted is answered, however long that takes within the limit of a request. */
  readonly retire: () => Promise<void>;
}

export interface ListenTls {
  /** In PEM: the server's, then those that it was issued by. */
  readonly certificate: string;
  readonly privateKey: string;
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
  /** Absent: plain HTTP. */
  readonly tls?: ListenTls;
  /** Named when the port cannot be had. */
  readonly flag: '--scim-port' | '--admin-port';
}

/** A SCIM filter lives in the URL, and may be longer than Node's usual 16 KB of headers. */
const MAX_HEADER_BYTES = 128 * 1024;

/** For the headers alone, as Node has it. */
const MAX_HEADERS_MS = 60_000;
const CHECK_EVERY_MS = 1_000;

/** Of a whole request, as Node has it. */
const MAX_REQUEST_MS = 300_000;

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
  const { host, port, tls } = options;
  const server = open(options);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(describeListenError(error, options)));
    server.listen({ host, port, exclusive: true }, () => {
      // every address of a machine holds the loopback one, which is how this machine names it
      const opened = portOf(server);
      const origin = `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${opened}`;
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
      const sorting = isTls(server) ? sortConnections(server, refused) : undefined;
      const patienceMs = options.timeouts?.requestMs ?? MAX_REQUEST_MS;
      resolve({
        origin,
        port: opened,
        setTls: isTls(server) ? (next) => server.setSecureContext(toContext(next)) : undefined,
        close: () => drain(server, sorting, DRAIN_MS),
        retire: () => drain(server, sorting, patienceMs),
      });
    });
  });
}

function open({ timeouts, tls }: ListenOptions): Server | TlsServer {
  // Node would answer a request without Host by itself: the applications do, in their own words.
  const rules = {
    maxHeaderSize: MAX_HEADER_BYTES,
    requireHostHeader: false,
    ...(timeouts !== undefined && {
      requestTimeout: timeouts.requestMs,
      headersTimeout: Math.min(timeouts.requestMs, MAX_HEADERS_MS),
      keepAliveTimeout: timeouts.idleMs,
      connectionsCheckingInterval: CHECK_EVERY_MS,
    }),
  };
  return tls === undefined ? createServer(rules) : createTlsServer({ ...rules, ...toContext(tls) });
}

function isTls(server: Server | TlsServer): server is TlsServer {
  return 'setSecureContext' in server;
}

function toContext({ certificate, privateKey }: ListenTls) {
  return { cert: certificate, key: privateKey };
}

function portOf(server: Server | TlsServer): number {
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

async function drain(
  server: Server | TlsServer,
  sorting: Sorting | undefined,
  patienceMs: number,
): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  // A connection that has just sent its answer becomes idle, which nobody announces.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
    sorting?.closeSilent();
  }, SWEEP_MS);
  const deadline = setTimeout(() => {
    server.closeAllConnections();
    sorting?.closeAll();
  }, patienceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(deadline);
}
