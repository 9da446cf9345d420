// An audit entry about what an administrator did with the provisioning of an application.
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { AdminAppDependencies } from './dependencies.ts';

const ADMINISTRATOR = 'Administrator';

export function noteAudit(
  { store, virtualClock }: Pick<AdminAppDependencies, 'store' | 'virtualClock'>,
  applicationId: string,
  { activity, details = {} }: { readonly activity: string; readonly details?: JsonObject },
): void {
  const at = virtualClock.now().toISOString();
  store.auditLog.note({ at, applicationId, activity, actor: ADMINISTRATOR, details });
}
