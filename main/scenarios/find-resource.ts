// Users and groups of the scenario's tenant, by the label of who they are in the directory.
import type { JsonObject } from '../../shared/scim/json.ts';
import type { World } from './world.ts';

/** By userName, which is the userPrincipalName of the person; a label that is nobody's is taken as the userName. */
export async function findUser(label: string, world: World): Promise<JsonObject | undefined> {
  const known = world.names.find(label);
  const names =
    known?.type === 'User' ? [known.userPrincipalName] : [label, `${label}@${world.domain}`];
  const filter = names.map((name) => `userName eq ${quote(name)}`).join(' or ');
  return find('User', filter, world);
}

export async function findGroup(label: string, world: World): Promise<JsonObject | undefined> {
  return find('Group', `displayName eq ${quote(label)}`, world);
}

async function find(resourceType: string, filter: string, { client, tenant }: World) {
  const { resources } = await client.call('queryResources', {
    params: { tenant, resourceType },
    query: { filter, count: 1 },
  });
  return resources[0]?.resource;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
