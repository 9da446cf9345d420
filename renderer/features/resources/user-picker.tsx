// Picks a user of the tenant by part of a name.
import { SearchPicker } from '../../ui/search-picker.tsx';
import { useUserSearch, type FoundUser } from './use-user-search.ts';

interface UserPickerProps {
  readonly label: string;
  readonly placeholder: string;
  /** Who is picked at first. */
  readonly initial?: FoundUser | undefined;
  readonly error?: string | undefined;
  readonly hasFocus?: boolean;
  /** null when the text was emptied. */
  readonly onPick: (user: FoundUser | null) => void;
}

export function UserPicker({ initial, ...field }: UserPickerProps) {
  const search = useUserSearch(initial?.name ?? '');
  return (
    <SearchPicker
      {...field}
      search={{ ...search, found: search.users }}
      initial={initial ?? null}
      emptyText="No user matches."
      detail={({ userName }) => userName}
    />
  );
}
