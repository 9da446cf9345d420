// Whether what a run has checked is the tenant on screen, whose token is known; else it must be asked for.
import type { CheckTarget } from '../../../shared/admin/check-run.ts';
import type { Connection } from '../../../shared/admin/tenant.ts';

export function targetOfRun(
  url: string,
  tenant: string,
  connection: Connection | undefined,
): CheckTarget | undefined {
  const isOwn = connection?.localTenantUrl.replace(/\/+$/, '') === url;
  return isOwn ? { tenant } : undefined;
}
