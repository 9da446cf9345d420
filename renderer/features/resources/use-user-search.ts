// Users whose names contain what is typed, first twenty.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { StoredResource } from '../../../shared/admin/resource.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { USER_SEARCHED, wordsFilter } from './filter-box-logic.ts';
import { idOf, nameOf, textAt } from './read-resource.ts';

export interface FoundUser {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
}

export interface UserSearch {
  readonly text: string;
  readonly users: readonly FoundUser[];
  readonly isLoading: boolean;
  readonly type: (text: string) => void;
}

const MOST_SHOWN = 20;

export function useUserSearch(initialText: string): UserSearch {
  const tenant = useTenantSlug();
  const [text, setText] = useState(initialText);
  const words = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: queryKeys.resources(tenant, 'User', 'search', words),
    queryFn: ({ signal }) =>
      callAdmin(
        'queryResources',
        {
          params: { tenant, resourceType: 'User' },
          query: {
            filter: words === '' ? '' : wordsFilter(words, USER_SEARCHED),
            count: MOST_SHOWN,
          },
        },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  return {
    text,
    users: (found.data?.resources ?? []).map(toFoundUser),
    isLoading: found.isFetching,
    type: setText,
  };
}

function toFoundUser({ resource }: StoredResource): FoundUser {
  return {
    id: idOf(resource),
    name: nameOf(resource),
    userName: textAt(resource, ['userName']),
  };
}
