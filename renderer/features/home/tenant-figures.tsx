// What the tenant holds and whether it serves.
import { Link } from '@tanstack/react-router';
import { useLiveState } from '../../api/live-context.tsx';
import { useStatus } from '../../api/use-status.ts';
import { cx } from '../../ui/cx.ts';
import { formatDateTime, formatNumber } from '../../ui/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';

export function TenantFigures() {
  const status = useStatus().data;
  const isServing = useLiveState().kind === 'open';
  const counts = status?.tenants[0]?.counts;
  return (
    <section
      aria-labelledby="tenant-title"
      className="rounded-lg border border-line bg-surface-1 p-5 shadow-xs"
    >
      <h2 id="tenant-title" className="mb-3 text-lg font-semibold">
        Tenant
      </h2>
      {counts === undefined ? (
        <Skeleton label="Loading the figures" lines={3} />
      ) : (
        <>
          <div className="grid grid-cols-3 gap-2">
            <Figure
              to="/users"
              label="Users"
              value={counts.users}
              note={`${formatNumber(counts.activeUsers)} active`}
            />
            <Figure
              to="/groups"
              label="Groups"
              value={counts.groups}
              note={`${formatNumber(counts.memberships)} members`}
            />
            <Figure to="/requests" label="Requests" value={counts.requests} note="in the log" />
          </div>
          <dl className="mt-4 grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-t border-line pt-3">
            <dt className="text-ink-3">State</dt>
            <dd className="flex items-center gap-2">
              <span
                aria-hidden
                className={cx(
                  'size-2 rounded-full',
                  isServing ? 'bg-good' : 'border-2 border-warn',
                )}
              />
              {isServing ? 'Serving' : 'Not connected'}
            </dd>
            <dt className="text-ink-3">Since</dt>
            <dd>{formatDateTime(status?.startedAt ?? '')}</dd>
            <dt className="text-ink-3">Runs on</dt>
            <dd>{status?.runtime}</dd>
          </dl>
        </>
      )}
    </section>
  );
}

interface FigureProps {
  readonly to: '/users' | '/groups' | '/requests';
  readonly label: string;
  readonly value: number;
  readonly note: string;
}

function Figure({ to, label, value, note }: FigureProps) {
  return (
    <Link to={to} className="rounded-md border border-line px-3 py-2 hover:bg-surface-2">
      <span className="block text-sm text-ink-2">{label}</span>
      <span className="block text-xl font-semibold tabular-nums">{formatNumber(value)}</span>
      <span className="block truncate text-sm text-ink-3">{note}</span>
    </Link>
  );
}
