// The part of the address that the directory lives in.
import { getRouteApi } from '@tanstack/react-router';
import type { DirectorySearch } from '../../routes/entra-routes.ts';

const route = getRouteApi('/entra/directory');

export interface DirectoryAddress extends DirectorySearch {
  /** Goes there; a later Back comes back here. */
  readonly go: (change: Partial<DirectorySearch>) => void;
  /** Rewrites the address in place, as for typing. */
  readonly rewrite: (change: Partial<DirectorySearch>) => void;
}

export function useDirectoryAddress(): DirectoryAddress {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Partial<DirectorySearch>, replace: boolean) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace });
  return {
    ...search,
    go: (next) => change(next, false),
    rewrite: (next) => change(next, true),
  };
}
