// How many users and groups a job is connected with at the moment; its statistics to date do not go down.
import type { AdminClient } from '../client/admin-client.ts';

export interface ConnectionCounts {
  readonly users: number;
  readonly groups: number;
}

export async function countConnections(
  client: AdminClient,
  application: string,
): Promise<ConnectionCounts> {
  const count = async (objectType: 'User' | 'Group') => {
    const query = { objectType, limit: 1 };
    return (await client.call('listConnections', { params: { application }, query })).total;
  };
  return { users: await count('User'), groups: await count('Group') };
}
