// The members of a group: add one by name, remove one, open one. A hundred thousand of them scroll like ten.
import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { UserPicker } from '../resources/user-picker.tsx';
import type { TabProps } from '../resources/screen-parts.ts';
import type { FoundUser } from '../resources/use-user-search.ts';
import { memberColumns } from './member-columns.tsx';
import { useMembers, type Members } from './use-members.ts';

export function MembersTab({ stored }: TabProps) {
  const members = useMembers(stored);
  // A fresh, empty picker after each pick.
  const [added, setAdded] = useState(0);

  function add(user: FoundUser | null): void {
    if (user === null) return;
    members.add(user);
    setAdded(added + 1);
  }

  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="shrink-0 border-b border-line px-4 py-3">
        <UserPicker
          key={added}
          hasFocus={added > 0}
          label="Add a member"
          placeholder="Type the name of a user"
          onPick={add}
        />
        {members.problem !== undefined && (
          <p role="alert" className="pt-2 text-bad">
            {members.problem}
          </p>
        )}
      </div>
      <MemberList members={members} />
    </div>
  );
}

function MemberList({ members }: { readonly members: Members }) {
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
