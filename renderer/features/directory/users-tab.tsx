// The people of the directory, or those in its recycle bin: searched, filtered, sorted; a hundred thousand scroll like ten.
import { FileUp, Plus, Sparkles, Trash2, Users } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatNumber } from '../../ui/format.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { useDelayedText } from '../resources/use-delayed-text.ts';
import { readSort } from '../resources/use-list-sort.ts';
import { deletedColumns, userColumns } from './directory-columns.tsx';
import type { DirectoryTask } from './directory-menu.tsx';
import { ListStates } from './list-states.tsx';
import { useDirectoryUsers, type UserListQuery } from './use-directory.ts';
import { useDirectoryAddress } from './use-directory-address.ts';

const STATES = [
  { value: 'all', label: 'All users' },
  { value: 'enabled', label: 'Account enabled' },
  { value: 'disabled', label: 'Sign-in blocked' },
  { value: 'guests', label: 'Guests' },
] as const;

interface UsersTabProps {
  readonly isBin?: boolean;
  readonly onTask: (task: DirectoryTask) => void;
}

export function UsersTab({ isBin = false, onTask }: UsersTabProps) {
  const address = useDirectoryAddress();
  const { text = '', sort = '' } = address;
  const typing = useDelayedText(text, (next) => address.rewrite({ text: next }));
  const chosen = STATES.find(({ value }) => value === address.state)?.value ?? 'all';
  const state = isBin ? 'deleted' : chosen;

  function clear(): void {
    typing.settle('');
    address.rewrite({ text: undefined, state: undefined });
  }

  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-2">
        <SearchField
          label="Find a user"
          placeholder="Name, user principal name or mail"
          value={typing.text}
          onChange={typing.type}
        />
        {!isBin && (
          <div className="w-44">
            <SelectField
              label="Show"
              isLabelHidden
              options={STATES}
              value={chosen}
              onChange={(next) => address.go({ state: next === 'all' ? undefined : next })}
            />
          </div>
        )}
      </div>
      <UserList
        key={`${text} ${state} ${sort}`}
        query={{ text, state, sort: readSort(sort) ?? BY_NAME }}
        onTask={onTask}
        onClear={clear}
      />
    </div>
  );
}

const BY_NAME = { columnId: 'displayName', direction: 'ascending' } as const;

interface UserListProps {
  readonly query: UserListQuery;
  readonly onTask: (task: DirectoryTask) => void;
  readonly onClear: () => void;
}

function UserList({ query, onTask, onClear }: UserListProps) {
  const address = useDirectoryAddress();
  const list = useDirectoryUsers(query);
  const isBin = query.state === 'deleted';
  const isFiltered = query.text !== '' || !['all', 'deleted'].includes(query.state);
  return (
    <ListStates
      noun="users"
      list={list}
      isFiltered={isFiltered}
      onClear={onClear}
      empty={isBin ? <EmptyBin /> : <NobodyYet onTask={onTask} />}
    >
      {(total) => (
        <>
          <VirtualGrid
            label={isBin ? 'Deleted users' : 'Users'}
            columns={isBin ? deletedColumns : userColumns}
            sort={query.sort}
            onSort={(sort) =>
              address.rewrite({
                sort:
                  sort === null
                    ? undefined
                    : `${sort.direction === 'descending' ? '-' : ''}${sort.columnId}`,
              })
            }
            rowCount={total}
            rowAt={list.rowAt}
            rowKey={(user) => user.objectId}
            openKey={address.id ?? null}
            onOpen={(user) => address.go({ id: user.objectId })}
            onRange={list.onRange}
          />
          <p className="shrink-0 border-t border-line px-4 py-1 text-sm text-ink-3 tabular-nums">
            {formatNumber(total)} {total === 1 ? 'user' : 'users'}
            {isBin && ' · deleted permanently 30 days after their deletion'}
          </p>
        </>
      )}
    </ListStates>
  );
}

function NobodyYet({ onTask }: Pick<UserListProps, 'onTask'>) {
  const address = useDirectoryAddress();
  return (
    <EmptyState
      icon={Users}
      title="No users yet"
      actions={
        <>
          <Button variant="primary" onPress={() => address.go({ form: 'create' })}>
            <Plus aria-hidden className="size-4" />
            New user
          </Button>
          <Button onPress={() => onTask('generate')}>
            <Sparkles aria-hidden className="size-4" />
            Generate people…
          </Button>
          <Button onPress={() => onTask('import')}>
            <FileUp aria-hidden className="size-4" />
            Bulk create (CSV)…
          </Button>
        </>
      }
    >
      These are the people of the simulated Entra tenant. Those assigned to an application are
      provisioned to it.
    </EmptyState>
  );
}

function EmptyBin() {
  return (
    <EmptyState icon={Trash2} title="No deleted users">
      A deleted user stays here for 30 days and can be restored. Provisioning disables the account
      in the target meanwhile, and deletes it after the purge.
    </EmptyState>
  );
}
