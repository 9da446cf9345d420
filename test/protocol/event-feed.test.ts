// RFC 9967 over RFC 8936: the event feed of a tenant, as a receiver polls it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JsonObject, JsonValue } from '../../shared/scim/json.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import { eventsOf, FEED, payloadOf, poll, PROV } from '../support/poll-events.ts';
import { GROUP, post, setProfile, USER } from '../support/read-list.ts';
import { assertHas } from '../support/resource-claims.ts';
import { startTenant } from '../support/start-tenant.ts';
import { textOf } from '../support/text-of.ts';

describe('RFC 9967 §4 discovery', () => {
  test('T1 tells asynchronous requests and the events of the feed', async (t) => {
    const tenant = await startTenant({}, t);

    const { body } = await tenant.scim('GET', '/ServiceProviderConfig');

    const eventUris = [
      `${FEED}:add`,
      `${FEED}:remove`,
      `${PROV}:create:full`,
      `${PROV}:create:notice`,
      `${PROV}:patch:full`,
      `${PROV}:patch:notice`,
      `${PROV}:put:full`,
      `${PROV}:put:notice`,
      `${PROV}:delete`,
      `${PROV}:activate`,
      `${PROV}:deactivate`,
      'urn:ietf:params:scim:event:misc:asyncresp',
    ];
    assertHas(body, { securityEvents: { asyncRequest: 'request', eventUris } });
  });

  test('T1 tells nothing of what the profile leaves out', async (t) => {
    const tenant = await startTenant({}, t);
    setProfile(tenant, { asyncSupported: false, eventsSupported: false });

    const { body } = await tenant.scim('GET', '/ServiceProviderConfig');
    const polled = await tenant.scim('POST', '/.events', { body: {} });

    assertHas(body, { securityEvents: { asyncRequest: 'none', eventUris: [] } });
    expectScimError(polled, { status: 501 });
  });
});

