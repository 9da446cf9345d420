// The list of deleted resources, the last deleted first: it grows as it is scrolled.
import { Delete, SearchX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { VirtualGrid } from '../../../ui/virtual-grid.tsx';
import type { ScreenParts } from '../screen-parts.ts';
import { useResourceSearch } from '../use-resource-search.ts';
import { DeletedBar } from './deleted-bar.tsx';
import { deletedColumns } from './deleted-columns.tsx';
import { useDeleted } from './use-deleted.ts';

/** Rows before the end of what is loaded at which more is asked for. */
const AHEAD = 50;

const NOBODY: ReadonlySet<string> = new Set();

interface DeletedListProps {
  readonly parts: ScreenParts;
}

export function DeletedList({ parts }: DeletedListProps) {
  const address = useResourceSearch();
  const { filter: text = '' } = address;
  const title = `deleted ${parts.title.toLowerCase()}`;
  const list = useDeleted(parts.resourceType, text);
  const [selected, setSelected] = useState(NOBODY);

  if (list.isPending) return <Skeleton label={`Loading ${title}`} lines={10} />;
  if (list.isError) {
    return (
      <ErrorState
        title={`No ${title} to show`}
        error={list.error}
        onRetry={() => void list.refetch()}
      />
    );
  }
  const rows = list.data.pages.flatMap(({ deleted }) => deleted);
  if (rows.length === 0) return <NoDeleted parts={parts} text={text} />;

  function onRange(_first: number, last: number): void {
    if (last < rows.length - AHEAD || !list.hasNextPage || list.isFetching) return;
    void list.fetchNextPage();
  }

  return (
    <>
      <DeletedBar
        parts={parts}
        chosen={rows.filter(({ id }) => selected.has(id))}
        onClear={() => setSelected(NOBODY)}
      />
      <VirtualGrid
        label={`Deleted ${parts.title.toLowerCase()}`}
        columns={deletedColumns}
        selected={selected}
        onSelect={setSelected}
        rowCount={rows.length}
        totalRows={Math.max(rows.length, list.data.pages.at(-1)?.total ?? 0)}
        rowAt={(index) => rows[index]}
        rowKey={({ id }) => id}
        indexOfKey={(key) => rows.findIndex(({ id }) => id === key)}
        openKey={address.id ?? null}
        onOpen={({ id }) => address.go({ id })}
        onRange={onRange}
      />
    </>
  );
}

interface NoDeletedProps extends DeletedListProps {
  readonly text: string;
}

function NoDeleted({ parts, text }: NoDeletedProps) {
  const address = useResourceSearch();
  if (text !== '') {
    return (
      <EmptyState
        icon={SearchX}
        title={`No deleted ${parts.noun} matches`}
        actions={<Button onPress={() => address.go({ filter: undefined })}>Clear search</Button>}
      >
        The name that a {parts.noun} had at its end is searched, and its ID.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Delete} title={`No deleted ${parts.title.toLowerCase()}`}>
      A {parts.noun} that a client or somebody in this app deletes is listed here, and can be
      brought back with its ID until it is purged.
    </EmptyState>
  );
}
