// The simulator's SCIM client for a test, closed with it.
import { systemClock } from '../../main/base/clock.ts';
import { newRsaSigningKey, type SigningKey } from '../../main/base/jws.ts';
import { newUuid } from '../../main/base/ids.ts';
import { createTrust } from '../../main/base/trust.ts';
import { createTokenSource } from '../../main/simulator/client/access-token.ts';
import { createTokenIssuer } from '../../main/simulator/client/entra-token.ts';
import { createScimClient, type ScimClient } from '../../main/simulator/client/scim-client.ts';
import { readTargetUrl } from '../../main/simulator/client/target-url.ts';
import type { JobCredentials } from '../../shared/simulator/job.ts';

const { monotonicMs, now } = systemClock;
let entraKey: SigningKey | undefined;
const key = () => (entraKey ??= newRsaSigningKey('entra'));

export const BEARER: JobCredentials = { type: 'bearer', secretToken: 'a-secret-token-of-a-test' };

export function scimClientOf(
  context: { readonly after: (end: () => void) => void },
  tenantUrl: string,
  { credentials = BEARER, timeoutMs = 5_000 } = {},
): ScimClient {
  const client = createScimClient({
    target: readTargetUrl(tenantUrl),
    tokens: createTokenSource(credentials, {
      monotonicMs,
      issueToken: createTokenIssuer(key, now),
    }),
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
