// A user or a group of the directory found by name, user principal name or mail.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { User, UsersRound } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { DirectoryPrincipal } from '../../../shared/simulator/directory-views.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { SearchPicker } from '../../ui/search-picker.tsx';

interface PrincipalPickerProps {
  readonly label: string;
  readonly placeholder: string;
  /** Absent: users and groups. */
  readonly objectType?: 'User' | 'Group';
  /** Who is picked at first. */
  readonly initial?: DirectoryPrincipal | null;
  readonly error?: string | undefined;
  readonly hasFocus?: boolean;
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

function toPickable(principal: DirectoryPrincipal) {
  return { id: principal.objectId, name: principal.displayName, principal };
}

/** With its type as its name. */
export function PrincipalIcon({ objectType }: Pick<DirectoryPrincipal, 'objectType'>) {
  const Icon = objectType === 'Group' ? UsersRound : User;
  return <Icon role="img" aria-label={objectType} className="size-3.5 shrink-0 text-ink-3" />;
}

function usePrincipalSearch(initialText: string, objectType?: 'User' | 'Group') {
  const [text, setText] = useState(initialText);
  const words = useDeferredValue(text.trim());
  const query = useQuery({
    queryKey: queryKeys.directory('principals', objectType ?? 'all', words),
    queryFn: ({ signal }) =>
      callAdmin(
        'findDirectoryPrincipals',
        { query: { text: words, ...(objectType !== undefined && { objectType }) } },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  const principals = query.data?.principals;
  const found = useMemo(() => (principals ?? []).map(toPickable), [principals]);
  return { text, found, isLoading: query.isFetching, type: setText };
}
