// The list of users or groups: one scroll over windows of the result, with what to do when it is empty.
import { Link } from '@tanstack/react-router';
import { Plus, SearchX } from 'lucide-react';
import type { ResourcePage, StoredResource } from '../../../shared/admin/resource.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import type { GridLayout, GridSort } from '../../ui/grid-types.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { RunCycleButton } from '../provisioning/run-cycle-button.tsx';
import { FillButtons, type Transfer } from './transfer-menu.tsx';
import { idOf } from './read-resource.ts';
import { PAGE_SIZE, resourcePageOptions } from './resource-page-options.ts';
import type { ScreenParts } from './screen-parts.ts';
import type { AppliedFilter } from './use-applied-filter.ts';
import { useResourceSearch } from './use-resource-search.ts';
import { useWindows } from './use-windows.ts';

interface ResourceListProps {
  readonly parts: ScreenParts;
  readonly applied: AppliedFilter;
  readonly layout: GridLayout<StoredResource>;
  readonly sort: GridSort | null;
  readonly onSort: (sort: GridSort | null) => void;
  /** Ids. */
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly transfer: Transfer;
}

export function ResourceList(props: ResourceListProps) {
  const { parts, applied, layout, sort } = props;
  const { title } = parts;
  const address = useResourceSearch();
  const list = useResourceWindows(parts, applied.filter ?? '', sort);

  if (applied.error !== undefined) {
    const error = applied.error;
    return (
      <ErrorState
        title={`No ${title.toLowerCase()} to show`}
        error={error}
        onRetry={applied.retry}
      />
    );
  }
  if (applied.filter === undefined || list.total === undefined) {
    return <Skeleton label={`Loading ${title.toLowerCase()}`} lines={10} />;
  }
  if (list.total === 0) {
    return applied.filter === '' ? (
      <NoneYet
        parts={parts}
        transfer={props.transfer}
        onCreate={() => address.go({ form: 'create' })}
      />
    ) : (
      <NoMatch parts={parts} onClear={() => address.go({ filter: '', state: undefined })} />
    );
  }
  return (
    <VirtualGrid
      label={title}
      columns={layout.columns}
      layout={layout}
      sort={sort}
      onSort={props.onSort}
      selected={props.selected}
      onSelect={props.onSelect}
      rowCount={list.total}
      rowAt={list.rowAt}
      rowKey={keyOf}
      openKey={address.id ?? null}
      onOpen={(row) => address.go({ id: keyOf(row) })}
      onRange={list.onRange}
    />
  );
}

interface NoneYetProps {
  readonly parts: ScreenParts;
  readonly transfer: Transfer;
  readonly onCreate: () => void;
}

function NoneYet({ parts, transfer, onCreate }: NoneYetProps) {
  return (
    <EmptyState
      icon={parts.icon}
      title={`No ${parts.title.toLowerCase()} yet`}
      actions={
        <>
          <Button variant="primary" onPress={onCreate}>
            <Plus aria-hidden className="size-4" />
            Create a {parts.noun}
          </Button>
          <FillButtons parts={parts} transfer={transfer} />
          {hasSimulatedOnes(parts) && <RunCycleButton />}
        </>
      }
    >
      Create one here, or send one from your SCIM client:{' '}
      <Link to="/integration/scim" className="text-accent underline underline-offset-2">
        Tenant URL and secret token
      </Link>
      .
    </EmptyState>
  );
}

/** What a cycle creates; custom types it never does. */
function hasSimulatedOnes({ resourceType }: ScreenParts): boolean {
  return resourceType === 'User' || resourceType === 'Group';
}

interface NoMatchProps {
  readonly parts: ScreenParts;
  readonly onClear: () => void;
}

function NoMatch({ parts, onClear }: NoMatchProps) {
  return (
    <EmptyState
      icon={SearchX}
      title={`No ${parts.noun} matches`}
      actions={<Button onPress={onClear}>Clear filter</Button>}
    >
      Nothing stored fits this filter. An attribute name that no schema knows matches nothing.
    </EmptyState>
  );
}

function useResourceWindows({ resourceType }: ScreenParts, filter: string, sort: GridSort | null) {
  const tenant = useTenantSlug();
  return useWindows({
    pageSize: PAGE_SIZE,
    options: (page) => resourcePageOptions({ tenant, resourceType, filter, sort, page }),
    read: readPage,
  });
}

function readPage(page: ResourcePage) {
  return { totalResults: page.totalResults, rows: page.resources };
}

function keyOf(row: StoredResource): string {
  return idOf(row.resource);
}
