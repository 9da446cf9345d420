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
import type { ImportSource } from '../../api/import-source.ts';
import { DropArea, ImportButton } from './import-area.tsx';
import { snapshotColumns } from './snapshot-columns.tsx';
import { SnapshotDetails } from './snapshot-details.tsx';
import { SnapshotImportDialog } from './snapshot-import-dialog.tsx';
import { TakeDialog } from './take-dialog.tsx';
import { useSnapshots } from './use-snapshots.ts';

const route = getRouteApi('/snapshots');

export function SnapshotsPage() {
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const snapshots = useSnapshots();
  const [isTaking, setIsTaking] = useState(false);
  const [source, setSource] = useState<ImportSource | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const shown = snapshots.data?.snapshots.find((one) => one.id === id);

  const show = ({ id: next }: Snapshot) => void navigate({ search: { id: next } });

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
        <ImportButton onFile={setSource} />
        <Button variant="primary" onPress={() => setIsTaking(true)}>
          <Camera aria-hidden className="size-4" />
          Take snapshot
        </Button>
      </PageHeader>
      <DropArea onFile={setSource}>
        <div
          ref={list}
          role="presentation"
          onKeyDown={(event) => event.key === 'Escape' && shown !== undefined && close()}
          className="flex min-h-0 flex-1 flex-col"
        >
          <Content snapshots={snapshots} openId={shown?.id ?? null} onOpen={show} />
        </div>
      </DropArea>
      {isTaking && <TakeDialog onClose={() => setIsTaking(false)} onTaken={show} />}
      {source !== null && (
        <SnapshotImportDialog
          key={source.id}
          source={source}
          onClose={() => setSource(null)}
          onImported={show}
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
          Import one that somebody has exported, or drop its file here.
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
