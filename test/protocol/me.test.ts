// RFC 7644 §3.11: /Me, the User that the caller's token acts as.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import { payloadOf, waitForOutcomes } from '../support/poll-events.ts';
import { list, post, setProfile, USER } from '../support/read-list.ts';
import { assertHas } from '../support/resource-claims.ts';
import { startTenant, type ScimAnswer } from '../support/start-tenant.ts';

describe('RFC 7644 §3.11 /Me', () => {
  test('M1 M3 GET answers the User with its permanent location and version', async (t) => {
    const { tenant, id, me } = await startAsAda(t);

    const answer = await me('GET', '/Me');

    assert.equal(answer.status, 200);
    assertHas(answer.body, { id, userName: 'ada' });
    assert.equal(locationOf(answer), `${tenant.scimUrl}/Users/${id}`);
    assert.equal(answer.headers.etag, 'W/"1"');
  });

  test('M1 GET takes a projection and a precondition', async (t) => {
    const { me } = await startAsAda(t);

    const known = await me('GET', '/Me', { headers: { 'If-None-Match': 'W/"1"' } });
    const part = await me('GET', '/Me?attributes=userName');

    assert.equal(known.status, 304);
    assert.ok(isJsonObject(part.body));
    assert.equal(part.body['meta'], undefined);
  });

  test('M1 PUT, PATCH and DELETE act on the User', async (t) => {
    const { tenant, id, me } = await startAsAda(t);

    const put = await me('PUT', '/Me', { body: { ...ada, title: 'CTO' } });
    const patched = await me('PATCH', '/Me', { body: retitle('CEO') });
    const stale = await me('DELETE', '/Me', { headers: { 'If-Match': 'W/"1"' } });
    const deleted = await me('DELETE', '/Me');

    assert.deepEqual(
      [put, patched, stale, deleted].map(({ status }) => status),
      [200, 200, 412, 204],
    );
    assert.equal(locationOf(put), `${tenant.scimUrl}/Users/${id}`);
    assertHas(patched.body, { title: 'CEO' });
    expectScimError(await me('GET', '/Me'), { status: 404 });
  });

  test('M1 a change of /Me may be done later', async (t) => {
    const { tenant, id, me } = await startAsAda(t);
    const headers = { Prefer: 'respond-async' };

    const accepted = await me('PATCH', '/Me', { body: retitle('CEO'), headers });
    const [told] = await waitForOutcomes(tenant, 1);

    assert.equal(accepted.status, 202);
    assertHas(payloadOf(told), { location: `${tenant.scimUrl}/Users/${id}`, status: '200' });
  });

  test('M1 is 501 where the profile has none', async (t) => {
    const { tenant, me } = await startAsAda(t);
    setProfile(tenant, { meSupported: false });

    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      expectScimError(await me(method, '/Me'), { status: 501 });
    }
  });

  test('M2 POST is 501 unless the profile lets people register themselves', async (t) => {
    const { tenant, me } = await startAsAda(t);
    const body = { schemas: [USER], userName: 'bob' };

    const refused = await me('POST', '/Me', { body });
    setProfile(tenant, { meCreationSupported: true });
    const created = await me('POST', '/Me', { body });

    expectScimError(refused, { status: 501 });
    assert.equal(created.status, 201);
    assert.equal(created.headers.location, locationOf(created));
    assert.deepEqual((await list(tenant, '/Users')).names, ['ada', 'bob']);
  });

  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
    test(`M4 ${method} with a token that acts as nobody is 404`, async (t) => {
      const tenant = await startTenant({}, t);
      const body = method === 'PUT' || method === 'PATCH' ? { body: ada } : {};

      expectScimError(await tenant.scim(method, '/Me', body), {
        status: 404,
        detail: /^A User that this token acts as does not exist$/,
      });
    });
  }

  test('there is nothing below it, and no other method', async (t) => {
    const { me } = await startAsAda(t);

    expectScimError(await me('GET', '/Me/x'), { status: 404 });
    const options = await me('OPTIONS', '/Me');

    assert.equal(options.headers.allow, 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS');
  });

  test('the log names the User', async (t) => {
    const { tenant, id, me } = await startAsAda(t);
    await me('PATCH', '/Me', { body: retitle('CEO') });

    const { requests } = await tenant.admin('listRequests');

    const last = requests.at(-1);
    assert.deepEqual(
      [last?.resourceType, last?.resourceId, last?.resourceName],
      ['User', id, 'ada'],
    );
  });
});

const ada: JsonObject = { schemas: [USER], userName: 'ada' };

/** `me` sends with a token that acts as ada. */
async function startAsAda(t: TestContext) {
  const tenant = await startTenant({}, t);
  const id = await post(tenant, '/Users', ada);
  const { secret } = await tenant.admin('createToken', { body: { name: 'Ada', actsAs: 'ada' } });
  const me: typeof tenant.scim = (method, path, call = {}) =>
    tenant.scim(method, path, {
      ...call,
      headers: { Authorization: `Bearer ${secret}`, ...call.headers },
    });
  return { tenant, id, me };
}

function retitle(title: string): JsonObject {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', path: 'title', value: title }],
  };
}

function locationOf({ body }: ScimAnswer) {
  const meta = isJsonObject(body) ? body['meta'] : undefined;
  return isJsonObject(meta) ? meta['location'] : undefined;
}
