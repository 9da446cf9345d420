// How one tenant is served, apart from the others.
import type { Serving, TenantServing } from '../../../shared/admin/serving.ts';

/** `serving` until it is known. */
export function stateOfTenant(
  serving: Serving | undefined,
  slug: string | undefined,
): TenantServing {
  return serving?.tenants.find(({ tenant }) => tenant === slug)?.state ?? 'serving';
}
