// Snapshots: the workspace as it was, to look at, to compare and to go back to.
import { getRouteApi } from '@tanstack/react-router';
import { Camera } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Snapshot } from '../../../shared/admin/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { snapshotColumns } from './snapshot-columns.tsx';
import { SnapshotDetails } from './snapshot-details.tsx';
import { TakeDialog } from './take-dialog.tsx';
import { useSnapshots } from './use-snapshots.ts';

const route = getRouteApi('/snapshots');

export function SnapshotsPage() {
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const snapshots = useSnapshots();
  const [isTaking, setIsTaking] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const shown = snapshots.data?.snapshots.find((one) => one.id === id);

  function close(): void {
    void navigate({ search: {} });
    list.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
  }

  return (
    <SplitPane
      storageName="snapshots"
      sideLabel="Details of the snapshot"
      side={
        shown === undefined ? null : (
          <SnapshotDetails
            key={shown.id}
            snapshot={shown}
            others={(snapshots.data?.snapshots ?? []).filter((one) => one.id !== shown.id)}
            onClose={close}
          />
        )
      }
    >
      <PageHeader title="Snapshots" help="undo">
        <Button variant="primary" onPress={() => setIsTaking(true)}>
          <Camera aria-hidden className="size-4" />
          Take snapshot
        </Button>
      </PageHeader>
      <div
        ref={list}
        role="presentation"
        onKeyDown={(event) => event.key === 'Escape' && shown !== undefined && close()}
        className="flex min-h-0 flex-1 flex-col"
      >
        <Content
          snapshots={snapshots}
          openId={shown?.id ?? null}
          onOpen={(snapshot) => void navigate({ search: { id: snapshot.id } })}
        />
      </div>
      {isTaking && (
        <TakeDialog
          onClose={() => setIsTaking(false)}
          onTaken={(snapshot) => void navigate({ search: { id: snapshot.id } })}
        />
      )}
    </SplitPane>
  );
}

interface ContentProps {
  readonly snapshots: ReturnType<typeof useSnapshots>;
  readonly openId: string | null;
  readonly onOpen: (snapshot: Snapshot) => void;
}

function Content({ snapshots, openId, onOpen }: ContentProps) {
  if (snapshots.isPending) return <Skeleton label="Loading the snapshots" lines={6} />;
  if (snapshots.isError) {
    return (
      <ErrorState
        title="The snapshots could not be read"
        error={snapshots.error}
        onRetry={() => void snapshots.refetch()}
      />
    );
  }
  const rows = snapshots.data.snapshots;
  if (rows.length === 0) {
    return (
      <EmptyState icon={Camera} title="Take one before you experiment">
        <p>
          A snapshot keeps every tenant with its users, groups, settings, tokens and request log.
          Compare it with what comes later, put single resources back, or go back to it as a whole.
        </p>
      </EmptyState>
    );
  }
  return (
    <VirtualGrid
      label="Snapshots"
      columns={snapshotColumns}
      rowCount={rows.length}
      rowAt={(index) => rows[index]}
      rowKey={({ id }) => id}
      openKey={openId}
      onOpen={onOpen}
    />
  );
}
