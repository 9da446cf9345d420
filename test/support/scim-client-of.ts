// The simulator's SCIM client for a test, closed with it.
import { systemClock } from '../../main/base/clock.ts';
import { newUuid } from '../../main/base/ids.ts';
import { createTrust } from '../../main/base/trust.ts';
import { createTokenSource } from '../../main/simulator/client/access-token.ts';
import { createScimClient, type ScimClient } from '../../main/simulator/client/scim-client.ts';
import { readTargetUrl } from '../../main/simulator/client/target-url.ts';
import type { JobCredentials } from '../../shared/simulator/job.ts';

export const BEARER: JobCredentials = { type: 'bearer', secretToken: 'a-secret-token-of-a-test' };

export function scimClientOf(
  context: { readonly after: (end: () => void) => void },
  tenantUrl: string,
  { credentials = BEARER, timeoutMs = 5_000 } = {},
): ScimClient {
  const client = createScimClient({
    target: readTargetUrl(tenantUrl),
    tokens: createTokenSource(credentials, systemClock.monotonicMs),
    timeoutMs,
    concurrency: 4,
    clock: systemClock,
    newId: newUuid,
    signal: new AbortController().signal,
    trust: createTrust(),
  });
  context.after(client.close);
  return client;
}
