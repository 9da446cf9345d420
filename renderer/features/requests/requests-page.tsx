// Requests: every exchange that reached the SCIM listener, live, with its details beside it.
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { formatNumber } from '../../ui/format.ts';
import type { GridLayout } from '../../ui/grid-types.ts';
import { useGridLayout } from '../../ui/use-grid-layout.ts';
import { NoMatch, NoRequests } from './no-requests.tsx';
import { REQUEST_COLUMNS } from './request-columns.tsx';
import { loadTabs, RequestDetailsPane } from './request-details-pane.tsx';
import { RequestList } from './request-list.tsx';
import { RequestToolbar } from './request-toolbar.tsx';
import type { RequestWindow, RequestWindowState } from './request-window.ts';
import { useRequestWindow, useWindowState } from './use-request-window.ts';

const route = getRouteApi('/requests');

export function RequestsPage() {
  const { text = '', id } = route.useSearch();
  const navigate = route.useNavigate();
  const requestWindow = useRequestWindow(text, id);
  const state = useWindowState(requestWindow);
  const list = useRef<HTMLDivElement>(null);
  const layout = useGridLayout('requests', REQUEST_COLUMNS);
  useEffect(() => {
    void loadTabs();
  }, []);

  function open(request: RequestSummary): void {
    requestWindow.setFollowing(false);
    void navigate({ search: (search) => ({ ...search, id: request.id }) });
  }

  function close(): void {
    void navigate({ search: (search) => ({ ...search, id: undefined }) });
    list.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
  }

  return (
    <SplitPane
      storageName="requests"
      sideLabel="Request details"
      side={id !== undefined && <RequestDetailsPane key={id} id={id} onClose={close} />}
    >
      <PageHeader title="Requests" note={describeTotal(state)}>
        <RequestToolbar
          text={text}
          onText={(next) =>
            void navigate({ search: (search) => ({ ...search, text: next }), replace: true })
          }
          state={state}
          window={requestWindow}
          layout={layout}
        />
      </PageHeader>
      <div
        ref={list}
        className="relative flex min-h-0 flex-1 flex-col"
        onKeyDown={(event) => event.key === 'Escape' && id !== undefined && close()}
        role="presentation"
      >
        <Content state={state} window={requestWindow} layout={layout} openId={id} onOpen={open} />
      </div>
    </SplitPane>
  );
}

interface ContentProps {
  readonly state: RequestWindowState;
  readonly window: RequestWindow;
  readonly layout: GridLayout<RequestSummary>;
  readonly openId: number | undefined;
  readonly onOpen: (request: RequestSummary) => void;
}

function Content(props: ContentProps) {
  const { state, window } = props;
  if (state.rows.length > 0) {
    return <RequestList {...props} />;
  }
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
  return state.text === '' ? <NoRequests /> : <NoMatch text={state.text} />;
}

function describeTotal(state: RequestWindowState): string | undefined {
  if (state.phase === 'loading') return undefined;
  return state.text === '' ? formatNumber(state.total) : `${formatNumber(state.total)} match`;
}
