// /Me: the User of whoever sent the request, which its token may name. Answers have the permanent location of the
// resource. @see RFC 7644 §3.11
import type { Router } from 'express';
import { locationOf } from '../../provider/assemble-resource.ts';
import type { OperationContext, ScimResponse } from '../../provider/context.ts';
import { createResource } from '../../provider/create-resource.ts';
import { deleteResource } from '../../provider/delete-resource.ts';
import { getResource } from '../../provider/get-resource.ts';
import { patchResource } from '../../provider/patch-resource.ts';
import { replaceResource } from '../../provider/replace-resource.ts';
import { findUserModel, requireCallerId } from '../../provider/caller.ts';
import { acceptAsync, type LaterWork } from './accept-async.ts';
import type { Exchange, ScimAppDependencies, ScimRequest } from './exchange.ts';
import { type OperationInput, performOperation, readBody } from './perform-operation.ts';
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
        permanent(
          context,
          getResource(context, findUserModel(context), {
            id: requireCallerId(context),
            projection: readProjection(query),
          }),
        ),
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
        permanent(
          context,
          replaceResource(context, findUserModel(context), readWrite(context, input)),
        ),
      ),
    )
    .patch(
      later,
      perform((context, input) =>
        permanent(
          context,
          patchResource(context, findUserModel(context), readWrite(context, input)),
        ),
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
function readWrite(context: OperationContext, { query, readBody }: OperationInput) {
  return {
    id: requireCallerId(context),
    body: readBody(),
    projection: readProjection(query),
  };
}

/** `/Me` is an alias: the answer says where the resource itself is. */
function permanent(context: OperationContext, response: ScimResponse): ScimResponse {
  const Location = locationOf(context, findUserModel(context), requireCallerId(context));
  return { ...response, headers: { ...response.headers, Location } };
}

function findMe(request: ScimRequest, exchange: Exchange): LaterWork {
  const isDelete = request.method === 'DELETE';
  return {
    path: `/Users/${encodeURIComponent(requireCallerId(exchange))}`,
    body: isDelete ? undefined : readBody(request, exchange),
  };
}
