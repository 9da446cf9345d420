// What became of a request that was accepted for later, for clients that do not poll the event feed: the Location of its
// 202. The path begins with a dot, so that no resource type can have it. @see RFC 9967 §2.5.1.1, RFC 7240 §4.1
import type { Router } from 'express';
import { invariant } from '../../base/assert.ts';
import { notFound } from '../../scim/scim-error.ts';
import type { ScimAnswer, ScimAppDependencies, ScimRequest } from './exchange.ts';
import { refuseMethod } from './refuse.ts';
import { sendJson } from './send-scim.ts';

export const ASYNC_PATH = '/.async';

/** 202 while it is not done, then 200 with what the completion events told. */
export function mountAsyncOutcomes(router: Router, { store }: ScimAppDependencies): void {
  router
    .route(`${ASYNC_PATH}/:txn`)
    .get(function readOutcome(request: ScimRequest, response: ScimAnswer): void {
      const { exchange } = response.locals;
      invariant(exchange.tenant !== null, 'the tenant was found before');
      const { txn = '' } = request.params;
      const outcome = store.asyncRequests.findOutcome(exchange.tenant.id, txn);
      if (outcome === undefined) throw notFound(`Transaction "${txn}"`);
      if (outcome === null)
        return exchange.answer({ status: 202, headers: { 'Retry-After': '1' } });
      sendJson(exchange, { txn, Operations: outcome });
    })
    .all(refuseMethod(['GET', 'HEAD', 'OPTIONS']));
}
