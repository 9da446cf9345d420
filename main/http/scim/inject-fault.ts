// Answers that a test has queued for the next matching requests: before anybody asks who sent the request, because a
// refused token is one of the answers that a client is tested with. A response without a status only delays.
import type { QueuedResponse } from '../../../shared/admin/verification.ts';
import type { WireRequest } from '../../verify/match-wire.ts';
import type {
  Answer,
  Exchange,
  ScimAnswer,
  ScimAppDependencies,
  ScimHandler,
  ScimRequest,
} from './exchange.ts';
import { namedSlug, noteTenant } from './note-tenant.ts';
import { mediaTypeOf } from './send-scim.ts';

/** Tells whoever reads the answer, in a client or in the request log, that the tenant did not decide it. */
const MARK = 'X-Mock-Answer';

export function injectFault({ store, responseQueue }: ScimAppDependencies): ScimHandler {
  return async function injectFault(
    request: ScimRequest,
    response: ScimAnswer,
    next: () => void,
  ): Promise<void> {
    if (responseQueue.isEmpty()) return next();
    const { exchange } = response.locals;
    const slug = namedSlug(exchange);
    const tenant = slug === undefined ? undefined : store.tenants.find(slug);
    if (tenant === undefined) return next();
    const queued = responseQueue.take(tenant.id, toWire(request, exchange));
    if (queued === undefined) return next();
    noteTenant(request, exchange, tenant); // whose request it is, even if its client does not wait
    if (queued.delayMs > 0) await wait(queued.delayMs);
    if (queued.status === undefined) return next();
    exchange.isFromQueue = true;
    exchange.answer(toAnswer(queued, queued.status, exchange));
  };
}

function toWire({ method, rawHeaders }: ScimRequest, { target, body }: Exchange): WireRequest {
  return {
    method,
    path: target.path ?? '/oauth/token',
    query: target.query,
    headers: () =>
      rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : [])),
    bodyText: () => body.bytes.toString('utf8'),
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}

function toAnswer(queued: QueuedResponse, status: number, exchange: Exchange): Answer {
  const { headers, body } = queued;
  const marked = { ...headers, [MARK]: `queued; id="${queued.id}"` };
  if (body === undefined) return { status, headers: marked };
  const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  return {
    status,
    headers: { ...(!hasType && { 'Content-Type': mediaTypeOf(exchange) }), ...marked },
    text: typeof body === 'string' ? body : JSON.stringify(body),
    ...(typeof body !== 'string' && { json: body }),
  };
}
