// Whether the Tenant URL may be pasted with a slash at its end, as the profile of the tenant has it.
import { useQuery } from '@tanstack/react-query';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';

/** Empty until it is known. */
export function useSlashNote(): string {
  const tenant = useTenantSlug();
  const profile = useQuery({
    queryKey: queryKeys.profile(tenant),
    queryFn: ({ signal }) => callAdmin('getProfile', { params: { tenant } }, signal),
  });
  switch (profile.data?.effective.acceptTrailingSlashes) {
    case true:
      return 'A slash at the end is accepted.';
    case false:
      return 'No slash at the end: the profile of this tenant refuses it.';
    case undefined:
      return '';
  }
}
