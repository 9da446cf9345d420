// A client over HTTPS that trusts what it was given beside the usual roots.
import { askHttp } from '../../main/base/ask-http.ts';
import { describeConnectionProblem } from '../../main/base/connection-problem.ts';
import { createTrust } from '../../main/base/trust.ts';
import type { TestTenant } from './start-tenant.ts';

/** Status and text, or 0 and why there was no answer. */
export async function askSecure(url: string, token: string, certificate: string | null = null) {
  const trust = createTrust(certificate === null ? [] : [certificate]);
  const headers = { Authorization: `Bearer ${token}` };
  try {
    const { status, text } = await askHttp(url, { method: 'GET', headers, trust });
    return { status, text };
  } catch (error) {
    return { status: 0, text: describeConnectionProblem(error) };
  }
}

export async function connectionOf(tenant: TestTenant) {
  return tenant.admin('getConnection', { params: { tenant: 'default' } });
}
