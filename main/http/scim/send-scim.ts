// A provider's answer on the wire. @see RFC 7644 §3.1 (media type) and §8.1
import type { ScimResponse } from '../../provider/context.ts';
import type { Exchange } from './exchange.ts';

export const SCIM_MEDIA_TYPE = 'application/scim+json; charset=utf-8';

export function sendScim(exchange: Exchange, { status, headers, body }: ScimResponse): void {
  if (body === undefined) return exchange.answer({ status, ...(headers && { headers }) });
  exchange.answer({
    status,
    headers: { 'Content-Type': SCIM_MEDIA_TYPE, ...headers },
    text: JSON.stringify(body),
    json: body,
  });
}
