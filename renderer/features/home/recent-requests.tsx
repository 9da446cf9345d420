// The last few requests, newest first, kept live.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatTime } from '../../ui/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Meaning, Status } from '../requests/request-cells.tsx';

const SHOWN = 8;

export function RecentRequests() {
  const tenant = useTenantSlug();
  const recent = useQuery({
    queryKey: queryKeys.recentRequests(tenant),
    queryFn: ({ signal }) => callAdmin('listRequests', { query: { tenant, limit: SHOWN } }, signal),
  });
  return (
    <section
      aria-labelledby="recent-title"
      className="rounded-lg border border-line bg-surface-1 shadow-xs"
    >
      <div className="flex min-h-12 items-center justify-between px-5 pt-1">
        <h2 id="recent-title" className="text-lg font-semibold">
          Last requests
        </h2>
        <Link to="/requests" className="font-medium text-accent hover:underline">
          All requests
        </Link>
      </div>
      {recent.isPending && <Skeleton label="Loading the last requests" lines={4} />}
      {recent.isError && (
        <ErrorState
          title="The last requests could not be read"
          error={recent.error}
          onRetry={() => void recent.refetch()}
        />
      )}
      {recent.data !== undefined && <List requests={recent.data.requests.toReversed()} />}
    </section>
  );
}

function List({ requests }: { readonly requests: readonly RequestSummary[] }) {
  if (requests.length === 0) {
    return (
      <p className="px-5 pb-5 text-ink-2">
        None yet. Send a test request above, or point your SCIM client at the Tenant URL: what
        arrives shows up here at once.
      </p>
    );
  }
  return (
    <ul className="pb-2">
      {requests.map((request) => (
        <li key={request.id}>
          <Link
            to="/requests"
            search={{ id: request.id }}
            className="flex h-8 items-center gap-3 px-5 hover:bg-surface-2"
          >
            <span className="shrink-0 font-mono text-sm text-ink-3">{formatTime(request.at)}</span>
            <span className="min-w-0 flex-1">
              <Meaning request={request} />
            </span>
            <span className="shrink-0">
              <Status request={request} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
