// The part of the address that the Users and Groups screens live in: filter, selection, tab and open form.
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ResourceTypeName } from '../../../shared/admin/resource.ts';

export interface ResourceSearch {
  readonly filter?: string | undefined;
  readonly id?: string | undefined;
  readonly tab?: string | undefined;
  readonly form?: 'create' | 'edit' | undefined;
}

export interface ResourceAddress extends ResourceSearch {
  /** Goes there; a later Back comes back here. */
  readonly go: (change: ResourceSearch) => Promise<void>;
  /** Rewrites the address in place, as for typing. */
  readonly rewrite: (change: ResourceSearch) => Promise<void>;
}

export const SCREEN_PATHS = { User: '/users', Group: '/groups' } as const;

export function useResourceSearch(resourceType: ResourceTypeName): ResourceAddress {
  const to = SCREEN_PATHS[resourceType];
  const search = useSearch({ from: to });
  const navigate = useNavigate();
  return {
    ...search,
    go: (change) => navigate({ to, search: (old: AnySearch) => merge(old, change) }),
    rewrite: (change) =>
      navigate({ to, search: (old: AnySearch) => merge(old, change), replace: true }),
  };
}

/** As the router types it for all screens together: ids of requests are numbers. */
interface AnySearch extends Omit<ResourceSearch, 'id'> {
  readonly id?: string | number | undefined;
}

function merge({ filter, id, tab, form }: AnySearch, change: ResourceSearch): ResourceSearch {
  return { filter, id: id === undefined ? undefined : String(id), tab, form, ...change };
}
