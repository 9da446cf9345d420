// /Me: the User of whoever sent the request, which its token may name. Answers have the permanent location of the
// resource. @see RFC 7644 §3.11
import type { Router } from 'express';
import { createResource } from '../../provider/create-resource.ts';
import { deleteResource } from '../../provider/delete-resource.ts';
import { getResource } from '../../provider/get-resource.ts';
import { patchResource } from '../../provider/patch-resource.ts';
import { replaceResource } from '../../provider/replace-resource.ts';
import { findUserModel, requireCallerId } from '../../provider/caller.ts';
import { acceptAsync, type LaterWork } from './accept-async.ts';
import type { Exchange, ScimAppDependencies, ScimRequest } from './exchange.ts';
import { performOperation, readBody } from './perform-operation.ts';
import { readProjection } from './read-parameters.ts';
import { refuseMethod, refusePath } from './refuse.ts';
import { requireCapability } from './require-capability.ts';

export function mountMe(router: Router, dependencies: ScimAppDependencies): void {
  const perform = performOperation(dependencies);
  const later = acceptAsync(dependencies, findMe);
  router
    .route('/Me')
    .all(requireCapability('meSupported'))
    .get(
      perform((context, { query }) =>
        getResource(context, findUserModel(context), {
          id: requireCallerId(context),
          projection: readProjection(query),
        }),
      ),
    )
    .post(
      requireCapability('meCreationSupported'),
      perform((context, input) =>
        createResource(context, findUserModel(context), {
          body: input.readBody(),
          projection: readProjection(input.query),
        }),
      ),
    )
    .put(
      later,
      perform((context, input) =>
        replaceResource(context, findUserModel(context), {
          id: requireCallerId(context),
          body: input.readBody(),
          projection: readProjection(input.query),
        }),
      ),
    )
    .patch(
      later,
      perform((context, input) =>
        patchResource(context, findUserModel(context), {
          id: requireCallerId(context),
          body: input.readBody(),
          projection: readProjection(input.query),
        }),
      ),
    )
    .delete(
      later,
      perform((context) =>
        deleteResource(context, findUserModel(context), requireCallerId(context)),
      ),
    )
    .all(refuseMethod(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']));
  router.all('/Me/{*rest}', refusePath);
}

/** Whoever it is is asked at once: the token may have been taken back by the time the work is done. */
function findMe(request: ScimRequest, exchange: Exchange): LaterWork {
  const isDelete = request.method === 'DELETE';
  return {
    path: `/Users/${encodeURIComponent(requireCallerId(exchange))}`,
    body: isDelete ? undefined : readBody(request, exchange),
  };
}
