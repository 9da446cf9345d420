// The context of an operation that the UI asks for: no request in the request log, effects told to nobody unless asked.
import type { OperationContext } from '../../provider/context.ts';
import { modelsOf } from '../../provider/models-of.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describeConnection, requireTenant } from './find-tenant.ts';

/** Throws `not-found` for a slug that no tenant has. */
export function openTenant(
  dependencies: AdminAppDependencies,
  slug: string,
  reportEffect: OperationContext['reportEffect'] = () => undefined,
): OperationContext {
  const { store, clock, newId } = dependencies;
  const tenant = requireTenant(dependencies, slug);
  const models = modelsOf(store, tenant);
  const baseUrl = describeConnection(dependencies, tenant).tenantUrl;
  return { store, tenant, models, clock, newId, baseUrl, requestId: null, reportEffect };
}
