// One window of a list as a query: 100 resources, counted from startIndex (RFC 7644 §3.4.2.4).
import type { ResourceTypeName } from '../../../shared/admin/resource.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

export const PAGE_SIZE = 100;

export interface PageKey {
  readonly tenant: string;
  readonly resourceType: ResourceTypeName;
  readonly filter: string;
  /** Counted from 0. */
  readonly page: number;
}

export function resourcePageOptions({ tenant, resourceType, filter, page }: PageKey) {
  return {
    queryKey: queryKeys.resources(tenant, resourceType, 'page', filter, page),
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      callAdmin(
        'queryResources',
        {
          params: { tenant, resourceType },
          query: { filter, startIndex: page * PAGE_SIZE + 1, count: PAGE_SIZE },
        },
        signal,
      ),
  };
}
