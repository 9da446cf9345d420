// One operation of the UI on the resources of a type: as the administrator, without a request in the request log; what it
// changed is told to the live feed.
import type { Effect } from '../../../shared/admin/request-log.ts';
import { asAdministrator } from '../../provider/administrator.ts';
import { announceEffects } from '../../provider/announce-effects.ts';
import type { OperationContext } from '../../provider/context.ts';
import { modelsOf } from '../../provider/models-of.ts';
import { findModelByName } from '../../scim/schema/resource-models.ts';
import type { ResourceModel } from '../../scim/schema/schema-types.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describeConnection, requireTenant } from './find-tenant.ts';

interface Target {
  readonly tenant: string;
  readonly resourceType: string;
}

/** Throws `not-found` for a tenant or a resource type that is not there. */
export function openOperation(dependencies: AdminAppDependencies) {
  const { store, clock, newId, feed } = dependencies;
  return function inTenant<Result>(
    target: Target,
    operate: (context: OperationContext, model: ResourceModel) => Result,
  ): Result {
    const tenant = asAdministrator(requireTenant(dependencies, target.tenant));
    const models = modelsOf(store, tenant);
    const model = requireModel({ models }, target.resourceType);
    const effects: Effect[] = [];
    const reportEffect = (effect: Effect) => void effects.push(effect);
    const baseUrl = describeConnection(dependencies, tenant).tenantUrl;
    const context = { store, tenant, models, clock, newId, baseUrl, requestId: null, reportEffect };
    const result = operate(context, model);
    announceEffects(feed, tenant.slug, effects);
    return result;
  };
}

/** Throws `not-found`. */
export function requireModel(
  { models }: Pick<OperationContext, 'models'>,
  name: string,
): ResourceModel {
  const model = findModelByName(models, name);
  if (model !== undefined) return model;
  throw adminFailure('not-found', `The tenant has no resource type "${name}".`);
}
