// RFC 9967 §2.5: requests that are accepted now and done afterwards.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import { ASYNC_RESPONSE, payloadOf, waitForOutcomes } from '../support/poll-events.ts';
import { GROUP, list, post, setProfile, USER } from '../support/read-list.ts';
import { assertHas } from '../support/resource-claims.ts';
import { BULK_REQUEST } from '../support/send-bulk.ts';
import { startTenant, type ScimAnswer, type TestTenant } from '../support/start-tenant.ts';
import { textOf } from '../support/text-of.ts';

const LATER = { Prefer: 'respond-async' };

describe('RFC 9967 §2.5.1.1 Prefer: respond-async', () => {
  test('T2 answers 202 without a body and with Set-Txn, Preference-Applied and Location', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.scim('POST', '/Users', { body: ada, headers: LATER });

    const { 'set-txn': txn, 'preference-applied': applied, location } = answer.headers;
    assert.deepEqual([answer.status, answer.text, applied], [202, '', 'respond-async']);
    assert.match(String(txn), /^[\w-]{36}$/);
    assert.equal(location, `${tenant.scimUrl}/.async/${String(txn)}`);
  });

  test('T2 does POST, PUT, PATCH and DELETE in their order, and tells each outcome', async (t) => {
    const tenant = await startTenant({}, t);
    const id = await post(tenant, '/Users', ada);
    const path = `/Users/${id}`;
    const headers = LATER;

    const accepted = [
      await tenant.scim('PUT', path, { body: { ...ada, title: 'CTO' }, headers }),
      await tenant.scim('PATCH', path, { body: retitle('CEO'), headers }),
      await tenant.scim('DELETE', path, { headers }),
      await tenant.scim('POST', '/Users', { body: ada, headers }),
    ];
    const told = await waitForOutcomes(tenant, 4);

    const location = `${tenant.scimUrl}${path}`;
    const [ada2] = (await list(tenant, '/Users')).resources;
    assert.deepEqual(
      told.map((claims) => payloadOf(claims)),
      [
        { method: 'PUT', location, version: 'W/"2"', status: '200' },
        { method: 'PATCH', location, version: 'W/"3"', status: '200' },
        { method: 'DELETE', location, status: '204' },
        {
          method: 'POST',
          location: `${tenant.scimUrl}/Users/${textOf(ada2?.['id'])}`,
          version: 'W/"1"',
          status: '201',
        },
      ],
    );
    assert.deepEqual(
      told.map(({ txn }) => txn),
      accepted.map(({ headers: { 'set-txn': txn } }) => txn),
    );
    assert.deepEqual(told[0]?.['sub_id'], { format: 'scim', uri: path });
  });

  test('T2 an error is told as a SCIM error', async (t) => {
    const tenant = await startTenant({}, t);
    await post(tenant, '/Users', ada);

    await tenant.scim('POST', '/Users', { body: ada, headers: LATER });
    const [told] = await waitForOutcomes(tenant, 1);

    assert.deepEqual(payloadOf(told), {
      method: 'POST',
      status: '409',
      response: {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: '409',
        scimType: 'uniqueness',
        detail: 'userName "ada" is already in use',
      },
    });
    assert.deepEqual(told?.['sub_id'], { format: 'scim', uri: '/Users' });
  });

  test('T2 keeps the precondition of the request', async (t) => {
    const tenant = await startTenant({}, t);
    const path = `/Users/${await post(tenant, '/Users', ada)}`;

    await tenant.scim('DELETE', path, { headers: { ...LATER, 'If-Match': 'W/"9"' } });
    const [told] = await waitForOutcomes(tenant, 1);

    assert.equal(payloadOf(told)['status'], '412');
    assert.equal((await tenant.scim('GET', path)).status, 200);
  });

  test('T2 the Location tells the outcome, and of another tenant nothing', async (t) => {
    const tenant = await startTenant({}, t);
    const { headers } = await tenant.scim('POST', '/Users', { body: ada, headers: LATER });
    await waitForOutcomes(tenant, 1);
    const txn = String(headers['set-txn']);

    const outcome = await tenant.scim('GET', `/.async/${txn}`);
    const unknown = await tenant.scim('GET', '/.async/nobody');

    assert.equal(outcome.status, 200);
    assertHas(outcome.body, { txn, Operations: [{ method: 'POST', status: '201' }] });
    expectScimError(unknown, { status: 404 });
  });

  test('T2 wait: an idle server answers as usual within that time', async (t) => {
    const tenant = await startTenant({}, t);
    const headers = { Prefer: 'respond-async, wait=10' };

    const answer = await tenant.scim('POST', '/Users', { body: ada, headers });

    assert.equal(answer.status, 201);
    assert.equal(answer.headers['preference-applied'], undefined);
  });

  test('T2 what cannot be read is refused at once', async (t) => {
    const tenant = await startTenant({}, t);
    const headers = LATER;
    const unreadable = { status: 400, scimType: 'invalidSyntax' };

    expectScimError(await tenant.scim('POST', '/Users', { body: '{', headers }), unreadable);
    expectScimError(await tenant.scim('POST', '/Bulk', { body: {}, headers }), unreadable);
    expectScimError(await tenant.scim('POST', '/Nope', { body: {}, headers }), { status: 404 });
  });

  test('T2 a profile without it answers as usual', async (t) => {
    const tenant = await startTenant({}, t);
    setProfile(tenant, { asyncSupported: false });

    const answer = await tenant.scim('POST', '/Users', { body: ada, headers: LATER });

    assert.equal(answer.status, 201);
  });

  test('the log tells that it was accepted, and in the end what it changed', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.scim('POST', '/Users', { body: ada, headers: LATER });
    await waitForOutcomes(tenant, 1);

    const { requests } = await tenant.admin('listRequests');
    const [first] = requests;
    const details = await tenant.admin('getRequest', { params: { id: first?.id ?? 0 } });

    assert.deepEqual(
      [details.status, details.sentence],
      [202, 'Create user ada: accepted for later'],
    );
    assert.deepEqual(
      details.effects.map(({ action, resourceName }) => [action, resourceName]),
      [['created', 'ada']],
    );
  });
});

