// Picks a user of the tenant by part of a name: of those that match the first twenty.
import type { StoredResource } from '../../../shared/admin/resource.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { usePickerSearch } from '../../api/use-picker-search.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { SearchPicker, type SearchPickerProps } from '../../ui/search-picker.tsx';
import { USER_SEARCHED, wordsFilter } from './filter-box-logic.ts';
import { idOf, nameOf, textAt } from './read-resource.ts';

export interface FoundUser {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
}

interface UserPickerProps extends Pick<
  SearchPickerProps<FoundUser>,
  'label' | 'placeholder' | 'error' | 'hasFocus' | 'onPick'
> {
  /** Who is picked at first. */
  readonly initial?: FoundUser | undefined;
}

const MOST_SHOWN = 20;

export function UserPicker({ initial, ...field }: UserPickerProps) {
  return (
    <SearchPicker
      {...field}
      search={useUserSearch(initial?.name ?? '')}
      initial={initial ?? null}
      emptyText="No user matches."
      detail={({ userName }) => userName}
    />
  );
}

function useUserSearch(initialText: string) {
  const tenant = useTenantSlug();
  return usePickerSearch({
    initialText,
    queryKey: (text) => queryKeys.resources(tenant, 'User', 'search', text),
    async find(text, signal) {
      const filter = text === '' ? '' : wordsFilter(text, USER_SEARCHED);
      const params = { tenant, resourceType: 'User' };
      const query = { filter, count: MOST_SHOWN };
      const { resources } = await callAdmin('queryResources', { params, query }, signal);
      return resources.map(toFoundUser);
    },
    textsOf,
  });
}

function textsOf({ name, userName }: FoundUser): readonly string[] {
  return [name, userName];
}

function toFoundUser({ resource }: StoredResource): FoundUser {
  return {
    id: idOf(resource),
    name: nameOf(resource),
    userName: textAt(resource, ['userName']),
  };
}
