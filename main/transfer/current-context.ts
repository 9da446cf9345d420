// The tenant of a job as it is now: its schemas and its profile may change while the job runs.
import { asAdministrator } from '../provider/administrator.ts';
import type { OperationContext } from '../provider/context.ts';
import { modelsOf } from '../provider/models-of.ts';
import { jobFault } from './formats/file-entry.ts';

/** As the administrator works on it. Throws a file fault when the tenant is gone. */
export function currentContext(context: OperationContext): OperationContext {
  const tenant = context.store.tenants.get(context.tenant.id);
  if (tenant === undefined) throw jobFault('The tenant was deleted while the job ran.');
  const current = asAdministrator(tenant);
  return { ...context, tenant: current, models: modelsOf(context.store, current) };
}
