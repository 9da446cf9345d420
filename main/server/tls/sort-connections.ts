// At a port that speaks TLS: what comes as TLS goes its way, what comes as plain HTTP is told so in words, which the
// alert of a TLS library is not. A handshake that the client breaks off is recorded: mostly it does not trust our
// certificate.
import type { Server } from 'node:https';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Unreadable } from '../../http/scim/record-unreadable.ts';
import { isSystemError } from '../../base/system-error.ts';
import { sendError } from '../answer-unreadable.ts';

export interface Sorting {
  /** Connections that have sent nothing yet. */
  readonly closeSilent: () => void;
  readonly closeAll: () => void;
}

/** As long may a connection be silent before its first byte, as Node has it for handshakes. */
const SILENCE_MS = 120_000;
/** For a client that sends a long body to the wrong scheme: it is read, so that the answer arrives. */
const LINGER_MS = 2_000;

const PLAIN_HTTP = 400;

/** The first letter of a method. A TLS record begins with a number below 32. @see RFC 8446 §5.1 */
const LETTER = /^[A-Za-z]/;

export function sortConnections(
  server: Server,
  refused: ((unreadable: Unreadable) => void) | undefined,
): Sorting {
  const sockets = new Set<Socket>();
  const accepting = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', function sort(socket: Socket) {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const giveUp = () => socket.destroy();
    socket.setTimeout(SILENCE_MS, giveUp);
    socket.on('error', giveUp);
    socket.once('data', (first: Buffer) => {
      socket.setTimeout(0);
      socket.off('timeout', giveUp);
      socket.off('error', giveUp);
      if (LETTER.test(first.subarray(0, 1).toString('latin1'))) {
        refused?.(refusePlainHttp(socket, first));
        return;
      }
      socket.pause();
      socket.unshift(first);
      for (const accept of accepting) accept.call(server, socket);
    });
  });
  server.removeAllListeners('tlsClientError'); // Node would tell it once more, as an error of HTTP
  server.on('tlsClientError', function tell(error: Error, socket: TLSSocket) {
    refused?.(describeBrokenHandshake(error, socket));
    socket.destroy();
  });
  return {
    closeSilent() {
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    },
    closeAll() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

function refusePlainHttp(socket: Socket, packet: Buffer): Unreadable {
  const detail = 'This port speaks HTTPS: ask it by https://, with the same host and port.';
  const answer = sendError(socket, PLAIN_HTTP, detail);
  socket.on('error', () => undefined); // the answer could not be sent: nothing is lost
  socket.resume();
  socket.setTimeout(LINGER_MS, () => socket.destroy());
  return {
    packet,
    reason: detail,
    status: PLAIN_HTTP,
    answer,
    socket,
    instead: 'plain HTTP at a port that speaks HTTPS; ask it by https://',
  };
}

function describeBrokenHandshake(error: Error, socket: TLSSocket): Unreadable {
  const code = isSystemError(error) ? error.code : '';
  const reason = 'reason' in error ? String(error.reason) : code;
  return {
    packet: NOTHING,
    reason,
    status: 0,
    answer: '',
    socket,
    instead: `the TLS handshake broke off: ${explainBreak(code, reason)}`,
  };
}

const NOTHING = Buffer.alloc(0);

/** Some clients say why they leave by an alert, and some just leave. @see RFC 8446 §6.2 */
function explainBreak(code: string, reason: string): string {
  if (/UNKNOWN_CA|CERTIFICATE/.test(code)) {
    return `the client does not trust the certificate (${reason})`;
  }
  if (code === 'ECONNRESET')
    return 'the client left, mostly because it does not trust the certificate';
  if (/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION/.test(code)) {
    return `client and server have no version of TLS in common (${reason})`;
  }
  return reason;
}
