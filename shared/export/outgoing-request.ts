// A request as somebody would send it: what every writer of code starts from.
import type { RecordedHeaders, RequestDetails } from '../admin/request-log.ts';

export type HeaderPair = readonly [name: string, value: string];

export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  /** Without Authorization, and without what belongs to the connection. */
  readonly headers: readonly HeaderPair[];
  /** Null when the request has no Authorization. */
  readonly authorization: Authorization | null;
  readonly body: string;
}

export interface Authorization {
  /** As on the wire: `Bearer`. */
  readonly scheme: string;
  /** Null: whoever runs the code sets the variable `TOKEN`. */
  readonly token: string | null;
}

/** Headers that an HTTP client sets itself, or that belonged to the way rather than to the message. */
const OF_THE_WAY =
  /^(host|content-length|connection|keep-alive|accept-encoding|transfer-encoding|te|upgrade|expect|x-forwarded-.*|forwarded|cf-.*|authorization)$/i;

export interface OutgoingOptions {
  /** Origin of the SCIM listener, such as `http://127.0.0.1:7643`. */
  readonly origin: string;
}

/** A logged request. Its token was masked when it was recorded, unless redaction has put it in. */
export function toOutgoing(request: RequestDetails, options: OutgoingOptions): OutgoingRequest {
  const query = request.query === '' ? '' : `?${request.query}`;
  return {
    method: request.method,
    url: `${options.origin}${request.path}${query}`,
    headers: request.requestHeaders.filter(([name]) => !OF_THE_WAY.test(name)),
    authorization: readAuthorization(request.requestHeaders),
    body: request.requestBody.text,
  };
}

export function findHeader(headers: readonly HeaderPair[], name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

function readAuthorization(headers: RecordedHeaders): Authorization | null {
  const value = findHeader(headers, 'authorization');
  if (value === undefined) return null;
  const [, scheme = 'Bearer', secret = ''] = /^([\w-]+)\s+(.*)$/su.exec(value) ?? [];
  return { scheme, token: secret === '' || HIDDEN_SECRET.test(secret) ? null : secret };
}

/** What stands for a secret where none is shown. */
export const HIDDEN = '[hidden]';
const HIDDEN_SECRET = /^(?:•+.{0,4}|\[hidden\])$/u;

/** Whether a masked secret may be this one: its last characters are the same. */
export function isMaskOf(masked: string, secret: string): boolean {
  const tail = /^•+(.{4})$/u.exec(masked)?.[1];
  return tail !== undefined && secret.endsWith(tail);
}
