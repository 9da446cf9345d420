// Where a job sends its requests, and with which credentials. A tenant of this workspace is reached at its address on this
// machine, as a stranger's would be; without a token of the job's own, with the tenant's.
import type { JobCredentials, JobTarget } from '../../../shared/simulator/job.ts';
import { tenantUrl } from '../../../shared/tenant-path.ts';
import type { Store } from '../../store/open-store.ts';

export interface Reach {
  readonly url: string;
  readonly credentials: JobCredentials;
}

export interface ReachDependencies {
  readonly store: Pick<Store, 'tenants'>;
  /** Of the SCIM listener on this machine. */
  readonly scimOrigin: () => string;
}

/** Undefined: the tenant is not there. */
export function reachTarget(
  { store, scimOrigin }: ReachDependencies,
  target: JobTarget,
  credentials: JobCredentials | null,
): Reach | undefined {
  const given = credentials ?? { type: 'bearer', secretToken: '' };
  if ('url' in target) return { url: target.url, credentials: given };
  const tenant = store.tenants.find(target.tenant);
  if (tenant === undefined) return undefined;
  const isBlank = given.type === 'bearer' && given.secretToken === '';
  const flags = target.flags ?? [];
  return {
    url: tenantUrl(scimOrigin(), tenant.slug) + (flags.length === 0 ? '' : `?${flags.join('&')}`),
    credentials: isBlank ? { type: 'bearer', secretToken: tenant.secretToken } : given,
  };
}
