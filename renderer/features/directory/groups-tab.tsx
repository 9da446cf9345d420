// The groups of the directory, or those that were deleted.
import { Plus, Trash2, UsersRound } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { useDelayedText } from '../resources/use-delayed-text.ts';
import { groupColumns } from './directory-columns.tsx';
import { ListStates } from './list-states.tsx';
import { useDirectoryGroups } from './use-directory.ts';
import { useDirectoryAddress } from './use-directory-address.ts';

const STATES = [
  { value: 'all', label: 'Groups' },
  { value: 'deleted', label: 'Deleted' },
] as const;

export function GroupsTab() {
  const address = useDirectoryAddress();
  const { text = '' } = address;
  const state = address.state === 'deleted' ? 'deleted' : 'all';
  const typing = useDelayedText(text, (next) => address.rewrite({ text: next }));
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex shrink-0 items-center gap-2 border-b border-line px-4 py-2">
        <SearchField
          label="Find a group"
          placeholder="Name or mail"
          value={typing.text}
          onChange={typing.type}
        />
        <SegmentedControl
          label="Which groups"
          options={STATES}
          value={state}
          onChange={(next) =>
            address.go({ state: next === 'all' ? undefined : next, id: undefined })
          }
        />
      </div>
      <GroupList
        key={`${text} ${state}`}
        text={text}
        state={state}
        onClear={() => typing.settle('')}
      />
    </div>
  );
}

interface GroupListProps {
  readonly text: string;
  readonly state: 'all' | 'deleted';
  readonly onClear: () => void;
}

function GroupList({ text, state, onClear }: GroupListProps) {
  const address = useDirectoryAddress();
  const list = useDirectoryGroups(text, state);
  return (
    <ListStates
      noun="groups"
      list={list}
      isFiltered={text !== ''}
      onClear={onClear}
      empty={state === 'deleted' ? <EmptyBin /> : <NoneYet />}
    >
      {(total) => (
        <>
          <VirtualGrid
            label={state === 'deleted' ? 'Deleted groups' : 'Groups'}
            columns={groupColumns}
            rowCount={total}
            rowAt={list.rowAt}
            rowKey={(group) => group.objectId}
            openKey={address.id ?? null}
            onOpen={(group) => address.go({ id: group.objectId })}
            onRange={list.onRange}
          />
          <p className="shrink-0 border-t border-line px-4 py-1 text-sm text-ink-3 tabular-nums">
            {formatCount(total, 'group')}
          </p>
        </>
      )}
    </ListStates>
  );
}

function NoneYet() {
  const address = useDirectoryAddress();
  return (
    <EmptyState
      icon={UsersRound}
      title="No groups yet"
      actions={
        <Button variant="primary" onPress={() => address.go({ form: 'create' })}>
          <Plus aria-hidden className="size-4" />
          New group
        </Button>
      }
    >
      Assign a security-enabled group to an application, and its immediate members are in scope.
    </EmptyState>
  );
}

function EmptyBin() {
  return (
    <EmptyState icon={Trash2} title="No deleted groups">
      A deleted group stays here for 30 days and can be restored with its members.
    </EmptyState>
  );
}
