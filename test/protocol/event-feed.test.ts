// RFC 9967 over RFC 8936: the event feed of a tenant, as a receiver polls it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/scim/json.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import { eventsOf, FEED, payloadOf, poll, PROV, readSets } from '../support/poll-events.ts';
import { GROUP, post, setProfile, USER } from '../support/read-list.ts';
import { assertHas } from '../support/resource-claims.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';
import { importText } from '../support/transfer-file.ts';
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

describe('RFC 8936 §2 polling', () => {
  test('T6 tells events again until they are acknowledged', async (t) => {
    const tenant = await startTenant({}, t);
    await post(tenant, '/Users', ada);

    const [first] = await poll(tenant);
    const again = await poll(tenant);
    const after = await poll(tenant, { ack: [first?.['jti'] ?? '', 'unknown'] });

    assert.deepEqual(again, [first]);
    assert.deepEqual(after, []);
  });

  test('T6 tells at most maxEvents, oldest first, and whether there are more', async (t) => {
    const tenant = await startTenant({}, t);
    for (const userName of ['ada', 'bob', 'cleo'])
      await post(tenant, '/Users', { ...ada, userName });
    const body = { maxEvents: 2, returnImmediately: true };

    const answer = await tenant.scim('POST', '/.events', { body });
    const told = await readSets(tenant, answer);
    const none = await tenant.scim('POST', '/.events', { body: { ...body, maxEvents: 0 } });

    assertHas(answer.body, { moreAvailable: true });
    assert.deepEqual(
      told.map((claims) => nameIn(payloadOf(claims)['data'])),
      ['ada', 'bob'],
    );
    assert.deepEqual(none.body, { sets: {}, moreAvailable: true });
  });

  test('T6 an event that the receiver refuses is kept with the reason, not sent again', async (t) => {
    const tenant = await startTenant({}, t);
    await post(tenant, '/Users', ada);
    const [claims] = await poll(tenant);
    const error = { err: 'authentication_failed', description: 'unknown key' };

    const after = await poll(tenant, { setErrs: { [textOf(claims?.['jti'])]: error } });

    const { events } = await tenant.admin('listEvents');
    assert.deepEqual(after, []);
    assert.deepEqual(
      events.map(({ rejection }) => rejection),
      [error],
    );
    assertHas(await tenant.admin('getEventFeed'), { waiting: 0, rejected: 1 });
  });

  test('T6 a poll that may wait is answered as soon as something happens', async (t) => {
    const tenant = await startTenant({}, t);

    const waiting = tenant.scim('POST', '/.events', { body: {} });
    await post(tenant, '/Users', ada);
    const told = await readSets(tenant, await waiting);

    assert.deepEqual(Object.keys(eventsOf(told[0])), [`${PROV}:create:full`]);
  });

  test('T6 a poll that waits is woken by an import too', async (t) => {
    const tenant = await startTenant({}, t);

    const waiting = tenant.scim('POST', '/.events', { body: {} });
    await importText(tenant, { format: 'jsonl', resourceType: 'User' }, '{"userName":"ada"}');
    const told = await readSets(tenant, await waiting);

    assert.deepEqual(Object.keys(eventsOf(told[0])), [`${PROV}:create:full`]);
  });

  test('T6 a poll waits no longer than the receiver says', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.scim('POST', '/.events', {
      body: {},
      headers: { Prefer: 'wait=1' },
    });

    assert.deepEqual([answer.status, answer.body], [200, { sets: {} }]);
  });

  test('T6 the server closes while a poll waits', async (t) => {
    const tenant = await startTenant({}, t);
    await post(tenant, '/Users', ada);
    const [claims] = await poll(tenant);
    const ack = [claims?.['jti'] ?? ''];
    const waiting = tenant.scim('POST', '/.events', { body: { ack } });
    await acknowledged(tenant);

    const startedAt = performance.now();
    await tenant.close();

    assert.equal((await waiting).status, 200);
    assert.ok(performance.now() - startedAt < 2500, 'closing waited for the poll');
  });

  test('a body that says something else is refused by name', async (t) => {
    const tenant = await startTenant({}, t);

    expectScimError(await tenant.scim('POST', '/.events', { body: { ack: 'x' } }), {
      status: 400,
      scimType: 'invalidSyntax',
      detail: /^ack must be an array/,
    });
  });

  test('the log calls it what it is', async (t) => {
    const tenant = await startTenant({}, t);
    await post(tenant, '/Users', ada);
    const [claims] = await poll(tenant);
    await poll(tenant, { ack: [claims?.['jti'] ?? ''] });

    const { requests } = await tenant.admin('listRequests');

    const polls = requests.filter(({ operation }) => operation === 'poll-events');
    assert.deepEqual(
      polls.map(({ sentence }) => sentence),
      [
        'Poll events: 1 told',
        'Read the event keys',
        'Poll events: 0 told, 1 acknowledged',
        'Read the event keys',
      ],
    );
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

function nameIn(data: JsonValue | undefined): JsonValue | undefined {
  return isJsonObject(data) ? data['userName'] : undefined;
}

function subject(uri: string, externalId?: string): JsonObject {
  return { format: 'scim', uri, ...(externalId !== undefined && { externalId }) };
}

/** Resolves when the server has taken note of an acknowledgement, and so has begun the poll that carries it. */
async function acknowledged(tenant: TestTenant): Promise<void> {
  const { waiting } = await tenant.admin('getEventFeed');
  if (waiting > 0) await acknowledged(tenant);
}
