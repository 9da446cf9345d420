// How far the logs have come, so that what comes later can be told from it.
import type { Mark, World } from './world.ts';

export async function readMark({
  client,
  tenant,
  application,
}: Pick<World, 'client' | 'tenant' | 'application'>): Promise<Mark> {
  const params = { application };
  const query = { limit: 1 };
  const { lastId } = await client.call('getRequestMark', { params: { tenant } });
  const { entries: log } = await client.call('listProvisioningLogs', { params, query });
  const { entries: audit } = await client.call('listAuditLogs', { params, query });
  const { mails } = await client.call('listMails', { params });
  return {
    request: lastId,
    logEntry: log[0]?.seq ?? 0,
    audit: audit[0]?.id ?? null,
    mail: mails[0]?.id ?? null,
  };
}
