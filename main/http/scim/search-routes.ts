// Queries beside those of a collection: by POST to `.search`, and over all resource types. Before anything else it is
// asked whether the tenant's profile has them. @see RFC 7644 §3.4.2.1 and §3.4.3
import type { Router } from 'express';
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import { invariant } from '../../base/assert.ts';
import { queryAllTypes, queryResources } from '../../provider/query-resources.ts';
import { readSearchRequest } from '../../scim/query/read-search-request.ts';
import type { ScimAnswer, ScimAppDependencies, ScimHandler, ScimRequest } from './exchange.ts';
import { performOnType, performOperation } from './perform-operation.ts';
import { refuseMethod, refuseUnserved } from './refuse.ts';
import { readListQuery } from './read-parameters.ts';

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

type Capability = 'rootQuerySupported' | 'searchSupported';

function requireCapability(capability: Capability & keyof Profile): ScimHandler {
  return function requireCapability(request: ScimRequest, response: ScimAnswer, next): void {
    const { tenant } = response.locals.exchange;
    invariant(tenant !== null, 'the tenant was found before');
    if (!tenant.profile[capability]) return refuseUnserved(request, response);
    next();
  };
}
