// Which request is another one again: the same method, path, query and body, within some minutes after it had failed.
// Failures are few and are kept in memory, as a digest, so that a request that succeeds costs nothing; after a restart
// nothing is a retry of what was before.
import { createHash } from 'node:crypto';

export interface Attempt {
  readonly id: number;
  readonly method: string;
  /** As received: path and query. */
  readonly target: string;
  readonly body: Buffer;
  /** 0: no answer. */
  readonly status: number;
  readonly atMs: number;
}

interface Failure {
  readonly id: number;
  readonly atMs: number;
}

const WINDOW_MS = 10 * 60_000;
const MOST_FAILURES = 2_000;

export type RetryFinder = ReturnType<typeof createRetryFinder>;

export function createRetryFinder() {
  // In the order of insertion, the oldest first.
  const failures = new Map<string, Failure>();

  /** The id of the attempt before, if it failed; remembers this one if it did. */
  return function findRetry(attempt: Attempt): number | null {
    const isFailure = attempt.status === 0 || attempt.status >= 400;
    if (!isFailure && failures.size === 0) return null;
    const digest = digestOf(attempt);
    const failure = failures.get(digest);
    failures.delete(digest);
    if (isFailure) remember(digest, attempt);
    const isRecent = failure !== undefined && attempt.atMs - failure.atMs <= WINDOW_MS;
    return isRecent ? failure.id : null;
  };

  function remember(digest: string, { id, atMs }: Attempt): void {
    failures.set(digest, { id, atMs });
    const [oldest] = failures.keys();
    if (failures.size > MOST_FAILURES && oldest !== undefined) failures.delete(oldest);
  }
}

function digestOf({ method, target, body }: Attempt): string {
  return createHash('sha256').update(`${method} ${target}\n`).update(body).digest('base64');
}
