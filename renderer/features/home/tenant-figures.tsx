// What the tenant holds, and how that has changed in a day.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CountWithChange, TenantCounts } from '../../../shared/admin/traffic.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Card } from './card.tsx';
import { tellChange } from './tell-change.ts';

export function TenantFigures() {
  const tenant = useTenantSlug();
  const counts = useQuery({
    queryKey: queryKeys.counts(tenant),
    queryFn: ({ signal }) => callAdmin('getCounts', { params: { tenant } }, signal),
  });
  return (
    <Card title="In the tenant" aside={<span className="text-sm text-ink-3">Change in 24 h</span>}>
      {counts.isPending && <Skeleton label="Loading the figures" lines={4} />}
      {counts.isError && (
        <ErrorState
          title="The figures could not be read"
          error={counts.error}
          onRetry={() => void counts.refetch()}
        />
      )}
      {counts.data !== undefined && <Figures counts={counts.data} />}
    </Card>
  );
}

function Figures({ counts }: { readonly counts: TenantCounts }) {
  return (
    <table aria-label="What the tenant holds" className="w-full border-collapse">
      <thead className="sr-only">
        <tr>
          <th scope="col">What</th>
          <th scope="col">Now</th>
          <th scope="col">Change in 24 hours</th>
        </tr>
      </thead>
      <tbody>
        <Figure to="/users" state="active" label="Active users" {...counts.activeUsers} />
        <Figure to="/users" state="inactive" label="Inactive users" {...counts.inactiveUsers} />
        <Figure to="/users" state="deleted" label="Deleted users" {...counts.deletedUsers} />
        <Figure to="/groups" label="Groups" {...counts.groups} />
        <Figure label="Memberships" {...counts.memberships} />
      </tbody>
    </table>
  );
}

interface FigureProps extends CountWithChange {
  readonly label: string;
  /** List of what was counted. */
  readonly to?: '/users' | '/groups';
  readonly state?: 'active' | 'inactive' | 'deleted';
}

function Figure({ label, to, state, now, change }: FigureProps) {
  return (
    <tr className="border-t border-line/60 first:border-t-0">
      <th scope="row" className="py-1.5 text-left font-normal text-ink-2">
        {to === undefined ? (
          label
        ) : (
          <Link
            to={to}
            search={state === undefined ? {} : { state }}
            className="hover:text-ink-1 hover:underline"
          >
            {label}
          </Link>
        )}
      </th>
      <td className="py-1.5 text-right text-lg font-semibold tabular-nums">{formatNumber(now)}</td>
      <td className="w-20 py-1.5 text-right text-sm text-ink-3 tabular-nums">
        {tellChange(change)}
      </td>
    </tr>
  );
}
