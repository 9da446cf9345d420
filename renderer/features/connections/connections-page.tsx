// Connections: which object of the target each object of the directory is provisioned to, and how a wrong one is repaired.
import { getRouteApi } from '@tanstack/react-router';
import { Link2 } from 'lucide-react';
import { useDeferredValue, useRef } from 'react';
import type { ObjectConnection } from '../../../shared/simulator/job-run.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { EntraPage } from '../entra/entra-page.tsx';
import { WaysToProvision } from '../provisioning/ways-to-provision.tsx';
import { connectionColumns } from './connection-columns.tsx';
import { ConnectionDetails } from './connection-details.tsx';
import { useConnections } from './use-connections.ts';

const route = getRouteApi('/entra/connections');

export function ConnectionsPage() {
  return (
    <EntraPage title="Connections" help="connections">
      {({ id }) => <Connections application={id} />}
    </EntraPage>
  );
}

const TYPES = [
  { value: 'all', label: 'All' },
  { value: 'User', label: 'Users' },
  { value: 'Group', label: 'Groups' },
] as const;

function Connections({ application }: { readonly application: string }) {
  const { text = '', type = 'all', id } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const query = {
    search: useDeferredValue(text.trim()),
    objectType: type === 'all' ? undefined : type,
  };
  const connections = useConnections(application, query);

  function close(): void {
    void navigate({ search: (last) => ({ ...last, id: undefined }) });
    list.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
  }

  return (
    <SplitPane
      storageName="connections"
      sideLabel="Details of the connection"
      side={
        id === undefined ? null : (
          <ConnectionDetails key={id} application={application} source={id} onClose={close} />
        )
      }
    >
      <Filters total={connections.data?.pages[0]?.total} />
      <div
        ref={list}
        role="presentation"
        onKeyDown={(event) => event.key === 'Escape' && id !== undefined && close()}
        className="flex min-h-0 flex-1 flex-col"
      >
        <List
          connections={connections}
          isFiltered={query.search !== '' || type !== 'all'}
          openId={id ?? null}
          onOpen={({ sourceId }) =>
            void navigate({ search: (last) => ({ ...last, id: sourceId }) })
          }
        />
      </div>
    </SplitPane>
  );
}

function Filters({ total }: { readonly total: number | undefined }) {
  const { text = '', type = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-2">
      <SearchField
        label="Search connections"
        placeholder="Beginning of a source or target ID"
        value={text}
        onChange={(next) =>
          void navigate({ search: (last) => ({ ...last, text: next || undefined }), replace: true })
        }
      />
      <SegmentedControl
        label="Objects"
        options={TYPES}
        value={type}
        onChange={(next) =>
          void navigate({
            search: (last) => ({ ...last, type: next === 'all' ? undefined : next }),
            replace: true,
          })
        }
      />
      <span className="text-ink-3 tabular-nums">
        {total !== undefined && formatCount(total, 'connection')}
      </span>
    </div>
  );
}

interface ListProps {
  readonly connections: ReturnType<typeof useConnections>;
  readonly isFiltered: boolean;
  readonly openId: string | null;
  readonly onOpen: (connection: ObjectConnection) => void;
}

function List({ connections, isFiltered, openId, onOpen }: ListProps) {
  if (connections.isError) {
    return (
      <ErrorState
        title="The connections could not be read"
        error={connections.error}
        onRetry={() => void connections.refetch()}
      />
    );
  }
  if (connections.data === undefined) return <Skeleton label="Loading the connections" lines={6} />;
  const rows = connections.data.pages.flatMap((page) => page.connections);
  if (rows.length === 0) return <NoConnections isFiltered={isFiltered} />;
  const loadMore = (last: number) => {
    if (last < rows.length - 1 || !connections.hasNextPage || connections.isFetchingNextPage)
      return;
    void connections.fetchNextPage();
  };
  return (
    <VirtualGrid
      label="Connections"
      columns={connectionColumns}
      rowCount={rows.length}
      totalRows={connections.data.pages[0]?.total ?? rows.length}
      rowAt={(index) => rows[index]}
      rowKey={({ sourceId }) => sourceId}
      openKey={openId}
      onOpen={onOpen}
      onRange={(_, last) => loadMore(last)}
    />
  );
}

function NoConnections({ isFiltered }: Pick<ListProps, 'isFiltered'>) {
  const navigate = route.useNavigate();
  if (isFiltered) {
    return (
      <EmptyState
        icon={Link2}
        title="No connection matches"
        actions={
          <Button onPress={() => void navigate({ search: {}, replace: true })}>Clear search</Button>
        }
      >
        Search by the beginning of an id of the directory or of the target.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Link2} title="No connection yet" actions={<WaysToProvision />}>
      A cycle, or provisioning on demand, connects each object of the directory with the one of the
      target that it has matched or created. From then on it is addressed by that id.
    </EmptyState>
  );
}
