// The answer to what never becomes a request, in SCIM's form, straight onto the socket.
// @see RFC 7644 §3.12
import { STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Unreadable } from '../http/scim/record-unreadable.ts';

/** What Node's HTTP parser has refused. undefined where the peer has gone. */
export function answerUnreadable(error: Error, socket: Duplex): Unreadable | undefined {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return undefined;
  }
  const status = statusOf(code);
  const reason = STATUS_CODES[status] ?? '';
  return {
    packet: 'rawPacket' in error && Buffer.isBuffer(error.rawPacket) ? error.rawPacket : NOTHING,
    reason: 'reason' in error && typeof error.reason === 'string' ? error.reason : reason,
    status,
    answer: sendError(socket, status, reason),
    socket: socketEnd(socket),
  };
}

function statusOf(code: unknown): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

const NOTHING = Buffer.alloc(0);

/** Ends the connection. Returns the body. */
export function sendError(socket: Duplex, status: number, detail: string): string {
  const body = JSON.stringify({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    detail,
  });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n` +
      'Content-Type: application/scim+json; charset=utf-8\r\n' +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
  return body;
}

/** Node types it as any stream. */
function socketEnd(socket: Duplex): Unreadable['socket'] {
  return socket instanceof Socket ? socket : {};
}
