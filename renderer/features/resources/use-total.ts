// How many resources the list holds, in words for the head of the page.
import { formatNumber } from '../../ui/format.ts';
import type { GridSort } from '../../ui/grid-types.ts';
import { useQuery } from '@tanstack/react-query';
import { useTenant, useTenantSlug } from '../../api/use-status.ts';
import { resourcePageOptions } from './resource-page-options.ts';

/** `1,204`, or `17 of 1,204` under a filter; undefined until known. */
export function useTotal(
  resourceType: string,
  filter: string | undefined,
  sort: GridSort | null,
): string | undefined {
  const tenant = useTenantSlug();
  const counts = useTenant()?.counts;
  const page = useQuery({
    ...resourcePageOptions({ tenant, resourceType, filter: filter ?? '', sort, page: 0 }),
    enabled: filter !== undefined,
  });
  if (page.data === undefined) return undefined;
  const found = formatNumber(page.data.totalResults);
  if (filter === '' || counts === undefined) return found;
  const all = { User: counts.users, Group: counts.groups }[resourceType];
  return all === undefined ? found : `${found} of ${formatNumber(all)}`;
}

/** How many resources match, whatever the order; undefined until known. */
export function useMatchCount(resourceType: string, filter: string): number | undefined {
  const tenant = useTenantSlug();
  const page = useQuery(resourcePageOptions({ tenant, resourceType, filter, sort: null, page: 0 }));
  return page.data?.totalResults;
}
