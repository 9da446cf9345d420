// Which tenant of ours a job provisions to, if any, and whether a secret opens it. Secrets are compared here and go nowhere.
import type { JobCredentials, JobTarget } from '../../../shared/simulator/job.ts';
import type { AdminClient } from '../../client/admin-client.ts';

export interface StoryTarget {
  /** Slug; undefined: a server that is not ours. */
  readonly tenant: string | undefined;
  readonly flag: boolean;
}

const FLAG = 'aadOptscim062020';

export async function findTarget(target: JobTarget, client: AdminClient): Promise<StoryTarget> {
  if ('tenant' in target) {
    return { tenant: target.tenant, flag: target.flags?.includes(FLAG) === true };
  }
  const { tenants } = await client.call('listTenants', {});
  const flag = target.url.includes(FLAG);
  for (const { slug } of tenants) {
    const connection = await client.call('getConnection', { params: { tenant: slug } });
    const urls = [connection.localTenantUrl, connection.publicTenantUrl, connection.tenantUrl];
    if (urls.some((url) => url !== null && plain(url) === plain(target.url))) {
      return { tenant: slug, flag };
    }
  }
  return { tenant: undefined, flag };
}

function plain(url: string): string {
  return (url.split('?')[0] ?? '').replace(/\/+$/, '').toLowerCase();
}

/** Whether it is the tenant's own; of a server that is not ours nobody knows, and it is taken to be. */
export async function opensTarget(
  credentials: JobCredentials,
  { tenant }: StoryTarget,
  client: AdminClient,
): Promise<boolean> {
  if (credentials.type !== 'bearer' || tenant === undefined) return true;
  const { secretToken } = credentials;
  if (secretToken === '' || secretToken.startsWith('****')) return true;
  const { tokens } = await client.call('listTokens', { params: { tenant } });
  return tokens.some(({ secret, state }) => secret === secretToken && state === 'live');
}
