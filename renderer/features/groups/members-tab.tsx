// The members of a group: add one by name, remove one, open one. A hundred thousand of them scroll like ten.
import { UsersRound } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { Member } from '../../../shared/admin/resource.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { UserPicker, type FoundUser } from '../resources/user-picker.tsx';
import type { TabProps } from '../resources/screen-parts.ts';
import { memberColumns } from './member-columns.tsx';
import { useMembers, type Members } from './use-members.ts';

export function MembersTab({ stored }: TabProps) {
  const [text, setText] = useState('');
  const words = useDeferredValue(text.trim());
  const members = useMembers(stored, words);
  // A fresh, empty picker with the focus: after each pick, and when the button that had the focus leaves with its list.
  const [fresh, setFresh] = useState(0);

  function add(user: FoundUser | null): void {
    if (user === null) return;
    members.add(user);
    setFresh(fresh + 1);
  }

  function remove(member: Member): void {
    members.remove(member);
    if (members.total === 1) setFresh(fresh + 1);
  }

  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="shrink-0 border-b border-line px-4 py-3">
        <UserPicker
          key={fresh}
          hasFocus={fresh > 0}
          label="Add a member"
          placeholder="Type the name of a user"
          onPick={add}
        />
        {(stored.memberCount ?? 0) > 0 && (
          <div className="flex pt-2">
            <SearchField
              label="Find a member"
              placeholder="Find a member by name or ID"
              value={text}
              onChange={setText}
            />
          </div>
        )}
        {members.problem !== undefined && (
          <p role="alert" className="pt-2 text-bad">
            {members.problem}
          </p>
        )}
      </div>
      <MemberList key={words} members={{ ...members, remove }} isSearch={words !== ''} />
    </div>
  );
}

interface MemberListProps {
  readonly members: Members;
  readonly isSearch: boolean;
}

function MemberList({ members, isSearch }: MemberListProps) {
  if (members.error !== undefined) {
    return (
      <ErrorState
        title="The members cannot be shown"
        error={members.error}
        onRetry={members.retry}
      />
    );
  }
  if (members.total === undefined) return <Skeleton label="Loading the members" lines={6} />;
  if (members.total === 0 && isSearch) {
    return (
      <p className="px-4 py-6 text-center text-ink-2">No member has this in its name or ID.</p>
    );
  }
  if (members.total === 0) {
    return (
      <EmptyState icon={UsersRound} title="No members yet">
        Add one above, or let your SCIM client assign users.
      </EmptyState>
    );
  }
  return (
    <VirtualGrid
      label="Members"
      columns={memberColumns(members.remove)}
      rowCount={members.total}
      rowAt={members.rowAt}
      rowKey={(member) => member.value}
      openKey={null}
      onOpen={members.open}
      onRange={members.onRange}
    />
  );
}
