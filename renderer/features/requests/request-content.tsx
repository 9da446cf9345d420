// The list in the form that the address asks for, or what stands in its place while there are no rows.
import { Radio } from 'lucide-react';
import { useState } from 'react';
import { useStatus, useTenantSlug } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { GroupedList } from './grouped-list.tsx';
import type { RequestListProps } from './list-props.ts';
import { NoMatch, NoRequests } from './no-requests.tsx';
import { RequestList } from './request-list.tsx';
import { hasOnlyStrays } from './request-rows.ts';
import type { RequestWindow } from './request-window.ts';
import type { RequestWindowState } from './window-core.ts';
import { SortedList } from './sorted-list.tsx';
import type { RequestsAddress } from './use-requests-address.ts';

interface RequestContentProps extends RequestListProps {
  readonly address: RequestsAddress;
  readonly state: RequestWindowState;
  readonly window: RequestWindow;
}

export function RequestContent({ address, ...props }: RequestContentProps) {
  const { state, window, sort } = props;
  if (address.groupBy !== null) return <GroupedList {...props} groupBy={address.groupBy} />;
  if (sort !== null) return <SortedList {...props} sort={sort} />;
  if (state.rows.length > 0) return <LiveList {...props} />;
  if (state.phase === 'loading') return <Skeleton label="Loading requests" lines={8} />;
  if (state.phase === 'failed') {
    return (
      <ErrorState
        title="The requests could not be read"
        error={state.error}
        onRetry={window.reload}
      />
    );
  }
  return state.filter === '' ? <NoRequests /> : <NoMatch filter={state.filter} />;
}

/** Of several tenants, one that no request has named yet still waits for its first; what named none is a press away. */
function LiveList(props: Omit<RequestContentProps, 'address'>) {
  const { state } = props;
  const tenant = useTenantSlug();
  const hasOthers = (useStatus().data?.tenants.length ?? 0) > 1;
  const [shownFor, setShownFor] = useState<string>();
  const isWaiting =
    hasOthers &&
    shownFor !== tenant &&
    state.filter === '' &&
    props.openId === undefined &&
    hasOnlyStrays(state);
  if (!isWaiting) return <RequestList {...props} />;
  const refused = { count: state.total, onShow: () => setShownFor(tenant) };
  return <NoRequests refused={refused} />;
}

/** Over a list that would jump if it were live. */
interface FrozenNoticeProps {
  readonly state: RequestWindowState;
  readonly onLive: () => void;
}

export function FrozenNotice({ state, onLive }: FrozenNoticeProps) {
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-2 border-b border-line bg-surface-2 px-4 py-1">
      <Radio aria-hidden className="size-4 text-ink-3" />
      <p role="status" className="flex-1 text-ink-2">
        Live updates paused
        {state.newCount > 0 && `, ${formatNumber(state.newCount)} new`}
      </p>
      <Button onPress={onLive}>Back to the live list</Button>
    </div>
  );
}
