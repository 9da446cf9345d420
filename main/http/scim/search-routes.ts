// Queries beside those of a collection: by POST to `.search`, and over all resource types. Before anything else it is
// asked whether the tenant's profile has them. @see RFC 7644 §3.4.2.1 and §3.4.3
import type { Router } from 'express';
import { queryAllTypes, queryResources } from '../../provider/query-resources.ts';
import { readSearchRequest } from '../../scim/query/read-search-request.ts';
import type { ScimAppDependencies } from './exchange.ts';
import { performOnType, performOperation } from './perform-operation.ts';
import { refuseMethod } from './refuse.ts';
import { readListQuery } from './read-parameters.ts';
import { requireCapability } from './require-capability.ts';

/** At the base URL, which a browser gets a page from, and its `.search`. @see RFC 7644 §3.4.2.1 */
export function mountRootQueries(router: Router, dependencies: ScimAppDependencies): void {
  const perform = performOperation(dependencies);
  router
    .route('/')
    .all(requireCapability('rootQuerySupported'))
    .get(perform((context, { query }) => queryAllTypes(context, readListQuery(query))))
    .all(refuseMethod(['GET', 'HEAD', 'OPTIONS']));
  router
    .route('/.search')
    .all(requireCapability('searchSupported'), requireCapability('rootQuerySupported'))
    .post(perform((context, { readBody }) => queryAllTypes(context, readSearchRequest(readBody()))))
    .all(refuseMethod(['POST', 'OPTIONS']));
}

/** @see RFC 7644 §3.4.3 */
export function mountSearch(router: Router, dependencies: ScimAppDependencies): void {
  const perform = performOnType(dependencies);
  router
    .route('/:endpoint/.search')
    .all(requireCapability('searchSupported'))
    .post(
      perform((context, model, { readBody }) =>
        queryResources(context, model, readSearchRequest(readBody())),
      ),
    )
    .all(refuseMethod(['POST', 'OPTIONS']));
}
