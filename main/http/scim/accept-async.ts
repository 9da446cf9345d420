// Prefer: respond-async. The request is read to its end, stored, answered with 202 and done afterwards. A client that
// says how long it would wait is answered as usual where that time is enough to get to its request.
// @see RFC 9967 §2.5.1.1, RFC 7240 §4.1 and §4.3
import type { JsonValue } from '../../../shared/scim/json.ts';
import { invariant } from '../../base/assert.ts';
import { readPrefer } from '../../scim/async/read-prefer.ts';
import type { TenantRecord } from '../../store/open-store.ts';
import { ASYNC_PATH } from './async-routes.ts';
import type {
  Exchange,
  ScimAnswer,
  ScimAppDependencies,
  ScimHandler,
  ScimRequest,
} from './exchange.ts';
import { readBody, readPrecondition } from './perform-operation.ts';
import { publicBaseUrl } from './public-base-url.ts';

/** The longest that an answer is held back, whatever a client would bear. */
const MAX_WAIT_SECONDS = 30;

/** What is to be done. */
export interface LaterWork {
  /** Below the base URL, such as `/Users/2f9`. */
  readonly path: string;
  readonly body: JsonValue | undefined;
}

/** Throws what makes the request impossible. */
export type FindWork = (request: ScimRequest, exchange: Exchange) => LaterWork;

/** In front of the handler that does the work at once. */
export function acceptAsync(dependencies: ScimAppDependencies, findWork: FindWork): ScimHandler {
  const { asyncRequests } = dependencies;
  return async function acceptAsync(request: ScimRequest, response: ScimAnswer, next) {
    const { exchange } = response.locals;
    const { tenant } = exchange;
    invariant(tenant !== null, 'the tenant was found before');
    const { respondAsync, wait = 0 } = readPrefer(request.get('prefer'));
    if (!respondAsync || !tenant.profile.asyncSupported) return next();
    const waitMs = Math.min(wait, MAX_WAIT_SECONDS) * 1000;
    if (waitMs > 0 && (await asyncRequests.idle(waitMs))) return next();
    answerLater(dependencies, { request, exchange, tenant, ...findWork(request, exchange) });
  };
}

/** Of a write to the resource or endpoint that the URL names. */
export function findWrite(request: ScimRequest, exchange: Exchange): LaterWork {
  const isDelete = request.method === 'DELETE';
  return {
    path: exchange.target.encodedPath,
    body: isDelete ? undefined : readBody(request, exchange),
  };
}

interface LaterRequest extends LaterWork {
  readonly request: ScimRequest;
  readonly exchange: Exchange;
  readonly tenant: TenantRecord;
}

function answerLater(
  { asyncRequests, clock, newId }: ScimAppDependencies,
  { request, exchange, tenant, path, body }: LaterRequest,
): void {
  const { ifMatch, ifNoneMatch } = readPrecondition(request);
  const txn = newId();
  const baseUrl = publicBaseUrl(request, tenant);
  asyncRequests.accept({
    tenantId: tenant.id,
    txn,
    baseUrl,
    path,
    method: request.method,
    body,
    accepted: clock.now().toISOString(),
    requestId: exchange.requestId,
    precondition: {
      ...(ifMatch !== undefined && { ifMatch }),
      ...(ifNoneMatch !== undefined && { ifNoneMatch }),
    },
  });
  exchange.answer({
    status: 202,
    headers: {
      'Set-Txn': txn,
      'Preference-Applied': 'respond-async',
      Location: `${baseUrl}${ASYNC_PATH}/${txn}`,
    },
  });
}
