// Tenants are made, copied, renamed, emptied and deleted through the admin API.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LiveEvent } from '../../../shared/live-event.ts';
import { isJsonObject } from '../../../shared/scim/json.ts';
import { ALL_DOCUMENTS, DEVICE } from '../../support/device-documents.ts';
import { startTenant, type ScimAnswer, type TestTenant } from '../../support/start-tenant.ts';

async function ask(
  tenant: TestTenant,
  slug: string,
  [method, path]: readonly [string, string],
): Promise<ScimAnswer> {
  const { secretToken } = await tenant.admin('getConnection', { params: { tenant: slug } });
  const headers = { Authorization: `Bearer ${secretToken}` };
  return tenant.ask(method, `/t/${slug}/scim/v2${path}`, { headers });
}

function totalOf({ body }: ScimAnswer): unknown {
  return isJsonObject(body) ? body['totalResults'] : undefined;
}

async function slugs(tenant: TestTenant): Promise<readonly string[]> {
  const { tenants } = await tenant.admin('listTenants');
  return tenants.map(({ slug }) => slug);
}

/** Two users, one in a group, and a device. */
async function fill(tenant: TestTenant): Promise<void> {
  const put = [...ALL_DOCUMENTS];
  await tenant.admin('changeSchemas', { params: { tenant: 'default' }, body: { put } });
  const ada = await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });
  await tenant.scim('POST', '/Users', { body: { userName: 'bob' } });
  const id = isJsonObject(ada.body) ? (ada.body['id'] ?? null) : null;
  await tenant.scim('POST', '/Groups', { body: { displayName: 'Crew', members: [{ value: id }] } });
  await tenant.scim('POST', '/Devices', { body: DEVICE });
}

describe('createTenant', () => {
  test('gives it a base URL, a token and a profile of its own', async (t) => {
    const tenant = await startTenant({}, t);

    const made = await tenant.admin('createTenant', {
      body: { slug: 'strict-1', name: 'Strict', preset: 'rfc-strict' },
    });

    assert.deepEqual(made, {
      slug: 'strict-1',
      name: 'Strict',
      publicUrl: null,
      counts: { users: 0, activeUsers: 0, groups: 0, memberships: 0, requests: 0 },
    });
    assert.equal((await ask(tenant, 'strict-1', ['GET', '/Users'])).status, 200);
    assert.deepEqual(await slugs(tenant), ['default', 'strict-1']);
    assert.equal(tenant.store.tenants.find('strict-1')?.profileSetting.preset, 'rfc-strict');
  });

  for (const slug of ['Upper', '-x', 'x-', 'a/b', '', 'a b', 'ü', 'x'.repeat(41)]) {
    test(`refuses the slug ${JSON.stringify(slug)}`, async (t) => {
      const tenant = await startTenant({}, t);

      const answer = await tenant.callAdmin('POST', '/api/tenants', { body: { slug, name: 'x' } });

      assert.equal(answer.status, 400);
      assert.match(answer.text, /body\.slug/);
    });
  }

  test('refuses a slug that is in use', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.callAdmin('POST', '/api/tenants', {
      body: { slug: 'default', name: 'x' },
    });

    assert.equal(answer.status, 409);
    assert.deepEqual(answer.body, {
      error: { code: 'conflict', message: 'The slug "default" is in use by another tenant.' },
    });
  });
});

describe('copyTenant', () => {
  test('with data: resources, memberships, passwords, indexes and schemas come along', async (t) => {
    const tenant = await startTenant({}, t);
    await fill(tenant);

    const copy = await tenant.admin('copyTenant', {
      params: { tenant: 'default' },
      body: { slug: 'twin', withData: true },
    });

    assert.deepEqual(copy.counts, {
      users: 2,
      activeUsers: 2,
      groups: 1,
      memberships: 1,
      requests: 0,
    });
    const filter = encodeURIComponent('serial eq "Ab-1" and tags eq "loud"');
    assert.equal(totalOf(await ask(tenant, 'twin', ['GET', `/Devices?filter=${filter}`])), 1);
    const crew = await ask(tenant, 'twin', ['GET', '/Groups']);
    assert.match(
      crew.text,
      /"members":\[\{"value":"[^"]+","\$ref":"[^"]+\/t\/twin\/scim\/v2\/Users/,
    );
    const original = await tenant.admin('getConnection', { params: { tenant: 'default' } });
    const twin = await tenant.admin('getConnection', { params: { tenant: 'twin' } });
    assert.notEqual(original.secretToken, twin.secretToken);
  });

  test('without data: schemas, profile and settings come along, resources do not', async (t) => {
    const tenant = await startTenant({}, t);
    await fill(tenant);
    const setting = {
      form: 'notice',
      filter: 'active eq true',
      audience: 'https://x.test',
    } as const;
    const { tenants, events } = tenant.store;
    const original = tenants.find('default');
    assert.ok(original !== undefined);
    events.changeSetting(original.id, setting);

    const copy = await tenant.admin('copyTenant', {
      params: { tenant: 'default' },
      body: { slug: 'empty-twin', name: 'Twin' },
    });

    assert.equal(copy.name, 'Twin');
    assert.deepEqual(events.setting(tenants.find('empty-twin')?.id ?? 0), setting);
    assert.equal(copy.counts.users, 0);
    assert.equal(totalOf(await ask(tenant, 'empty-twin', ['GET', '/Devices'])), 0);
  });
});

describe('renameTenant', () => {
  test('moves the base URL and the request log', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('createTenant', { body: { slug: 'old', name: 'Old' } });
    await ask(tenant, 'old', ['GET', '/Users']);

    const renamed = await tenant.admin('renameTenant', {
      params: { tenant: 'old' },
      body: { slug: 'new', name: 'New' },
    });

    assert.equal(renamed.name, 'New');
    assert.equal(renamed.counts.requests, 1);
    assert.equal((await ask(tenant, 'new', ['GET', '/Users'])).status, 200);
    assert.equal((await tenant.ask('GET', '/t/old/scim/v2/Users')).status, 404);
  });

  test('leaves the default tenant its slug, and takes no slug in use', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('createTenant', { body: { slug: 'a', name: 'A' } });

    const body = { slug: 'a' };
    const first = await tenant.callAdmin('POST', '/api/tenants/default/rename', { body });
    const second = await tenant.callAdmin('POST', '/api/tenants/a/rename', {
      body: { slug: 'default' },
    });

    assert.deepEqual([first.status, second.status], [409, 409]);
    assert.deepEqual(await slugs(tenant), ['default', 'a']);
  });
});

