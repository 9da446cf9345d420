// Turns live events into stale cache entries, gathered for a moment so that a burst of requests costs one re-read.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { LiveEvent } from '../../shared/live-event.ts';
import { useLiveEvents } from './live-context.tsx';

const GATHER_MS = 200;

const STALE_KINDS = {
  'request-recorded': ['status', 'recent-requests'],
  'requests-cleared': ['status', 'recent-requests', 'request'],
  'resource-changed': ['status', 'resources'],
  'tenant-changed': ['status', 'connection'],
  'async-request-finished': ['request'],
  'job-progress': ['status', 'resources', 'jobs'],
  'check-run-changed': ['check-runs'],
  'settings-changed': ['settings'],
  'tenants-changed': ['status', 'connection', 'resources', 'recent-requests', 'request', 'schemas'],
} as const satisfies Record<Exclude<LiveEvent['type'], 'reset'>, readonly string[]>;

/** Mount once, near the root. */
export function useLiveQueries(): void {
  const queryClient = useQueryClient();
  const stale = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function flush(): void {
    timer.current = undefined;
    for (const kind of stale.current) void queryClient.invalidateQueries({ queryKey: [kind] });
    stale.current.clear();
  }

  useLiveEvents((event) => {
    if (event.type === 'reset') {
      void queryClient.invalidateQueries();
      return;
    }
    for (const kind of STALE_KINDS[event.type]) stale.current.add(kind);
    timer.current ??= setTimeout(flush, GATHER_MS);
  });
}
