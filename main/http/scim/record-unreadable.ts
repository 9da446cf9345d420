// What the HTTP parser refuses never becomes a request, and is recorded all the same: it is what a client with a wrong
// scheme or a broken header looks like. Of its headers only those that are well formed are kept: a name that is not could
// hide a secret from the mask.
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import type { FindPeer, Peer, SocketEnd } from './find-peer.ts';
import type { ScimAppDependencies } from './exchange.ts';
import { summaryOf, UNTOUCHED } from './describe-exchange.ts';
import { maskQuery } from './mask-query.ts';
import { maskCredentials, maskHeaders } from './mask-secrets.ts';
import { readTarget } from './read-target.ts';

export interface Unreadable {
  /** What has come of it. */
  readonly packet: Buffer;
  /** What is wrong with it, in the words of the parser. */
  readonly reason: string;
  /** 0 where there was no answer. */
  readonly status: number;
  readonly answer: string;
  readonly socket: SocketEnd;
  /** What happened instead of HTTP, where that is known; told after `Rejected: `. */
  readonly instead?: string;
}

const MAX_READ_BYTES = 16_384;
const HEADER = /^([!#$%&'*+.^`|~\w-]+):[ \t]*([^\r\n]*?)[ \t]*$/;

/** First byte of a TLS handshake. @see RFC 8446 §5.1 */
const TLS_HANDSHAKE = 0x16;

export function recordUnreadable(dependencies: ScimAppDependencies, findPeer: FindPeer) {
  const { store, feed, logger } = dependencies;
  return function record(unreadable: Unreadable): void {
    const id = store.requestLog.nextRequestId();
    const peer = findPeer(unreadable.socket, id);
    if (store.requestLog.recording().isPaused) {
      store.requestLog.skip(id);
      return;
    }
    try {
      const details = describeUnreadable(dependencies, { id, peer }, unreadable);
      store.requestLog.insert(details);
      feed.publish({ type: 'request-recorded', data: { request: summaryOf(details) } });
    } catch (error) {
      logger.error('A request could not be recorded', { request: id, error });
    }
  };
}

function describeUnreadable(
  { store, clock }: ScimAppDependencies,
  { id, peer }: { readonly id: number; readonly peer: Peer },
  { packet, reason, status, answer, instead }: Unreadable,
): RequestDetails {
  const { line, headers, isTls } = readPacket(packet);
  const [method = '', rawTarget = ''] = line.split(' ');
  const target = maskQuery(readTarget(rawTarget));
  const tenant = target.tenantSlug === null ? undefined : store.tenants.find(target.tenantSlug);
  const secrets = tenant === undefined ? [] : store.tokens.secretsOf(tenant.id);
  const hide = (text: string) => maskCredentials(text, secrets);
  const answerBytes = Buffer.byteLength(answer);
  return {
    ...NOT_UNDERSTOOD,
    ...UNTOUCHED,
    ...peer,
    id,
    tenant: tenant?.slug ?? null,
    at: clock.now().toISOString(),
    method: /^[A-Z]{1,20}$/.test(method) ? method : '?',
    path: hide(target.rawPath),
    query: hide(target.rawQuery),
    status,
    sentence: `Rejected: ${instead ?? explain(reason, isTls)}`,
    requestBytes: packet.length,
    responseBytes: answerBytes,
    httpVersion: /\bHTTP\/(\d\.\d)$/.exec(line)?.[1] ?? '?',
    requestHeaders: headers.map(([name, value]) => [name, hide(value)]),
    requestBody: { text: '', bytes: packet.length, truncated: packet.length > 0 },
    responseHeaders: status === 0 ? [] : ANSWER_HEADERS,
    responseBody: { text: answer, bytes: answerBytes, truncated: false },
  };
}

function explain(reason: string, isTls: boolean): string {
  if (isTls) return 'a TLS client at an HTTP port; ask it by http://';
  return `not readable as HTTP (${reason})`;
}

const ANSWER_HEADERS: RequestDetails['responseHeaders'] = [
  ['Content-Type', 'application/scim+json; charset=utf-8'],
];

const NOT_UNDERSTOOD = {
  durationMs: 0,
  scimType: null,
  operation: 'rejected-http',
  source: 'unknown',
  sourceReason: 'It could not be read',
  tokenName: null,
  resourceType: null,
  resourceId: null,
  resourceName: null,
  findings: { error: 0, warning: 0, notice: 0 },
  userAgent: null,
  clientRequestId: null,
  isFirst: false,
  retryOf: null,
  effects: [],
  findingList: [],
  timeline: { phases: [], gapMs: null },
} satisfies Partial<RequestDetails>;

function readPacket(packet: Buffer) {
  if (packet[0] === TLS_HANDSHAKE) return { line: '', headers: [], isTls: true };
  const [line = '', ...rest] = readHead(packet);
  const headers = maskHeaders(rest.flatMap((text) => HEADER.exec(text)?.slice(1) ?? []));
  return { line, headers, isTls: false };
}

/** Request line and headers, as far as they look like any. */
function readHead(packet: Buffer): readonly string[] {
  const text = packet.subarray(0, MAX_READ_BYTES).toString('latin1');
  const [head = ''] = text.split('\r\n\r\n', 1);
  return head.split('\r\n');
}
