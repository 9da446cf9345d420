// Up to five members of a group that are provisioned and added with it, as the portal lets one choose them.
import { useQuery } from '@tanstack/react-query';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { formatCount } from '../../ui/format.ts';

const MOST_MEMBERS = 5;
const LISTED = 200;

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
      {users.length > 0 && (
        <ScrollArea label="Members of the group" className="max-h-56 rounded-md border border-line">
          <ul className="p-2">
            {users.map(({ objectId, displayName, userPrincipalName }) => {
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
      {(members.data?.total ?? 0) > LISTED && (
        <p className="text-sm text-ink-3">
          The first {LISTED} of {formatCount(members.data?.total ?? 0, 'member')}.
        </p>
      )}
    </fieldset>
  );
}
