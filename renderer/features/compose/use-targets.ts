// The tenants of this workspace as targets, with their URLs on this machine.
import { tenantUrl } from '../../../shared/tenant-path.ts';
import { useStatus } from '../../api/use-status.ts';

export interface TenantTarget {
  readonly slug: string;
  readonly name: string;
  readonly url: string;
}

export function useTargets(): readonly TenantTarget[] {
  const status = useStatus().data;
  if (status === undefined) return [];
  const { origin } = new URL(status.scimUrl);
  return status.tenants.map(({ slug, name }) => ({ slug, name, url: tenantUrl(origin, slug) }));
}
