import type { RequestSummary } from './admin/request-log.ts';

/** Where a request came from, such as `127.0.0.1:50123`; an IPv6 address stands in brackets. @see RFC 3986 §3.2.2 */
export function writePeer({
  remoteAddress,
  remotePort,
}: Pick<RequestSummary, 'remoteAddress' | 'remotePort'>): string {
  if (remotePort === null) return remoteAddress;
  const host = remoteAddress.includes(':') ? `[${remoteAddress}]` : remoteAddress;
  return `${host}:${remotePort}`;
}
