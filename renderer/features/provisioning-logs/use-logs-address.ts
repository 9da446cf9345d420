// Filter, entry and tab of the provisioning logs, as the address has them.
import { getRouteApi } from '@tanstack/react-router';
import type { LogsSearch } from '../../routes/entra-routes.ts';
import { EXACT_FILTER_NAMES, type ExactFilter } from './log-words.ts';

const route = getRouteApi('/entra/logs');

/** What the server is asked with; members that are not set are absent. */
export type LogFilter = Readonly<
  Partial<Record<ExactFilter | 'identity' | 'text' | 'status' | 'action' | 'from' | 'to', string>>
>;

export const DATE_RANGES = {
  all: { label: 'All dates', hours: null },
  '24h': { label: 'Last 24 hours', hours: 24 },
  '7d': { label: 'Last 7 days', hours: 7 * 24 },
  '30d': { label: 'Last 30 days', hours: 30 * 24 },
  custom: { label: 'Custom', hours: null },
} as const;
export type DateRange = keyof typeof DATE_RANGES;

const HOUR_MS = 3_600_000;

export function useLogsSearch(): LogsSearch {
  return route.useSearch();
}

/** `now` is the time that ranges count back from. */
export function useLogsAddress(now: string | undefined) {
  const search = route.useSearch();
  const navigate = route.useNavigate();

  function go(change: Partial<LogsSearch>): void {
    void navigate({ search: (before) => ({ ...before, ...change }) });
  }

  const range: DateRange = search.range ?? 'all';
  return {
    search,
    filter: readFilter(search, now),
    range,
    isFiltered: isFiltered(search),
    go,
    /** Another filter makes another list: what was open may not be in it. */
    setFilter: (change: Partial<LogsSearch>) => go({ ...change, id: undefined }),
    clear: () =>
      void navigate({
        search: ({ application, tenant, view }) => ({ application, tenant, view }),
      }),
  };
}

export type LogsAddress = ReturnType<typeof useLogsAddress>;

function readFilter(search: LogsSearch, now: string | undefined): LogFilter {
  const names = [...EXACT_FILTER_NAMES, 'identity', 'text', 'status', 'action'] as const;
  const given = names.flatMap((name) => {
    const value = search[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(given), ...readDates(search, now) };
}

function readDates({ range, from, to }: LogsSearch, now: string | undefined): LogFilter {
  if (range === 'custom') {
    return {
      ...(from !== undefined && { from: startOfDay(from, 0) }),
      ...(to !== undefined && { to: startOfDay(to, 1) }),
    };
  }
  const hours = range === undefined ? null : DATE_RANGES[range].hours;
  if (hours === null || now === undefined) return {};
  return { from: new Date(Date.parse(now) - hours * HOUR_MS).toISOString() };
}

/** Of a local day, such as `2026-05-04`, or of one some days later. */
function startOfDay(day: string, daysLater: number): string {
  const start = new Date(`${day}T00:00:00`);
  start.setDate(start.getDate() + daysLater);
  return start.toISOString();
}

function isFiltered(search: LogsSearch): boolean {
  const { applications, range, identity, text, status, action, ...rest } = search;
  return [
    applications,
    range,
    identity,
    text,
    status,
    action,
    ...EXACT_FILTER_NAMES.map((name) => rest[name]),
  ].some((value) => value !== undefined && value !== '');
}
