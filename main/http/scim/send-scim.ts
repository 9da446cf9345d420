// A provider's answer on the wire. @see RFC 7644 §3.1 (media type) and §8.1
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { ScimResponse } from '../../provider/context.ts';
import type { Exchange } from './exchange.ts';

const MEDIA_TYPES = {
  scim: 'application/scim+json; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;

/** Content-Type of every answer with a body; before the tenant is known, that of the RFC. */
export function mediaTypeOf({ tenant }: Pick<Exchange, 'tenant'>): string {
  return MEDIA_TYPES[tenant?.profile.responseMediaType ?? 'scim'];
}

/** What is no SCIM message: event tokens, keys, outcomes. */
export function sendJson(exchange: Exchange, body: JsonObject): void {
  exchange.stopwatch.endStep();
  exchange.answer({
    status: 200,
    headers: { 'Content-Type': MEDIA_TYPES.json },
    text: JSON.stringify(body),
    json: body,
  });
}

export function sendScim(exchange: Exchange, { status, headers, body }: ScimResponse): void {
  exchange.stopwatch.endStep();
  if (body === undefined) return exchange.answer({ status, ...(headers && { headers }) });
  exchange.answer({
    status,
    headers: { 'Content-Type': mediaTypeOf(exchange), ...headers },
    text: JSON.stringify(body),
    json: body,
  });
}
