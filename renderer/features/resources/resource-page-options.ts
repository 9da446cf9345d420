// One window of a list as a query: 100 resources, counted from startIndex (RFC 7644 §3.4.2.4), in the order asked for.
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { GridSort } from '../../ui/grid-types.ts';

export const PAGE_SIZE = 100;

export interface PageKey {
  readonly tenant: string;
  readonly resourceType: string;
  readonly filter: string;
  readonly sort: GridSort | null;
  /** Counted from 0. */
  readonly page: number;
}

export function resourcePageOptions({ tenant, resourceType, filter, sort, page }: PageKey) {
  const sortBy = sort?.columnId ?? '';
  const sortOrder = sort?.direction ?? 'ascending';
  return {
    queryKey: queryKeys.resources(tenant, resourceType, 'page', filter, sortBy, sortOrder, page),
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      callAdmin(
        'queryResources',
        {
          params: { tenant, resourceType },
          query: { filter, sortBy, sortOrder, startIndex: page * PAGE_SIZE + 1, count: PAGE_SIZE },
        },
        signal,
      ),
  };
}
