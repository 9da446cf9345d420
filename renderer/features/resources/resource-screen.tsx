// The Users or Groups screen: a filtered list, the details of one at its side, and the form to create or edit.
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { FilterBox } from './filter-box.tsx';
import { ResourceDetails } from './resource-details.tsx';
import { ResourceEditor } from './resource-editor.tsx';
import { ResourceList } from './resource-list.tsx';
import type { ScreenParts } from './screen-parts.ts';
import { useAppliedFilter } from './use-applied-filter.ts';
import { useResourceSearch } from './use-resource-search.ts';
import { useTotal } from './use-total.ts';

interface ResourceScreenProps {
  readonly parts: ScreenParts;
}

export function ResourceScreen({ parts }: ResourceScreenProps) {
  const { resourceType, title, noun } = parts;
  const address = useResourceSearch(resourceType);
  const applied = useAppliedFilter(resourceType, address.filter ?? '');
  const note = useTotal(resourceType, applied.filter);
  const list = useRef<HTMLDivElement>(null);

  function close(): void {
    void address.go({ id: undefined, tab: undefined });
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
      <PageHeader title={title} note={note}>
        <Button variant="primary" onPress={() => address.go({ form: 'create' })}>
          <Plus aria-hidden className="size-4" />
          New {noun}
        </Button>
      </PageHeader>
      <FilterBox
        parts={parts}
        applied={applied}
        text={address.filter ?? ''}
        onChange={(filter) => address.rewrite({ filter })}
      />
      <div
        ref={list}
        role="presentation"
        onKeyDown={(event) => event.key === 'Escape' && address.id !== undefined && close()}
        className="flex min-h-0 flex-1 flex-col"
      >
        <ResourceList key={applied.filter} parts={parts} applied={applied} />
      </div>
      {address.form !== undefined && <ResourceEditor parts={parts} />}
    </SplitPane>
  );
}
