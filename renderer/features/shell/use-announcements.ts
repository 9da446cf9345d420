// Tells screen readers of new requests, gathered: at most one sentence in five seconds. And keeps in Activity what
// happens without a message: the connection, jobs, what others do to tenants and the request log.
import { useEffect, useRef } from 'react';
import type { LiveEvent } from '../../../shared/live-event.ts';
import { useLiveEvents, useLiveState } from '../../api/live-context.tsx';
import { useSettings } from '../../api/use-settings.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { recordActivity } from '../../ui/activity.ts';
import { announce } from '../../ui/announcer.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';

const GATHER_MS = 5000;

/** Mount once. */
export function useAnnouncements(): void {
  useRequestAnnouncements();
  useActivityOfFeed();
  useActivityOfConnection();
}

function useRequestAnnouncements(): void {
  const slug = useTenantSlug();
  const isOn = useSettings()['notifications.announcements'];
  const gathered = useRef({ requests: 0, failed: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function say(): void {
    const { requests, failed } = gathered.current;
    timer.current = undefined;
    gathered.current = { requests: 0, failed: 0 };
    announce(describeArrivals(requests, failed));
  }

  useLiveEvents((event) => {
    if (!isOn || event.type !== 'request-recorded') return;
    const { tenant, status } = event.data.request;
    if (tenant !== null && tenant !== slug) return;
    gathered.current.requests += 1;
    if (status >= 400 || status === 0) gathered.current.failed += 1;
    timer.current ??= setTimeout(say, GATHER_MS);
  });
}

function describeArrivals(requests: number, failed: number): string {
  const arrived = formatCount(requests, 'new request');
  return failed === 0 ? arrived : `${arrived}, ${formatNumber(failed)} failed`;
}

function useActivityOfFeed(): void {
  useLiveEvents((event) => {
    const message = describeEvent(event);
    if (message !== undefined) recordActivity({ tone: 'neutral', message });
  });
}

const TENANT_WORDS = {
  created: 'was created',
  renamed: 'was renamed',
  emptied: 'was emptied',
  deleted: 'was deleted',
  'schemas-changed': 'has other schemas',
} as const;

function describeEvent(event: LiveEvent): string | undefined {
  switch (event.type) {
    case 'tenants-changed':
      return `The tenant ${event.data.tenant} ${TENANT_WORDS[event.data.action]}`;
    case 'requests-cleared':
      return event.data.tenant === undefined
        ? 'The request log was cleared'
        : `The requests of ${event.data.tenant} were cleared`;
    case 'settings-changed':
      return 'Settings were changed';
    default:
      return undefined;
  }
}

/** A page that is left, as by a reload, loses its feed too: nobody is there any more when it would be told. */
const TELL_LOSS_AFTER_MS = 1000;

function useActivityOfConnection(): void {
  const { kind } = useLiveState();
  const hasBeenOpen = useRef(false);
  const isLossTold = useRef(false);
  useEffect(() => {
    if (kind === 'open') {
      if (isLossTold.current) recordActivity({ tone: 'good', message: 'The server answers again' });
      hasBeenOpen.current = true;
      isLossTold.current = false;
    }
    if (kind !== 'lost' || !hasBeenOpen.current) return undefined;
    const timer = setTimeout(() => {
      isLossTold.current = true;
      recordActivity({ tone: 'bad', message: 'The server does not answer' });
    }, TELL_LOSS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [kind]);
}
