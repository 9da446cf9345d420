// The part of the address that a list of resources lives in: filter, sort, selection, tab and open form. It is the same
// at /users, /groups and /types/…, so a change of it stays at the address that is on screen.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ResourcesSearch } from '../../routes/server-routes.ts';

export type ResourceSearch = Partial<ResourcesSearch>;

export type ResourceState = NonNullable<ResourcesSearch['state']>;

export interface ResourceAddress extends ResourceSearch {
  /** Goes there; a later Back comes back here. */
  readonly go: (change: ResourceSearch) => Promise<void>;
  /** Rewrites the address in place, as for typing. */
  readonly rewrite: (change: ResourceSearch) => Promise<void>;
}

export const SCREEN_PATHS = { User: '/users', Group: '/groups' } as const;

export function useResourceSearch(): ResourceAddress {
  const search = ResourcesSearch.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  const change = (next: ResourceSearch, replace: boolean) =>
    navigate({
      to: '.',
      search: (old: object) => ({ ...ResourcesSearch.parse(old), ...next }),
      replace,
    });
  return {
    ...search,
    go: (next) => change(next, false),
    rewrite: (next) => change(next, true),
  };
}
