// How many resources the list holds, in words for the head of the page.
import { formatNumber } from '../../ui/format.ts';
import { useQuery } from '@tanstack/react-query';
import type { ResourceTypeName } from '../../../shared/admin/resource.ts';
import { useTenant, useTenantSlug } from '../../api/use-status.ts';
import { resourcePageOptions } from './resource-page-options.ts';

/** `1,204`, or `17 of 1,204` under a filter; undefined until known. */
export function useTotal(
  resourceType: ResourceTypeName,
  filter: string | undefined,
): string | undefined {
  const tenant = useTenantSlug();
  const counts = useTenant()?.counts;
  const page = useQuery({
    ...resourcePageOptions({ tenant, resourceType, filter: filter ?? '', page: 0 }),
    enabled: filter !== undefined,
  });
  if (page.data === undefined) return undefined;
  const found = formatNumber(page.data.totalResults);
  if (filter === '' || counts === undefined) return found;
  const all = resourceType === 'User' ? counts.users : counts.groups;
  return `${found} of ${formatNumber(all)}`;
}
