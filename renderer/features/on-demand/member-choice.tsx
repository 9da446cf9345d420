// Up to five members of a group that are provisioned and added with it, as the portal lets one choose them.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DirectoryPrincipal } from '../../../shared/simulator/directory-views.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { SearchField } from '../../ui/search-field.tsx';

const MOST_MEMBERS = 5;
/** As many as one page of the directory has. */
const LISTED = 1_000;
/** From here on there is a search; and so many are drawn at once. */
const FEW = 12;
const DRAWN = 100;

interface MemberChoiceProps {
  readonly group: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function MemberChoice({ group, chosen, onChange }: MemberChoiceProps) {
  const members = useQuery({
    queryKey: queryKeys.directory('members', group, 'choice'),
    queryFn: ({ signal }) =>
      callAdmin(
        'listDirectoryMembers',
        { params: { id: group }, query: { limit: LISTED } },
        signal,
      ),
  });
  const users = (members.data?.members ?? []).filter(({ objectType }) => objectType === 'User');
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-ink-2">
        Members ({chosen.length} of {MOST_MEMBERS} at most)
      </legend>
      {members.isError && <p className="text-bad">{describeError(members.error)}</p>}
      {members.data !== undefined && users.length === 0 && (
        <p className="text-ink-2">The group has no user among its immediate members.</p>
      )}
      {users.length > 0 && <Users users={users} chosen={chosen} onChange={onChange} />}
      {(members.data?.total ?? 0) > LISTED && (
        <p className="text-sm text-ink-3">
          The search looks at the first {formatNumber(LISTED)} of{' '}
          {formatCount(members.data?.total ?? 0, 'member')}.
        </p>
      )}
    </fieldset>
  );
}

interface UsersProps extends Omit<MemberChoiceProps, 'group'> {
  readonly users: readonly DirectoryPrincipal[];
}

function Users({ users, chosen, onChange }: UsersProps) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = users.filter(({ displayName, userPrincipalName }) =>
    `${displayName} ${userPrincipalName ?? ''}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      {users.length > FEW && (
        <div className="mb-1 flex">
          <SearchField
            label="Find a member"
            placeholder="Name or user principal name"
            value={text}
            onChange={setText}
          />
        </div>
      )}
      {found.length === 0 ? (
        <p className="text-ink-2">No member has “{text.trim()}” in the name.</p>
      ) : (
        <UserList users={found.slice(0, DRAWN)} chosen={chosen} onChange={onChange} />
      )}
      {found.length > DRAWN && (
        <p className="text-sm text-ink-3">
          The first {formatNumber(DRAWN)} of {formatCount(found.length, 'user')}. Search for the
          others.
        </p>
      )}
    </>
  );
}

function UserList({ users, chosen, onChange }: UsersProps) {
  const isFull = chosen.length >= MOST_MEMBERS;
  return (
    <ScrollArea label="Members of the group" className="max-h-56 rounded-md border border-line">
      <ul className="p-2">
        {users.map(({ objectId, displayName, userPrincipalName }) => {
          const isChosen = chosen.includes(objectId);
          return (
            <li key={objectId}>
              <CheckBox
                isSelected={isChosen}
                isDisabled={isFull && !isChosen}
                onChange={(isOn) =>
                  onChange(
                    isOn ? [...chosen, objectId] : chosen.filter((each) => each !== objectId),
                  )
                }
              >
                <span>{displayName}</span>
                <span className="text-sm text-ink-3">{userPrincipalName}</span>
              </CheckBox>
            </li>
          );
        })}
      </ul>
    </ScrollArea>
  );
}
