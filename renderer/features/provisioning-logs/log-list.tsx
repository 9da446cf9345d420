// The list of provisioning logs, newest first: it grows in front as cycles run, and behind as it is scrolled.
import { ScrollText, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ProvisioningLogRow } from '../../../shared/simulator/provisioning-log-pages.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import type { GridLayout } from '../../ui/grid-types.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { WaysToProvision } from '../provisioning/ways-to-provision.tsx';
import { useLogList, type LogOwner } from './use-logs.ts';
import type { LogsAddress } from './use-logs-address.ts';

/** Rows before the end of what is loaded at which more is asked for. */
const AHEAD = 50;

interface LogListProps {
  readonly application: LogOwner;
  readonly address: LogsAddress;
  readonly layout: GridLayout<ProvisioningLogRow>;
  /** Of all that the filter finds. */
  readonly total: number | undefined;
}

export function LogList({ application, address, layout, total }: LogListProps) {
  const { filter, search, go } = address;
  const list = useLogList(application, filter);
  const [isAtTop, setIsAtTop] = useState(true);
  const rows = useMemo(() => list.data?.pages.flatMap(({ entries }) => entries) ?? [], [list.data]);
  const places = useMemo(() => new Map(rows.map(({ id }, index) => [id, index])), [rows]);

  if (list.isPending) return <Skeleton label="Loading the provisioning logs" lines={12} />;
  if (list.isError) {
    return (
      <ErrorState
        title="The provisioning logs could not be read"
        error={list.error}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (rows.length === 0) return <NoLogs address={address} />;

  function onRange(first: number, last: number): void {
    setIsAtTop(first === 0);
    if (last >= rows.length - AHEAD && list.hasNextPage && !list.isFetching) {
      void list.fetchNextPage();
    }
  }

  return (
    <VirtualGrid
      label="Provisioning logs"
      columns={layout.columns}
      layout={layout}
      rowCount={rows.length}
      totalRows={Math.max(total ?? 0, rows.length)}
      rowAt={(index) => rows[index]}
      rowKey={({ id }) => id}
      // At the top new entries push the others down; further below the view stays on its rows.
      {...(isAtTop ? {} : { indexOfKey: (id: string) => places.get(id) ?? -1 })}
      openKey={search.id ?? null}
      onOpen={({ id }) => go({ id })}
      onRange={onRange}
    />
  );
}

function NoLogs({ address: { isFiltered, clear } }: { readonly address: LogsAddress }) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={SearchX}
        title="No entry matches"
        actions={<Button onPress={clear}>Clear filters</Button>}
      >
        No entry fits all the filters.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={ScrollText} title="Nothing was provisioned yet" actions={<WaysToProvision />}>
      Each cycle writes an entry here for every user and group that it deals with: what was read,
      whether it is in scope, what it matched, and what was sent. Start provisioning on Overview, or
      provision someone on demand.
    </EmptyState>
  );
}
