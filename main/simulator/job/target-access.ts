// How jobs get at their targets: address, credentials, and tokens that are kept for as long as the credentials stay.
import { createHash } from 'node:crypto';
import type { Clock } from '../../base/clock.ts';
import type { Store } from '../../store/open-store.ts';
import type { JobRecord } from '../../store/sync-jobs/job-records.ts';
import { createTokenSource, type TokenParts, type TokenSource } from '../client/access-token.ts';
import { createTokenIssuer } from '../client/entra-token.ts';
import { reachTarget, type Reach, type ReachDependencies } from './reach-target.ts';

export interface TargetAccess {
  /** Undefined: not configured, or a tenant that is not there any more. */
  readonly reach: (job: JobRecord) => Reach | undefined;
  readonly tokensOf: (reach: Reach) => TokenSource;
}

/** Sources that are kept: those of credentials that were replaced go in time. */
const KEPT = 100;

export function createTargetAccess(
  dependencies: ReachDependencies,
  parts: TokenParts,
): TargetAccess {
  const sources = new Map<string, TokenSource>();
  return {
    reach: ({ target, credentials }) =>
      target === null ? undefined : reachTarget(dependencies, target, credentials),
    tokensOf({ credentials }) {
      const key = createHash('sha256').update(JSON.stringify(credentials)).digest('hex');
      const source = sources.get(key) ?? createTokenSource(credentials, parts);
      sources.delete(key);
      sources.set(key, source);
      const [oldest] = sources.keys();
      if (sources.size > KEPT && oldest !== undefined) sources.delete(oldest);
      return source;
    },
  };
}

export function tokenParts(
  { signingKeys }: Pick<Store, 'signingKeys'>,
  { now, monotonicMs }: Pick<Clock, 'now' | 'monotonicMs'>,
): TokenParts {
  return { monotonicMs, issueToken: createTokenIssuer(signingKeys.ofEntra, now) };
}
