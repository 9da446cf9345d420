// Two SCIM clients, each a process of its own, at the same time.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { isJsonArray, isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import { GROUP, list, post, USER } from '../support/read-list.ts';
import { startClient } from '../support/scim-client.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

const EACH = 60;

describe('two clients at once', () => {
  test('Z2 add members to one group, and none is lost', async (t) => {
    const tenant = await startTenant({}, t);
    const path = `/Groups/${await post(tenant, '/Groups', { schemas: [GROUP], displayName: 'Tour' })}`;

    const statuses = await sendFromBoth(t, tenant, (client) =>
      Array.from({ length: EACH }, (_, at) => ({
        method: 'PATCH',
        url: tenant.scimUrl + path,
        body: JSON.stringify(addMember(`${client}-${at}`)),
      })),
    );

    const { body } = await tenant.scim('GET', path);
    const members = isJsonObject(body) ? body['members'] : undefined;
    assert.ok(isJsonArray(members));
    assert.ok(statuses.flat().every((status) => status === 204));
    assert.equal(members.length, 2 * EACH);
    const meta = isJsonObject(body) ? body['meta'] : undefined;
    assert.equal(isJsonObject(meta) && meta['version'], `W/"${2 * EACH + 1}"`);
  });

  test('U2 create the same user, and exactly one is told 201', async (t) => {
    const tenant = await startTenant({}, t);
    const names = Array.from({ length: EACH }, (_, at) => `user-${at}`);

    const [first = [], second = []] = await sendFromBoth(t, tenant, (client) =>
      names.map((name) => ({
        method: 'POST',
        url: `${tenant.scimUrl}/Users`,
        body: JSON.stringify({
          schemas: [USER],
          userName: client === 'a' ? name : name.toUpperCase(),
        }),
      })),
    );

    const outcomes = names.map((_, at) => new Set([first[at], second[at]]));
    assert.deepEqual(
      outcomes,
      names.map(() => new Set([201, 409])),
    );
    assert.equal((await list(tenant, '/Users', { count: 0 })).totalResults, EACH);
  });

  test('V3 change one version of a resource, and exactly one is told 200', async (t) => {
    const tenant = await startTenant({}, t);
    const id = await post(tenant, '/Users', { schemas: [USER], userName: 'ada' });
    const Operations = (client: string) =>
      Array.from({ length: 10 }, (_, at) => ({
        method: 'PATCH',
        path: `/Users/${id}`,
        version: 'W/"1"',
        data: { Operations: [{ op: 'add', path: 'title', value: `${client}-${at}` }] },
      }));

    await sendFromBoth(t, tenant, (client) => [
      {
        method: 'POST',
        url: `${tenant.scimUrl}/Bulk`,
        body: JSON.stringify({ Operations: Operations(client) }),
      },
    ]);

    const { headers } = await tenant.scim('GET', `/Users/${id}`);
    assert.equal(headers.etag, 'W/"2"');
  });
});

interface PlainWrite {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/** The statuses that each client was told. */
async function sendFromBoth(
  t: TestContext,
  { token }: TestTenant,
  requestsOf: (client: string) => PlainWrite[],
): Promise<readonly (readonly number[])[]> {
  const clients = await Promise.all([startClient(), startClient()]);
  t.after(() => clients.forEach((client) => client.close()));
  return Promise.all(
    clients.map((client, at) => client.send({ token, requests: requestsOf('ab'.charAt(at)) })),
  );
}

function addMember(value: string): JsonObject {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'add', path: 'members', value: [{ value }] }],
  };
}
