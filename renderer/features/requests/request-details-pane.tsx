// One request in full: what it meant, what was sent, what was answered, what it changed.
import { useQuery } from '@tanstack/react-query';
import { FileX, RotateCw, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useEffectEvent, useRef } from 'react';
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { isApiError } from '../../api/api-error.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { replayRequests } from './request-actions.ts';
import { Method, Status } from './request-cells.tsx';
import { shortPath } from './request-words.ts';

interface RequestDetailsPaneProps {
  readonly id: number;
  /** Another request instead. */
  readonly onOpen: (id: number) => void;
  readonly onClose: () => void;
}

/** The tabs are loaded after the list: nobody needs them before a row is open. */
export const loadTabs = () => import('./details-tabs.tsx');
const DetailsTabs = lazy(async () => ({ default: (await loadTabs()).DetailsTabs }));

export function RequestDetailsPane({ id, onOpen, onClose }: RequestDetailsPaneProps) {
  const pane = useFocusOnOpen(id);
  const query = useQuery({
    queryKey: queryKeys.request(id),
    queryFn: ({ signal }) => callAdmin('getRequest', { params: { id } }, signal),
  });
  const isGone = isApiError(query.error) && query.error.code === 'not-found';
  return (
    <div
      ref={pane}
      tabIndex={-1}
      role="presentation"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
      className="flex min-h-0 flex-1 flex-col outline-none"
    >
      <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="flex min-w-0 flex-1 items-baseline gap-2 font-semibold">
          <span className="shrink-0">Request {id}</span>
          {query.data !== undefined && <Line request={query.data} />}
        </h2>
        <IconButton
          icon={RotateCw}
          label="Send again as it was"
          isDisabled={query.data === undefined || isGone}
          onPress={() => void replayRequests([id], onOpen)}
        />
        <IconButton icon={X} label="Close details" onPress={onClose} />
      </div>
      {query.isPending && <Skeleton label="Loading the request" lines={6} />}
      {isGone && (
        <EmptyState icon={FileX} title="This request is no longer in the log">
          <p>It was cleared, or it made room for newer ones.</p>
        </EmptyState>
      )}
      {query.isError && !isGone && (
        <ErrorState
          title="The request could not be read"
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data !== undefined && !isGone && (
        <Suspense fallback={<Skeleton label="Loading the request" lines={6} />}>
          <DetailsTabs request={query.data} />
        </Suspense>
      )}
    </div>
  );
}

function Line({ request }: { readonly request: RequestDetails }) {
  return (
    <span className="flex min-w-0 items-baseline gap-2 font-normal">
      <Method method={request.method} />
      <span className="truncate font-mono text-sm text-ink-2">{shortPath(request)}</span>
      <Status request={request} />
    </span>
  );
}

/** Opened from its row with the keyboard, the pane takes the focus, so that Tab goes on inside it. */
function useFocusOnOpen(id: number) {
  const pane = useRef<HTMLDivElement>(null);
  const takeFocus = useEffectEvent(() => {
    const active = document.activeElement;
    if (active?.matches(`[role=row][data-key="${id}"]:focus-visible`) === true) {
      pane.current?.focus({ preventScroll: true });
    }
  });
  useEffect(() => takeFocus(), []);
  return pane;
}
