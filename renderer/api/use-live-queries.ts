// Turns live events into stale cache entries, gathered for a moment so that a burst of requests costs one re-read.
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { LiveEvent } from '../../shared/live-event.ts';
import { useLiveEvents } from './live-context.tsx';
import { markStale } from './mark-stale.ts';
import { queryKeys } from './query-keys.ts';

const GATHER_MS = 200;

/** What follows from each request, from each change of a resource, and from the tenant itself. */
const OF_REQUESTS = ['status', 'recent-requests', 'traffic', 'top-findings'] as const;
const OF_LOG = [...OF_REQUESTS, 'traffic-of-day', 'request', 'request-log'] as const;
const OF_RESOURCES = ['status', 'resources', 'counts', 'first-steps'] as const;
const OF_DIRECTORY = ['directory', 'applications'] as const;
const OF_TENANT = ['status', 'connection', 'tokens', 'profile', 'schemas'] as const;

const STALE_KINDS = {
  'request-recorded': [...OF_REQUESTS, 'first-steps', 'tokens'],
  'requests-cleared': OF_LOG,
  'requests-removed': OF_LOG,
  'requests-restored': OF_LOG,
  'requests-annotated': ['recent-requests', 'request', 'request-log'],
  'recording-changed': ['request-log'],
  'request-views-changed': ['request-views'],
  'resource-changed': OF_RESOURCES,
  'tenant-changed': OF_TENANT,
  'async-request-finished': ['request'],
  'job-progress': [...OF_RESOURCES, 'jobs'],
  'check-run-changed': ['check-runs', 'first-steps'],
  'scenario-run-changed': ['scenario-runs'],
  'scenario-recorder-changed': ['scenario-recorder'],
  'serving-changed': ['serving', 'status', 'connection', 'settings'],
  'provisioning-logged': ['provisioning-logs', 'provisioning-insights'],
  'audit-noted': ['audit-logs'],
  'clock-changed': ['simulator-clock', 'job'],
  'job-changed': ['job', 'simulator-clock'],
  'mail-kept': ['mailbox'],
  'mail-changed': ['mailbox'],
  'directory-changed': OF_DIRECTORY,
  'settings-changed': ['settings', 'serving', 'request-log', 'admin-key'],
  // a restored snapshot brings its directory too
  'tenants-changed': [...OF_TENANT, ...OF_RESOURCES, ...OF_REQUESTS, ...OF_DIRECTORY, 'request'],
} as const satisfies Record<Exclude<LiveEvent['type'], 'reset'>, readonly string[]>;

/** Mount once, near the root. */
export function useLiveQueries(): void {
  const queryClient = useQueryClient();
  const stale = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function flush(): void {
    timer.current = undefined;
    for (const kind of stale.current) void markStale(queryClient, [kind]);
    stale.current.clear();
  }

  useLiveEvents((event) => {
    if (event.type === 'reset') {
      stale.current.clear(); // all of it is read anew
      void readAnew(queryClient);
      return;
    }
    for (const kind of STALE_KINDS[event.type]) stale.current.add(kind);
    timer.current ??= setTimeout(flush, GATHER_MS);
  });
}

/** First which applications there are: what belongs to one that is no more is not asked for again. */
async function readAnew(queryClient: QueryClient): Promise<void> {
  await markStale(queryClient, queryKeys.applications());
  // The screens that show them are drawn in between.
  setTimeout(() => void markStale(queryClient), 0);
}
