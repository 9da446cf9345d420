// The endpoints of a tenant, below its base URL. @see RFC 7644 §3.2 (endpoints and methods) and §4 (discovery)
// Names match in any case and with or without a trailing slash. A method that an endpoint does not know is 405 with
// Allow; what this service provider leaves out (Bulk, Me, .search) is 501.
import { Router } from 'express';
import { createResource } from '../../provider/create-resource.ts';
import { deleteResource } from '../../provider/delete-resource.ts';
import { getResource } from '../../provider/get-resource.ts';
import { patchResource } from '../../provider/patch-resource.ts';
import { queryResources } from '../../provider/query-resources.ts';
import { replaceResource } from '../../provider/replace-resource.ts';
import type { ResourceModel } from '../../scim/schema/schema-types.ts';
import { resourceModels } from '../../scim/schema/resource-models.ts';
import type { ScimAppDependencies } from './exchange.ts';
import { mountDiscovery } from './discovery-routes.ts';
import { performOperation } from './perform-operation.ts';
import { refuseMethod, refusePath, refuseUnserved } from './refuse.ts';
import { readListQuery, readProjection } from './read-parameters.ts';

export function createRoutes(dependencies: ScimAppDependencies): Router {
  const router = Router();
  mountUnserved(router);
  mountDiscovery(router);
  for (const model of resourceModels) mountResourceType(router, model, dependencies);
  router.use(refusePath);
  return router;
}

/** Before `/Users/:id`, which would take `.search` for an id. @see RFC 7644 §3.4.3, §3.7, §3.11 */
function mountUnserved(router: Router): void {
  const searches = ['/.search', ...resourceModels.map(({ type }) => `${type.endpoint}/.search`)];
  router.all(['/Bulk', '/Me', '/Me/{*rest}', ...searches], refuseUnserved);
}

function mountResourceType(
  router: Router,
  model: ResourceModel,
  dependencies: ScimAppDependencies,
): void {
  const perform = performOperation(dependencies);
  router
    .route(model.type.endpoint)
    .get(perform((context, { query }) => queryResources(context, model, readListQuery(query))))
    .post(
      perform((context, { query, readBody }) =>
        createResource(context, model, { body: readBody(), projection: readProjection(query) }),
      ),
    )
    .all(refuseMethod(['GET', 'HEAD', 'POST', 'OPTIONS']));
  router
    .route(`${model.type.endpoint}/:id`)
    .get(
      perform((context, { id, query }) =>
        getResource(context, model, { id, projection: readProjection(query) }),
      ),
    )
    .put(
      perform((context, { id, query, readBody }) =>
        replaceResource(context, model, {
          id,
          body: readBody(),
          projection: readProjection(query),
        }),
      ),
    )
    .patch(
      perform((context, { id, query, readBody }) =>
        patchResource(context, model, { id, body: readBody(), projection: readProjection(query) }),
      ),
    )
    .delete(perform((context, { id }) => deleteResource(context, model, id)))
    .all(refuseMethod(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']));
}
