// Remembers the tenant that an address names, for addresses that name none.
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { storeLastTenant } from '../../api/last-tenant.ts';

/** Mount once. */
export function useLastTenant(): void {
  const slug = useSearch({ strict: false, select: (search) => search.tenant });
  useEffect(() => {
    if (slug !== undefined) storeLastTenant(slug);
  }, [slug]);
}
