// The screen of one resource type: a filtered, sorted list, the details of one at its side, and what can be done with many.
import { Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { StoredResource } from '../../../shared/admin/resource.ts';
import { Button } from '../../ui/button.tsx';
import { ColumnPicker } from '../../ui/column-picker.tsx';
import type { GridLayout, GridSort } from '../../ui/grid-types.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { useGridLayout } from '../../ui/use-grid-layout.ts';
import { BulkBar } from './bulk-bar.tsx';
import { DeletedHeader } from './deleted/deleted-header.tsx';
import { DeletedList } from './deleted/deleted-list.tsx';
import { DeletedSearch } from './deleted/deleted-search.tsx';
import { FilterBox } from './filter-box.tsx';
import { ResourceDetails } from './resource-details.tsx';
import { ResourceEditor } from './resource-editor.tsx';
import { ResourceList } from './resource-list.tsx';
import { schemaColumns } from './schema-columns.tsx';
import type { ScreenParts } from './screen-parts.ts';
import { StateChoice } from './state-choice.tsx';
import { type Transfer, TransferDialog, TransferMenu, useTransfer } from './transfer-menu.tsx';
import { type AppliedFilter, useAppliedFilter } from './use-applied-filter.ts';
import { useListSort } from './use-list-sort.ts';
import { useResourceSearch } from './use-resource-search.ts';
import { useTotal } from './use-total.ts';
import { useTypeSchema } from './use-type-schema.ts';

interface ResourceScreenProps {
  readonly parts: ScreenParts;
}

const NOBODY: ReadonlySet<string> = new Set();

export function ResourceScreen({ parts }: ResourceScreenProps) {
  const { resourceType, noun } = parts;
  const address = useResourceSearch();
  const { sort, setSort } = useListSort(resourceType);
  const isDeleted = address.state === 'deleted';
  const text = isDeleted ? '' : (address.filter ?? '');
  const applied = useAppliedFilter(parts, { text, state: address.state, sort });
  const layout = useSchemaLayout(parts);
  const transfer = useTransfer();
  const list = useRef<HTMLDivElement>(null);

  function close(): void {
    void address.go({ id: undefined, tab: undefined, version: undefined });
    list.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
  }

  return (
    <SplitPane
      storageName="resources"
      sideLabel={`Details of the ${noun}`}
      side={
        address.id === undefined ? null : (
          <ResourceDetails key={address.id} parts={parts} id={address.id} onClose={close} />
        )
      }
    >
      {isDeleted ? (
        <DeletedHeader parts={parts} />
      ) : (
        <ScreenHeader {...{ parts, applied, sort, layout, transfer }} />
      )}
      <div className="flex shrink-0 flex-wrap items-start gap-2 border-b border-line px-4 py-2">
        {isDeleted ? (
          <DeletedSearch parts={parts} />
        ) : (
          <FilterBox
            parts={parts}
            applied={applied}
            text={text}
            onChange={(filter) => address.rewrite({ filter })}
          />
        )}
        <StateChoice parts={parts} />
      </div>
      <div
        ref={list}
        role="presentation"
        onKeyDown={(event) => event.key === 'Escape' && address.id !== undefined && close()}
        className="flex min-h-0 flex-1 flex-col"
      >
        {isDeleted ? (
          <DeletedList key={address.filter} parts={parts} />
        ) : (
          <StoredList {...{ parts, applied, sort, setSort, layout, transfer }} />
        )}
      </div>
      {address.form !== undefined && <ResourceEditor parts={parts} />}
      <TransferDialog parts={parts} transfer={transfer} filter={applied.filter ?? ''} />
    </SplitPane>
  );
}

interface StoredListProps extends ScreenHeaderProps {
  readonly setSort: (sort: GridSort | null) => void;
}

function StoredList({ parts, applied, sort, setSort, layout, transfer }: StoredListProps) {
  const [selected, setSelected] = useState(NOBODY);
  return (
    <>
      <BulkBar
        parts={parts}
        filter={applied.filter ?? ''}
        selected={selected}
        onClear={() => setSelected(NOBODY)}
      />
      <ResourceList
        key={`${applied.filter} ${sort?.columnId} ${sort?.direction}`}
        parts={parts}
        applied={applied}
        layout={layout}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={setSelected}
        transfer={transfer}
      />
    </>
  );
}

interface ScreenHeaderProps extends ResourceScreenProps {
  readonly applied: AppliedFilter;
  readonly sort: GridSort | null;
  readonly layout: GridLayout<StoredResource>;
  readonly transfer: Transfer;
}

function ScreenHeader({ parts, applied, sort, layout, transfer }: ScreenHeaderProps) {
  const address = useResourceSearch();
  const note = useTotal(parts.resourceType, applied.filter, sort);
  return (
    <PageHeader title={parts.title} note={note} help="resources">
      <ColumnPicker layout={layout} />
      <TransferMenu parts={parts} transfer={transfer} filter={applied.filter ?? ''} />
      <Button variant="primary" onPress={() => address.go({ form: 'create' })}>
        <Plus aria-hidden className="size-4" />
        New {parts.noun}
      </Button>
    </PageHeader>
  );
}

function useSchemaLayout({ resourceType, columns }: ScreenParts) {
  const schema = useTypeSchema(resourceType);
  const all = useMemo(() => schemaColumns(columns, schema), [columns, schema]);
  return useGridLayout(resourceType, all);
}
