// POST /Bulk. The limits on a Bulk request are its own; what it carries is judged operation by operation.
// @see RFC 7644 §3.7
import type { Router } from 'express';
import { invariant } from '../../base/assert.ts';
import { performBulk } from '../../provider/perform-bulk.ts';
import { readBulk } from '../../scim/bulk/read-bulk.ts';
import { acceptAsync, type LaterWork } from './accept-async.ts';
import type { Exchange, ScimAppDependencies, ScimRequest } from './exchange.ts';
import { performOperation, readBody } from './perform-operation.ts';
import { refuseMethod } from './refuse.ts';
import { requireCapability } from './require-capability.ts';

export function mountBulk(router: Router, dependencies: ScimAppDependencies): void {
  const perform = performOperation(dependencies);
  router
    .route('/Bulk')
    .all(requireCapability('bulkSupported'))
    .post(
      acceptAsync(dependencies, findBulk),
      perform((context, input) =>
        performBulk(context, input.readBody(context.tenant.profile.maxBulkPayloadBytes)),
      ),
    )
    .all(refuseMethod(['POST', 'OPTIONS']));
}

/** A message that is wrong as a whole is refused at once. */
function findBulk(request: ScimRequest, exchange: Exchange): LaterWork {
  invariant(exchange.tenant !== null, 'the tenant was found before');
  const { profile } = exchange.tenant;
  const body = readBody(request, exchange, profile.maxBulkPayloadBytes);
  readBulk(body, profile);
  return { path: '/Bulk', body };
}
