// The Requests list with nothing in it: waiting for the first request, or nothing that matches.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Activity, SearchX } from 'lucide-react';
import { callAdmin } from '../../api/client.ts';
import { useConnection } from '../../api/use-connection.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { RunCycleButton } from '../provisioning/run-cycle-button.tsx';
import { TestRequestButton } from '../connect/test-request-button.tsx';

const route = getRouteApi('/requests');

interface NoRequestsProps {
  /** What was refused without a tenant, where there are several tenants and none of it was surely for this one. */
  readonly refused?: { readonly count: number; readonly onShow: () => void };
}

export function NoRequests({ refused }: NoRequestsProps) {
  const connection = useConnection().data;
  return (
    <EmptyState
      icon={Activity}
      title="Waiting for the first request"
      actions={
        <>
          <TestRequestButton variant="primary" />
          <RunCycleButton />
          {connection !== undefined && (
            <>
              <CopyButton what="Tenant URL" caption="Copy URL" text={connection.tenantUrl} />
              <CopyButton what="Secret Token" caption="Copy token" text={connection.secretToken} />
            </>
          )}
        </>
      }
    >
      <p>
        Point a SCIM client at{' '}
        <code className="font-mono text-sm wrap-anywhere text-ink-1">{connection?.tenantUrl}</code>.
        Each request appears here the moment it arrives, refused ones too.
      </p>
      <p className="pt-1">
        From the Internet it is reached through a tunnel:{' '}
        <Link to="/integration/scim" className="text-accent underline underline-offset-2">
          how to expose it
        </Link>
        .
      </p>
      {refused !== undefined && (
        <div className="flex flex-wrap items-center justify-center gap-x-2 pt-2">
          <p>{formatCount(refused.count, 'request')} named no tenant and got no further.</p>
          <Button variant="ghost" onPress={refused.onShow}>
            Show them
          </Button>
        </div>
      )}
    </EmptyState>
  );
}

const MOST_MISSES = 3;

export function NoMatch({ filter }: { readonly filter: string }) {
  const navigate = route.useNavigate();
  const misses = useNearestMisses(filter);
  function show(next: string): void {
    void navigate({
      search: (search) => ({ ...search, filter: next === '' ? undefined : next }),
    });
  }
  return (
    <EmptyState
      icon={SearchX}
      title="No request matches"
      actions={
        <>
          {misses.map((miss) => (
            <Button key={miss.without} onPress={() => show(miss.filter)}>
              Without <code className="font-mono text-sm">{miss.without}</code>:{' '}
              {miss.isMore
                ? `more than ${formatNumber(miss.count)}`
                : formatCount(miss.count, 'request')}
            </Button>
          ))}
          <Button onPress={() => show('')}>Clear the filter</Button>
        </>
      }
    >
      <p>
        Nothing in the log answers to{' '}
        <code className="font-mono text-sm wrap-anywhere text-ink-1">{filter}</code>.
        {misses.length > 0 && ' One term less, and there is something:'}
      </p>
    </EmptyState>
  );
}

function useNearestMisses(filter: string) {
  const tenant = useTenantSlug();
  const query = useQuery({
    queryKey: ['request-log', 'misses', tenant, filter],
    queryFn: ({ signal }) => callAdmin('findNearestMisses', { query: { tenant, filter } }, signal),
  });
  return (query.data?.misses ?? [])
    .filter((miss) => miss.count > 0 && miss.filter !== '')
    .slice(0, MOST_MISSES);
}
