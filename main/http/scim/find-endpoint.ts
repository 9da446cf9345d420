// Which resource type of the tenant an endpoint serves. @see RFC 7643 §6 (endpoint)
import { invariant } from '../../base/assert.ts';
import { modelsOf } from '../../provider/models-of.ts';
import { findModelByEndpoint } from '../../scim/schema/resource-models.ts';
import type { ScimAnswer, ScimAppDependencies, ScimHandler, ScimRequest } from './exchange.ts';
import { refusePath } from './refuse.ts';

/** @throws notFound for an endpoint that the tenant has not. */
export function findEndpoint({ store }: ScimAppDependencies): ScimHandler {
  return function findEndpoint(request: ScimRequest, response: ScimAnswer, next): void {
    const { exchange } = response.locals;
    invariant(exchange.tenant !== null, 'the tenant was found before');
    const models = modelsOf(store, exchange.tenant);
    const model = findModelByEndpoint(models, `/${request.params['endpoint'] ?? ''}`);
    if (model === undefined) return refusePath(request, response);
    exchange.model = model;
    next();
  };
}
