// The members of a group: add a user or group by name, remove one, open one. A hundred thousand of them scroll like ten.
import { UserMinus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import type { DirectoryPrincipal, ListedGroup } from '../../../shared/simulator/directory-views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { describeError } from '../../ui/error-state.tsx';
import type { GridColumn } from '../../ui/grid-types.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { PrincipalIcon, PrincipalPicker } from '../entra/principal-picker.tsx';
import { ListStates } from './list-states.tsx';
import { useDirectoryMembers } from './use-directory.ts';
import { useDirectoryAddress } from './use-directory-address.ts';
import { useMemberChange } from './use-directory-changes.ts';

export function DirectoryMembers({ group }: { readonly group: ListedGroup }) {
  const { objectId, deletedDateTime } = group;
  const address = useDirectoryAddress();
  const list = useDirectoryMembers(objectId);
  const change = useMemberChange(objectId);
  const isDeleted = deletedDateTime !== null;

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {!isDeleted && <AddMember change={change} />}
      <ListStates
        noun="members"
        list={list}
        isFiltered={false}
        onClear={() => undefined}
        empty={
          <EmptyState icon={UsersRound} title="No members yet">
            Add users above, or other groups: those are members too, but give their own members no
            access to applications.
          </EmptyState>
        }
      >
        {(total) => (
          <VirtualGrid
            label="Members"
            columns={memberColumns(isDeleted ? undefined : change.remove.mutate)}
            rowCount={total}
            rowAt={list.rowAt}
            rowKey={(member) => member.objectId}
            openKey={null}
            onOpen={(member) =>
              address.go({
                tab: member.objectType === 'Group' ? 'groups' : 'users',
                id: member.objectId,
              })
            }
            onRange={list.onRange}
          />
        )}
      </ListStates>
    </div>
  );
}

interface AddMemberProps {
  readonly change: ReturnType<typeof useMemberChange>;
}

function AddMember({ change: { add } }: AddMemberProps) {
  const [fresh, setFresh] = useState(0); // an empty picker with the focus after each pick

  function pick(member: DirectoryPrincipal | null): void {
    if (member === null) return;
    add.mutate(member);
    setFresh(fresh + 1);
  }

  return (
    <div className="shrink-0 border-b border-line px-4 py-3">
      <PrincipalPicker
        key={fresh}
        hasFocus={fresh > 0}
        label="Add a member"
        placeholder="Search users and groups by name"
        onPick={pick}
      />
      {add.isError && (
        <p role="alert" className="pt-2 text-bad">
          {describeError(add.error)}
        </p>
      )}
    </div>
  );
}

function memberColumns(
  onRemove: ((member: DirectoryPrincipal) => void) | undefined,
): readonly GridColumn<DirectoryPrincipal>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      width: 'minmax(0, 1fr)',
      cell: ({ objectType, displayName }) => (
        <span className="flex max-w-full items-center gap-1.5 text-accent">
          <PrincipalIcon objectType={objectType} />
          <span className="truncate">{displayName}</span>
        </span>
      ),
    },
    {
      id: 'upn',
      header: 'User principal name',
      width: 'minmax(0, 1.3fr)',
      showFrom: 380,
      cell: ({ userPrincipalName }) => <span className="text-ink-2">{userPrincipalName}</span>,
    },
    ...(onRemove === undefined ? [] : [removeColumn(onRemove)]),
  ];
}

function removeColumn(
  onRemove: (member: DirectoryPrincipal) => void,
): GridColumn<DirectoryPrincipal> {
  return {
    id: 'remove',
    header: 'Remove',
    width: '76px',
    align: 'right',
    cell: (member) => (
      <IconButton
        icon={UserMinus}
        label={`Remove ${member.displayName}`}
        onPress={() => onRemove(member)}
      />
    ),
  };
}
