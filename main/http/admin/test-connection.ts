// The query that Entra sends on Test Connection, over HTTP to the tenant's own address: a look-up of a user that cannot
// exist. @see Microsoft Learn, "Tutorial: Develop and plan provisioning for a SCIM endpoint"
import type { SentRequest } from '../../../shared/admin/tenant.ts';
import type { TenantRecord } from '../../store/open-store.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { sendToTenant } from './send-to-tenant.ts';

export async function testConnection(
  dependencies: AdminAppDependencies,
  tenant: TenantRecord,
): Promise<SentRequest> {
  const path = `/Users?filter=userName+eq+%22${dependencies.newId()}%22`;
  return sendToTenant(dependencies, tenant, { method: 'GET', path, judge });
}

function judge(status: number, body: string): Pick<SentRequest, 'ok' | 'message'> {
  const ok = status === 200 && isEmptyList(parseJson(body));
  const message = ok
    ? 'Answered 200 with an empty list: Entra would accept these credentials.'
    : `Answered ${status}, where Entra expects 200 with an empty list.`;
  return { ok, message };
}

function isEmptyList(body: unknown): boolean {
  return (
    typeof body === 'object' && body !== null && 'totalResults' in body && body.totalResults === 0
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // then it is no list either
  }
}