describe('emptyTenant', () => {
  test('removes resources with their history, and requests, each as asked', async (t) => {
    const tenant = await startTenant({}, t);
    await fill(tenant);
    const params = { tenant: 'default' };

    const first = await tenant.admin('emptyTenant', { params, body: { requests: false } });
    const between = await tenant.admin('listTenants');
    const second = await tenant.admin('emptyTenant', { params, body: { resources: false } });
    const { requests } = await tenant.admin('listRequests');

    assert.deepEqual([first.resources, first.requests], [4, 0]);
    assert.equal(between.tenants[0]?.counts.users, 0);
    assert.equal(between.tenants[0].counts.memberships, 0);
    assert.deepEqual([second.resources, second.requests], [0, 4]);
    assert.deepEqual(requests, []);
    const again = await tenant.scim('POST', '/Devices', { body: DEVICE });
    assert.equal(again.status, 201, 'unique values are free again');
  });
});

describe('the live feed', () => {
  test('names the tenant in every event of its life', async (t) => {
    const tenant = await startTenant({}, t);
    const heard = await listen(tenant, t.signal);

    await tenant.admin('createTenant', { body: { slug: 'a', name: 'A' } });
    await tenant.admin('renameTenant', { params: { tenant: 'a' }, body: { slug: 'b' } });
    await ask(tenant, 'b', ['GET', '/Users']);
    await tenant.admin('changeSchemas', {
      params: { tenant: 'b' },
      body: { put: [...ALL_DOCUMENTS] },
    });
    await tenant.admin('emptyTenant', { params: { tenant: 'b' }, body: {} });
    await tenant.admin('deleteTenant', { params: { tenant: 'b' } });

    assert.deepEqual(await heard('deleted'), [
      ['tenants-changed', 'a', 'created'],
      ['tenants-changed', 'b', 'renamed'],
      ['request-recorded', 'b', undefined],
      ['tenants-changed', 'b', 'schemas-changed'],
      ['requests-cleared', 'b', undefined],
      ['tenants-changed', 'b', 'emptied'],
      ['tenants-changed', 'b', 'deleted'],
    ]);
  });
});

describe('deleteTenant', () => {
  test('removes everything of it and nothing else', async (t) => {
    const tenant = await startTenant({}, t);
    await fill(tenant);
    await tenant.admin('copyTenant', {
      params: { tenant: 'default' },
      body: { slug: 'gone', withData: true },
    });
    await ask(tenant, 'gone', ['GET', '/Users']);

    const removed = await tenant.admin('deleteTenant', { params: { tenant: 'gone' } });

    assert.deepEqual([removed.resources, removed.requests], [4, 1]);
    assert.deepEqual(removed.before?.counts, { tenants: 2, users: 4, groups: 2, requests: 5 });
    assert.equal((await tenant.ask('GET', '/t/gone/scim/v2/Users')).status, 404);
    const { tenants } = await tenant.admin('listTenants');
    assert.deepEqual(
      tenants.map(({ slug, counts }) => [slug, counts.users, counts.memberships]),
      [['default', 2, 1]],
    );
    await tenant.admin('createTenant', { body: { slug: 'gone', name: 'Anew' } });
    assert.equal((await ask(tenant, 'gone', ['GET', '/Devices'])).status, 404);
  });

  test('leaves the default tenant, which a workspace cannot be without', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.callAdmin('DELETE', '/api/tenants/default');

    assert.equal(answer.status, 409);
    assert.deepEqual(await slugs(tenant), ['default']);
  });
});

type Heard = readonly [type: string, tenant: string | null | undefined, action: string | undefined];

/** Listens from now on; what it returns waits for an action and gives all that was heard up to it. */
async function listen(
  { adminUrl, adminKey }: TestTenant,
  signal: AbortSignal,
): Promise<(action: string) => Promise<readonly Heard[]>> {
  const headers = { Authorization: `Bearer ${adminKey}` };
  const { body } = await fetch(`${adminUrl}/api/live`, { headers, signal });
  assert.ok(body !== null);
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read(); // it is connected
  return async function hear(action) {
    let text = '';
    while (!text.includes(`"action":"${action}"`)) {
      const { value, done } = await reader.read();
      assert.ok(!done, 'the feed has ended');
      text += value;
    }
    await reader.cancel();
    return [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => {
      const event = LiveEvent.parse(JSON.parse(data));
      assert.ok(event.type !== 'reset');
      const about = 'request' in event.data ? event.data.request : event.data;
      const { tenant, action: done } = { action: undefined, tenant: undefined, ...about };
      return [event.type, tenant, done] as const;
    });
  };
}
