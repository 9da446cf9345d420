// Up to five members of a group that are provisioned and added with it, as the portal lets one choose them.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
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
  const [text, setText] = useState('');
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
  const found = users.filter(({ displayName, userPrincipalName }) =>
    `${displayName} ${userPrincipalName ?? ''}`.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const isFull = chosen.length >= MOST_MEMBERS;

  function toggle(id: string, isOn: boolean): void {
    onChange(isOn ? [...chosen, id] : chosen.filter((each) => each !== id));
  }

  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-ink-2">
        Members ({chosen.length} of {MOST_MEMBERS} at most)
      </legend>
      {members.isError && <p className="text-bad">{describeError(members.error)}</p>}
      {members.data !== undefined && users.length === 0 && (
        <p className="text-ink-2">The group has no user among its immediate members.</p>
      )}
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
      {found.length > 0 && (
        <ScrollArea label="Members of the group" className="max-h-56 rounded-md border border-line">
          <ul className="p-2">
            {found.slice(0, DRAWN).map(({ objectId, displayName, userPrincipalName }) => {
              const isChosen = chosen.includes(objectId);
              return (
                <li key={objectId}>
                  <CheckBox
                    isSelected={isChosen}
                    isDisabled={isFull && !isChosen}
                    onChange={(isOn) => toggle(objectId, isOn)}
                  >
                    <span>{displayName}</span>
                    <span className="text-sm text-ink-3">{userPrincipalName}</span>
                  </CheckBox>
                </li>
              );
            })}
          </ul>
        </ScrollArea>
      )}
      {users.length > 0 && found.length === 0 && (
        <p className="text-ink-2">No member has “{text.trim()}” in the name.</p>
      )}
      {found.length > DRAWN && (
        <p className="text-sm text-ink-3">
          The first {formatNumber(DRAWN)} of {formatCount(found.length, 'user')}. Search for the
          others.
        </p>
      )}
      {(members.data?.total ?? 0) > LISTED && (
        <p className="text-sm text-ink-3">
          The search looks at the first {formatNumber(LISTED)} of{' '}
          {formatCount(members.data?.total ?? 0, 'member')}.
        </p>
      )}
    </fieldset>
  );
}
