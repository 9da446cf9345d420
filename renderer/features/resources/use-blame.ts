// Who set each attribute of a resource last.
import { useQuery } from '@tanstack/react-query';
import type { AttributeBlame } from '../../../shared/admin/resource-tools.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { useIsDeleting } from './use-resource.ts';

export type FindBlame = (path: string, element: number | null) => AttributeBlame | undefined;

export function useBlame(resourceType: string, id: string): FindBlame {
  const tenant = useTenantSlug();
  const isDeleting = useIsDeleting();
  const blame = useQuery({
    enabled: !isDeleting,
    queryKey: queryKeys.resources(tenant, resourceType, 'blame', id),
    queryFn: ({ signal }) =>
      callAdmin('getBlame', { params: { tenant, resourceType, id } }, signal),
  });
  const byPlace = new Map(
    blame.data?.attributes.map((one) => [`${one.path} ${one.element}`, one] as const),
  );
  return (path, element) => byPlace.get(`${path} ${element}`);
}