describe('RFC 9967 §2 events of a tenant', () => {
  test('T4 name the subject, the request and the change, from creation to deletion', async (t) => {
    const tenant = await startTenant({}, t);
    const id = await post(tenant, '/Users', { ...ada, externalId: 'A-1', password: 'hush-hush' });
    const path = `/Users/${id}`;
    await tenant.scim('PATCH', path, { body: patch('replace', 'active', false) });
    await tenant.scim('PUT', path, { body: { ...ada, active: true } });
    await tenant.scim('DELETE', path);

    const told = await poll(tenant);

    assert.deepEqual(
      told.map((claims) => Object.keys(eventsOf(claims))),
      [
        [`${PROV}:create:full`],
        [`${PROV}:patch:full`, `${PROV}:deactivate`],
        [`${PROV}:put:full`, `${PROV}:activate`],
        [`${PROV}:delete`],
      ],
    );
    const [created, patched] = told;
    const { iss, sub_id, txn, iat } = created ?? {};
    assert.deepEqual([iss, sub_id], [tenant.scimUrl, subject(path, 'A-1')]);
    assert.match(textOf(txn), /^request-\d+$/);
    assert.equal(typeof iat, 'number');
    assertHas(payloadOf(created), { version: 'W/"1"', data: { userName: 'ada', id } });
    assert.deepEqual(payloadOf(patched), {
      version: 'W/"2"',
      data: {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'add', path: 'active', value: false }],
      },
    });
    assert.equal(JSON.stringify(told).includes('hush-hush'), false);
  });

  test('T4 tell who joined a group, and that a deleted user left it', async (t) => {
    const tenant = await startTenant({}, t);
    const user = await post(tenant, '/Users', ada);
    const members = [{ value: user }];
    const group = await post(tenant, '/Groups', { schemas: [GROUP], displayName: 'Tour', members });
    await tenant.scim('DELETE', `/Users/${user}`);

    const [, created, left, deleted] = await poll(tenant);

    assertHas(payloadOf(created), { data: { displayName: 'Tour', members } });
    assert.deepEqual(deleted?.['sub_id'], subject(`/Users/${user}`));
    assert.deepEqual(left?.['sub_id'], subject(`/Groups/${group}`));
    const Operations = [{ op: 'remove', path: `members[value eq "${user}"]` }];
    assertHas(payloadOf(left, `${PROV}:patch:full`), { data: { Operations } });
  });

  test('T5 as notices name the attributes and carry no data', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('changeEventFeed', {
      body: { form: 'notice', audience: 'https://rp.test' },
    });
    const id = await post(tenant, '/Users', { ...ada, password: 'hush-hush' });
    await tenant.scim('PATCH', `/Users/${id}`, { body: patch('add', 'title', 'CTO') });

    const [created, patched] = await poll(tenant);

    assert.deepEqual(payloadOf(created, `${PROV}:create:notice`), {
      version: 'W/"1"',
      attributes: ['id', 'userName', 'password'],
    });
    assert.deepEqual(payloadOf(patched, `${PROV}:patch:notice`), {
      version: 'W/"2"',
      attributes: ['title'],
    });
    assert.equal(created?.['aud'], 'https://rp.test');
  });

  test('T4 tell resources that join and leave a feed with a filter', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('changeEventFeed', { body: { filter: 'department eq "R&D"' } });
    const path = `/Users/${await post(tenant, '/Users', ada)}`;
    const move = (to: JsonValue) =>
      tenant.scim('PATCH', path, { body: patch('add', DEPARTMENT, to) });
    await move('R&D');
    await tenant.scim('PATCH', path, { body: patch('add', 'title', 'CTO') });
    await move('Sales');
    await tenant.scim('DELETE', path);

    const told = await poll(tenant);

    assert.deepEqual(
      told.map((claims) => Object.keys(eventsOf(claims))),
      [[`${FEED}:add`], [`${PROV}:patch:full`], [`${FEED}:remove`]],
    );
  });

  test('nothing is told of a request that failed or changed nothing', async (t) => {
    const tenant = await startTenant({}, t);
    const path = `/Users/${await post(tenant, '/Users', { ...ada, title: 'CTO' })}`;
    await tenant.scim('POST', '/Users', { body: ada });
    await tenant.scim('PATCH', path, { body: patch('replace', 'title', 'CTO') });

    assert.equal((await poll(tenant)).length, 1);
  });

  test('Z1 those of one tenant are not told to another', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('createTenant', { body: { slug: 'other', name: 'Other' } });
    const { secretToken } = await tenant.admin('getConnection', { params: { tenant: 'other' } });
    await post(tenant, '/Users', ada);
    const headers = { Authorization: `Bearer ${secretToken}` };
    const [claims] = await poll(tenant);

    const theirs = await tenant.ask('POST', '/t/other/scim/v2/.events', {
      headers,
      body: { returnImmediately: true, ack: [claims?.['jti'] ?? ''] },
    });

    assert.deepEqual(theirs.body, { sets: {} });
    assert.equal((await poll(tenant)).length, 1);
  });
});

describe('the setting of a feed', () => {
  test('is told and changed, member by member', async (t) => {
    const tenant = await startTenant({}, t);

    await tenant.admin('changeEventFeed', { body: { form: 'notice' } });
    await tenant.admin('changeEventFeed', { body: { filter: 'active eq true' } });
    const feed = await tenant.admin('changeEventFeed', { body: { audience: 'x' } });

    assert.deepEqual(feed, {
      form: 'notice',
      filter: 'active eq true',
      audience: 'x',
      pollUrl: `${tenant.scimUrl}/.events`,
      keysUrl: `${tenant.scimUrl}/.events/keys`,
      waiting: 0,
      rejected: 0,
      openRequests: 0,
    });
  });

  test('refuses a filter that cannot be read', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.callAdmin('PATCH', '/api/tenants/default/event-feed', {
      body: { filter: 'active eq' },
    });

    assert.equal(answer.status, 400, answer.text);
    assert.equal((await tenant.admin('getEventFeed')).filter, null);
  });
});

const ada = { schemas: [USER], userName: 'ada' };

const DEPARTMENT = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department';

function patch(op: string, path: string, value: JsonValue): JsonObject {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op, path, value }],
  };
}

function subject(uri: string, externalId?: string): JsonObject {
  return { format: 'scim', uri, ...(externalId !== undefined && { externalId }) };
}
