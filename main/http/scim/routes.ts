// The endpoints of a tenant, below its base URL. @see RFC 7644 §3.2 (endpoints and methods) and §4 (discovery)
// Names match in any case and with or without a trailing slash. Which resource types there are is the tenant's own
// matter, so their endpoints are looked up at each request. A method that an endpoint does not know is 405 with Allow;
// what this service provider leaves out (Bulk, Me) is 501.
import { Router } from 'express';
import { createResource } from '../../provider/create-resource.ts';
import { deleteResource } from '../../provider/delete-resource.ts';
import { getResource } from '../../provider/get-resource.ts';
import { patchResource } from '../../provider/patch-resource.ts';
import { queryResources } from '../../provider/query-resources.ts';
import { replaceResource } from '../../provider/replace-resource.ts';
import type { ScimAppDependencies } from './exchange.ts';
import { mountDiscovery } from './discovery-routes.ts';
import { findEndpoint } from './find-endpoint.ts';
import { performOnType } from './perform-operation.ts';
import { refuseMethod, refusePath, refuseUnserved } from './refuse.ts';
import { readListQuery, readProjection } from './read-parameters.ts';
import { mountRootQueries, mountSearch } from './search-routes.ts';

export function createRoutes(dependencies: ScimAppDependencies): Router {
  const router = Router();
  mountDiscovery(router, dependencies);
  router.all(['/Bulk', '/Me', '/Me/{*rest}'], refuseUnserved);
  mountRootQueries(router, dependencies);
  router.use('/:endpoint', findEndpoint(dependencies)); // after this only endpoints that the tenant has
  mountSearch(router, dependencies); // before `/:endpoint/:id`, which would take `.search` for an id
  mountCollection(router, dependencies);
  mountResource(router, dependencies);
  router.use(refusePath);
  return router;
}

/** @see RFC 7644 §3.3, §3.4.2 */
function mountCollection(router: Router, dependencies: ScimAppDependencies): void {
  const perform = performOnType(dependencies);
  router
    .route('/:endpoint')
    .get(
      perform((context, model, { query }) => queryResources(context, model, readListQuery(query))),
    )
    .post(
      perform((context, model, { query, readBody }) =>
        createResource(context, model, { body: readBody(), projection: readProjection(query) }),
      ),
    )
    .all(refuseMethod(['GET', 'HEAD', 'POST', 'OPTIONS']));
}

/** @see RFC 7644 §3.4.1, §3.5.1, §3.5.2, §3.6 */
function mountResource(router: Router, dependencies: ScimAppDependencies): void {
  const perform = performOnType(dependencies);
  router
    .route('/:endpoint/:id')
    .get(
      perform((context, model, { id, query }) =>
        getResource(context, model, { id, projection: readProjection(query) }),
      ),
    )
    .put(
      perform((context, model, { id, query, readBody }) =>
        replaceResource(context, model, {
          id,
          body: readBody(),
          projection: readProjection(query),
        }),
      ),
    )
    .patch(
      perform((context, model, { id, query, readBody }) =>
        patchResource(context, model, { id, body: readBody(), projection: readProjection(query) }),
      ),
    )
    .delete(perform((context, model, { id }) => deleteResource(context, model, id)))
    .all(refuseMethod(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']));
}
