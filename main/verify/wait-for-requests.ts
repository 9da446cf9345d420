// A long poll: answers as soon as enough requests match, those of the log included, or says after the time is up what
// came instead. Nothing is missed in between: it listens before it reads.
import type { RequestDetails, RequestSummary } from '../../shared/admin/request-log.ts';
import type { Wait } from '../../shared/admin/verification.ts';
import type { Clock } from '../base/clock.ts';
import type { Feed } from '../base/feed.ts';
import type { Store } from '../store/open-store.ts';
import { matchesRequest } from './match-request.ts';
import { describeMisses, findNearMisses } from './near-misses.ts';
import { logged, scanRequests, type RequestSearch } from './scan-requests.ts';

export interface WaitDependencies {
  readonly store: Store;
  readonly feed: Feed;
  readonly clock: Clock;
}

export interface RequestWait extends RequestSearch {
  readonly count: number;
  readonly timeoutMs: number;
}

export async function waitForRequests(
  dependencies: WaitDependencies,
  wait: RequestWait,
): Promise<Wait> {
  const { store, clock } = dependencies;
  const startedMs = clock.monotonicMs();
  const found = await collect(dependencies, wait);
  const requests = [...found]
    .toSorted((one, other) => one - other)
    .flatMap((id) => store.requestLog.get(id) ?? []);
  const lastId = store.requestLog.lastRequestId();
  const waitedMs = Math.round(clock.monotonicMs() - startedMs);
  if (requests.length >= wait.count) return { kind: 'seen', requests, waitedMs, lastId };
  return describeUnseen(store, wait, { requests, waitedMs, lastId });
}

interface Outcome {
  readonly requests: RequestDetails[];
  readonly waitedMs: number;
  readonly lastId: number;
}

function describeUnseen(store: Store, wait: RequestWait, outcome: Outcome): Wait {
  const { arrived, nearMisses } = findNearMisses(store, wait);
  const { waitedMs } = outcome;
  const found = outcome.requests.length;
  const message = describeMisses({ ...wait, waitedMs, found, arrived, nearMisses });
  return { kind: 'not-seen', ...outcome, nearMisses: [...nearMisses], message };
}

/** Ids of what matches; ends with the time, with the server, or with enough of them. */
function collect(
  { store, feed, clock }: WaitDependencies,
  { count, timeoutMs, ...search }: RequestWait,
): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(finish, timeoutMs);
    let unsubscribe: () => void = () => undefined;
    unsubscribe = feed.subscribe(undefined, {
      onEvent(event) {
        if (event.type !== 'request-recorded') return;
        const { request } = event.data;
        if (isAskedFor(request)) keep(request);
      },
      onEnd: finish,
    });
    scanRequests({ store, clock }, search, keep).catch((error: unknown) => {
      finish();
      reject(error);
    });

    function isAskedFor(request: RequestSummary): boolean {
      const { tenant, since, match } = search;
      const isIn = request.tenant === tenant && request.id > since;
      return isIn && matchesRequest(match, logged(store, request));
    }

    function keep({ id }: RequestSummary): 'go on' | 'enough' {
      found.add(id);
      if (found.size < count) return 'go on';
      finish();
      return 'enough';
    }

    function finish(): void {
      clearTimeout(timer);
      unsubscribe();
      resolve(found);
    }
  });
}
