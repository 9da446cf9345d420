// A request of the app's own to a tenant, over HTTP to its local URL as any SCIM client would send it, with its Secret
// Token. It is recorded like any other; a header tells the request log who it was.
import type { SentRequest } from '../../../shared/admin/tenant.ts';
import { askHttp } from '../../base/ask-http.ts';
import { describeConnectionProblem } from '../../base/connection-problem.ts';
import type { Trust } from '../../base/trust.ts';
import { APP_HEADER } from '../../scim/meaning/guess-source.ts';
import type { TenantRecord } from '../../store/open-store.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describeConnection } from './find-tenant.ts';

const TIMEOUT_MS = 10_000;

export interface OwnRequest {
  readonly method: 'GET' | 'POST';
  /** Below the tenant URL. */
  readonly path: string;
  readonly body?: string;
  /** Says of the answer whether it is as expected, and what to make of it. */
  readonly judge: (status: number, body: string) => Pick<SentRequest, 'ok' | 'message'>;
}

/** Never throws: where no answer comes, the outcome says so. */
export async function sendToTenant(
  dependencies: AdminAppDependencies,
  tenant: TenantRecord,
  request: OwnRequest,
): Promise<SentRequest> {
  const { clock, trust } = dependencies;
  const url = describeConnection(dependencies, tenant).localTenantUrl + request.path;
  const startedMs = clock.monotonicMs();
  const outcome = await send(url, { secretToken: tenant.secretToken, trust }, request);
  return { ...outcome, url, durationMs: clock.monotonicMs() - startedMs };
}

async function send(
  url: string,
  { secretToken, trust }: { readonly secretToken: string; readonly trust: Trust },
  { method, body, judge }: OwnRequest,
): Promise<Pick<SentRequest, 'ok' | 'status' | 'message'>> {
  try {
    const response = await askHttp(url, {
      method,
      headers: {
        Accept: 'application/scim+json',
        Authorization: `Bearer ${secretToken}`,
        [APP_HEADER]: 'test-request',
        ...(body !== undefined && { 'Content-Type': 'application/scim+json' }),
      },
      body,
      trust,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.status, ...judge(response.status, response.text) };
  } catch (error) {
    return { ok: false, status: null, message: `No answer came: ${describe(error)}.` };
  }
}

function describe(error: unknown): string {
  const isLate = error instanceof Error && error.name === 'AbortError';
  return isLate ? `not within ${TIMEOUT_MS / 1000} seconds` : describeConnectionProblem(error);
}
