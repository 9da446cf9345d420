// The endpoints of a tenant, below its base URL. @see RFC 7644 §3.2 (endpoints and methods) and §4 (discovery)
// Names match in any case and with or without a trailing slash. Which resource types there are is the tenant's own
// matter, so their endpoints are looked up at each request. A method that an endpoint does not know is 405 with Allow;
// what a profile leaves out (Bulk, Me) is 501.
import { Router } from 'express';
import { createResource } from '../../provider/create-resource.ts';
import { deleteResource } from '../../provider/delete-resource.ts';
import { getResource } from '../../provider/get-resource.ts';
import { patchResource } from '../../provider/patch-resource.ts';
import { queryResources } from '../../provider/query-resources.ts';
import { replaceResource } from '../../provider/replace-resource.ts';
import { acceptAsync, findWrite } from './accept-async.ts';
import { mountAsyncOutcomes } from './async-routes.ts';
import { mountBulk } from './bulk-routes.ts';
import { mountEventFeed } from './event-routes.ts';
import type { ScimAppDependencies } from './exchange.ts';
import { mountDiscovery } from './discovery-routes.ts';
import { findEndpoint } from './find-endpoint.ts';
import { mountMe } from './me-routes.ts';
import { performOnType } from './perform-operation.ts';
import { refuseMethod, refusePath } from './refuse.ts';
import { readListQuery, readProjection } from './read-parameters.ts';
import { refuseProjection } from './refuse-projection.ts';
import { mountRootQueries, mountSearch } from './search-routes.ts';

export function createRoutes(dependencies: ScimAppDependencies): Router {
  const router = Router();
  mountDiscovery(router, dependencies);
  router.use(refuseProjection); // discovery takes no parameters
  mountBulk(router, dependencies);
  mountMe(router, dependencies);
  mountEventFeed(router, dependencies);
  mountAsyncOutcomes(router, dependencies);
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
  const later = acceptAsync(dependencies, findWrite);
  router
    .route('/:endpoint')
    .get(
      perform((context, model, { query }) => queryResources(context, model, readListQuery(query))),
    )
    .post(
      later,
      perform((context, model, { query, readBody }) =>
        createResource(context, model, { body: readBody(), projection: readProjection(query) }),
      ),
    )
    .all(refuseMethod(['GET', 'HEAD', 'POST', 'OPTIONS']));
}

/** @see RFC 7644 §3.4.1, §3.5.1, §3.5.2, §3.6 */
function mountResource(router: Router, dependencies: ScimAppDependencies): void {
  const perform = performOnType(dependencies);
  const later = acceptAsync(dependencies, findWrite);
  router
    .route('/:endpoint/:id')
    .get(
      perform((context, model, { id, query }) =>
        getResource(context, model, { id, projection: readProjection(query) }),
      ),
    )
    .put(
      later,
      perform((context, model, { id, query, readBody }) =>
        replaceResource(context, model, {
          id,
          body: readBody(),
          projection: readProjection(query),
        }),
      ),
    )
    .patch(
      later,
      perform((context, model, { id, query, readBody }) =>
        patchResource(context, model, { id, body: readBody(), projection: readProjection(query) }),
      ),
    )
    .delete(
      later,
      perform((context, model, { id }) => deleteResource(context, model, id)),
    )
    .all(refuseMethod(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']));
}
