// A user or a group of the directory found by name, user principal name or mail.
import { User, UsersRound } from 'lucide-react';
import type { DirectoryPrincipal } from '../../../shared/simulator/directory-views.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { usePickerSearch } from '../../api/use-picker-search.ts';
import { SearchPicker, type SearchPickerProps } from '../../ui/search-picker.tsx';

interface PrincipalPickerProps extends Pick<
  SearchPickerProps<FoundPrincipal>,
  'label' | 'placeholder' | 'error' | 'hasFocus'
> {
  /** Absent: users and groups. */
  readonly objectType?: 'User' | 'Group';
  /** Who is picked at first. */
  readonly initial?: DirectoryPrincipal | null;
  /** null when the text was emptied. */
  readonly onPick: (principal: DirectoryPrincipal | null) => void;
}

export function PrincipalPicker({
  objectType,
  initial = null,
  onPick,
  ...field
}: PrincipalPickerProps) {
  const search = usePrincipalSearch(initial?.displayName ?? '', objectType);
  return (
    <SearchPicker
      {...field}
      search={search}
      initial={initial === null ? null : toPickable(initial)}
      emptyText="Nobody in the directory matches."
      detail={({ principal }) => principal.userPrincipalName ?? 'Group'}
      icon={({ principal }) => <PrincipalIcon objectType={principal.objectType} />}
      onPick={(picked) => onPick(picked?.principal ?? null)}
    />
  );
}

interface FoundPrincipal {
  readonly id: string;
  readonly name: string;
  readonly principal: DirectoryPrincipal;
}

function toPickable(principal: DirectoryPrincipal): FoundPrincipal {
  return { id: principal.objectId, name: principal.displayName, principal };
}

/** With its type as its name. */
export function PrincipalIcon({ objectType }: Pick<DirectoryPrincipal, 'objectType'>) {
  const Icon = objectType === 'Group' ? UsersRound : User;
  return <Icon role="img" aria-label={objectType} className="size-3.5 shrink-0 text-ink-3" />;
}

function usePrincipalSearch(initialText: string, objectType?: 'User' | 'Group') {
  return usePickerSearch({
    initialText,
    queryKey: (text) => queryKeys.directory('principals', objectType ?? 'all', text),
    async find(text, signal) {
      const query = { text, ...(objectType !== undefined && { objectType }) };
      const { principals } = await callAdmin('findDirectoryPrincipals', { query }, signal);
      return principals.map(toPickable);
    },
    textsOf,
  });
}

function textsOf({ name, principal }: FoundPrincipal): readonly string[] {
  return [name, principal.userPrincipalName ?? ''];
}
