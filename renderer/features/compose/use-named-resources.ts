// Some resources of a tenant with their names, oldest first.
import { useQuery } from '@tanstack/react-query';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

export interface NamedResource {
  readonly id: string;
  readonly name: string;
}

interface Wanted {
  /** Undefined: nobody knows what is there. */
  readonly tenant: string | undefined;
  readonly resourceType: string | undefined;
  readonly count: number;
}

export function useNamedResources(wanted: Wanted): readonly NamedResource[] {
  const { tenant = '', resourceType = '', count } = wanted;
  const query = useQuery({
    queryKey: queryKeys.resources(tenant, resourceType, 'named', count),
    queryFn: ({ signal }) =>
      callAdmin('queryResources', { params: { tenant, resourceType }, query: { count } }, signal),
    enabled: tenant !== '' && resourceType !== '',
  });
  return (query.data?.resources ?? []).flatMap(({ resource }) => {
    const { id, userName, displayName } = resource;
    const name = userName ?? displayName ?? id;
    return typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : [];
  });
}