describe('RFC 9967 §2.5.1.2 asynchronous Bulk', () => {
  test('T3 tells one outcome for each operation, under one transaction', async (t) => {
    const tenant = await startTenant({}, t);
    const members = [{ value: 'bulkId:u' }];
    const Operations = [
      {
        method: 'POST',
        path: '/Groups',
        bulkId: 'g',
        data: { schemas: [GROUP], displayName: 'Tour', members },
      },
      { method: 'POST', path: '/Users', bulkId: 'u', data: ada },
      { method: 'DELETE', path: '/Users/nobody' },
    ];

    const answer = await sendLater(tenant, Operations);
    const told = await waitForOutcomes(tenant, 3);

    assert.equal(answer.status, 202);
    assert.deepEqual(
      told
        .map((claims) => payloadOf(claims, ASYNC_RESPONSE))
        .map((each) => [each['bulkId'], each['status']]),
      [
        ['g', '201'],
        ['u', '201'],
        [undefined, '404'],
      ],
    );
    assert.equal(new Set(told.map(({ txn }) => txn)).size, 1);
    const error = payloadOf(told[2])['response'];
    assert.ok(isJsonObject(error));
    assert.match(textOf(error['detail']), /^Operations\[2\]: /);
  });
});

const ada: JsonObject = { schemas: [USER], userName: 'ada' };

function retitle(title: string): JsonObject {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', path: 'title', value: title }],
  };
}

function sendLater(tenant: TestTenant, Operations: readonly JsonObject[]): Promise<ScimAnswer> {
  return tenant.scim('POST', '/Bulk', {
    body: { schemas: [BULK_REQUEST], Operations },
    headers: LATER,
  });
}
