// The query that Entra sends on Test Connection, over HTTP to the tenant's own address: a look-up of a user that cannot
// exist. @see Microsoft Learn, "Tutorial: Develop and plan provisioning for a SCIM endpoint"
import type { ConnectionTest } from '../../../shared/admin/tenant.ts';
import { APP_HEADER } from '../../scim/meaning/guess-source.ts';
import type { TenantRecord } from '../../store/open-store.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describeConnection } from './find-tenant.ts';

const TIMEOUT_MS = 10_000;

interface Outcome {
  readonly ok: boolean;
  readonly status: number | null;
  readonly message: string;
}

export async function testConnection(
  dependencies: AdminAppDependencies,
  tenant: TenantRecord,
): Promise<ConnectionTest> {
  const { clock, newId } = dependencies;
  const { localTenantUrl } = describeConnection(dependencies, tenant);
  const url = `${localTenantUrl}/Users?filter=userName+eq+%22${newId()}%22`;
  const startedMs = clock.monotonicMs();
  const outcome = await send(url, tenant.secretToken);
  return { ...outcome, url, durationMs: clock.monotonicMs() - startedMs };
}

async function send(url: string, secretToken: string): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      headers: {
        Accept: 'application/scim+json',
        Authorization: `Bearer ${secretToken}`,
        [APP_HEADER]: 'test-request',
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return judge(response.status, await response.text());
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    return { ok: false, status: null, message: `No answer came (${reason}).` };
  }
}

function judge(status: number, body: string): Outcome {
  const ok = status === 200 && isEmptyList(parseJson(body));
  const message = ok
    ? 'Answered 200 with an empty list: Entra would accept these credentials.'
    : `Answered ${status}, where Entra expects 200 with an empty list.`;
  return { ok, status, message };
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
