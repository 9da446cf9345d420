// A new tenant with the profile that a test wants, and a SCIM client of it.
import { strict as assert } from 'node:assert';
import { DEFAULT_PRESET, ProfileOverrides } from '../../../shared/scim/profile/profile-setting.ts';
import type { PresetId } from '../../../shared/scim/profile/presets.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { ScimCall, TestTenant } from '../../support/start-tenant.ts';
import { group, PATCH_OP, pick, user, type TenantClient } from './switch-case.ts';

let tenants = 0;

/** `overrides` are checked against the table of switches. */
export async function openClient(
  server: TestTenant,
  overrides: Readonly<Record<string, unknown>>,
  preset: PresetId = DEFAULT_PRESET,
): Promise<TenantClient> {
  const slug = `tenant-${++tenants}`;
  const params = { tenant: slug };
  await server.admin('createTenant', { body: { slug, name: slug } });
  const body = { preset, overrides: ProfileOverrides.parse(overrides) };
  await server.admin('setProfile', { params, body });
  const { secretToken, localTenantUrl } = await server.admin('getConnection', { params });
  const base = new URL(localTenantUrl).pathname;

  function send(method: string, path: string, { headers, ...call }: ScimCall = {}) {
    const authorization = { Authorization: `Bearer ${secretToken}` };
    return server.ask(method, base + path, { ...call, headers: { ...authorization, ...headers } });
  }

  /** The id also where the answer to a creation holds no body. */
  async function create(path: string, resource: JsonObject): Promise<string> {
    const answer = await send('POST', path, { body: resource });
    assert.equal(answer.status, 201, answer.text);
    const id = pick(answer.body, 'id') ?? answer.headers['location']?.split('/').at(-1);
    assert.ok(typeof id === 'string', 'a new resource has no id');
    return id;
  }

  return {
    send,
    createUser: (userName, more) => create('/Users', user(userName, more)),
    createGroup: (displayName, members = []) =>
      create('/Groups', group(displayName, { members: members.map((value) => ({ value })) })),
    patch: (path, ...operations) =>
      send('PATCH', path, { body: { schemas: [PATCH_OP], Operations: operations } }),
    baseUrl: localTenantUrl,
    token: secretToken,
  };
}
