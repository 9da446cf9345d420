// Users and groups for screens to show, sent over SCIM as a client would.
import { isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import type { TestTenant } from './start-tenant.ts';

const CORE_USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const CORE_GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE_USER = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** A full user named by `userName`; `attributes` are laid over it. Returns its id. */
export function seedUser(
  tenant: TestTenant,
  userName: string,
  attributes: JsonObject = {},
): Promise<string> {
  return create(tenant, '/Users', {
    schemas: [CORE_USER, ENTERPRISE_USER],
    userName,
    externalId: `ext-${userName}`,
    active: true,
    emails: [{ value: `${userName}@contoso.com`, type: 'work', primary: true }],
    ...attributes,
  });
}

/** A group with the users of these ids as its members. Returns its id. */
export function seedGroup(
  tenant: TestTenant,
  displayName: string,
  memberIds: readonly string[] = [],
): Promise<string> {
  return create(tenant, '/Groups', {
    schemas: [CORE_GROUP],
    displayName,
    members: memberIds.map((value) => ({ value })),
  });
}

export async function readStored(tenant: TestTenant, path: string): Promise<JsonObject> {
  const answer = await tenant.scim('GET', path);
  if (answer.status !== 200 || !isJsonObject(answer.body)) throw new Error(answer.text);
  return answer.body;
}

async function create(tenant: TestTenant, path: string, body: JsonObject): Promise<string> {
  const answer = await tenant.scim('POST', path, { body });
  const id = isJsonObject(answer.body) ? answer.body['id'] : undefined;
  if (answer.status !== 201 || typeof id !== 'string') throw new Error(answer.text);
  return id;
}
