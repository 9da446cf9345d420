// RFC 7644 §3.14: versions and preconditions, over HTTP.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import { readId } from '../support/read-id.ts';
import { post, setProfile, USER } from '../support/read-list.ts';
import { startTenant, type ScimAnswer } from '../support/start-tenant.ts';

describe('RFC 7644 §3.14 versions', () => {
  test('V1 ETag is meta.version on POST, GET, PUT and PATCH, and follows every change', async (t) => {
    const tenant = await startTenant({}, t);
    const created = await tenant.scim('POST', '/Users', { body: ada() });
    const path = `/Users/${readId(created)}`;

    const answers = [
      created,
      await tenant.scim('GET', path),
      await tenant.scim('PUT', path, { body: ada({ title: 'CTO' }) }),
      await tenant.scim('PATCH', path, { body: retitle('CEO') }),
      await tenant.scim('GET', path),
    ];

    assert.deepEqual(answers.map(tagOf), ['W/"1"', 'W/"1"', 'W/"2"', 'W/"3"', 'W/"3"']);
    assert.deepEqual(answers.map(versionOf), answers.map(tagOf));
  });

  test('V1 a PATCH that is answered without a body still tells the version', async (t) => {
    const { tenant, path } = await startWithAda(t);
    setProfile(tenant, { userPatchAnswer: 'no-content' });

    const answer = await tenant.scim('PATCH', path, { body: retitle('CTO') });

    assert.deepEqual([answer.status, tagOf(answer)], [204, 'W/"2"']);
  });

  for (const tag of ['W/"1"', '"1"', '*', 'W/"7", W/"1"']) {
    test(`V2 GET with If-None-Match ${tag} is 304 without a body`, async (t) => {
      const { tenant, path } = await startWithAda(t);

      const answer = await tenant.scim('GET', path, { headers: { 'If-None-Match': tag } });

      assert.deepEqual([answer.status, answer.text, tagOf(answer)], [304, '', 'W/"1"']);
    });
  }

  test('V2 GET with the tag of an earlier version has the resource', async (t) => {
    const { tenant, path } = await startWithAda(t);
    await tenant.scim('PATCH', path, { body: retitle('CTO') });

    const answer = await tenant.scim('GET', path, { headers: { 'If-None-Match': 'W/"1"' } });

    assert.deepEqual([answer.status, versionOf(answer)], [200, 'W/"2"']);
  });

  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
    test(`V3 ${method} for another version is 412 and changes nothing`, async (t) => {
      const { tenant, path } = await startWithAda(t);
      const body = bodyFor(method);

      const answer = await tenant.scim(method, path, { ...body, headers: { 'If-Match': 'W/"9"' } });

      expectScimError(answer, { status: 412, detail: /has the version W\/"1".* for W\/"9"/ });
      assert.equal(versionOf(await tenant.scim('GET', path)), 'W/"1"');
    });

    for (const tag of ['W/"1"', '"1"', '*', '"8", "1"']) {
      test(`V4 ${method} with If-Match ${tag} works`, async (t) => {
        const { tenant, path } = await startWithAda(t);
        const body = bodyFor(method);

        const answer = await tenant.scim(method, path, { ...body, headers: { 'If-Match': tag } });

        assert.equal(answer.status, method === 'DELETE' ? 204 : 200, answer.text);
      });
    }
  }

  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    test(`V3 ${method} with If-None-Match of the stored version is 412`, async (t) => {
      const { tenant, path } = await startWithAda(t);
      const headers = { 'If-None-Match': '*' };

      expectScimError(await tenant.scim(method, path, { ...bodyFor(method), headers }), {
        status: 412,
      });
    });
  }

  test('V3 a resource that is gone is 404, whatever version was asked for', async (t) => {
    const { tenant } = await startWithAda(t);

    const answer = await tenant.scim('DELETE', '/Users/nobody', { headers: { 'If-Match': '*' } });

    expectScimError(answer, { status: 404 });
  });

  test('V5 reading and changing nothing keep the version', async (t) => {
    const { tenant, path } = await startWithAda(t);
    await tenant.scim('PATCH', path, { body: retitle('CTO') });

    const again = await tenant.scim('PATCH', path, { body: retitle('CTO') });
    const read = await tenant.scim('GET', path);

    assert.deepEqual([tagOf(again), tagOf(read)], ['W/"2"', 'W/"2"']);
  });

  test('V6 a profile without ETag sends none, nor meta.version, and takes no notice', async (t) => {
    const { tenant, path } = await startWithAda(t);
    setProfile(tenant, { etagSupported: false });

    const read = await tenant.scim('GET', path, { headers: { 'If-None-Match': '*' } });
    const put = await tenant.scim('PUT', path, { body: ada(), headers: { 'If-Match': '"9"' } });

    assert.deepEqual([read.status, put.status], [200, 200]);
    assert.deepEqual([tagOf(read), versionOf(read), tagOf(put)], [undefined, undefined, undefined]);
  });
});

async function startWithAda(t: TestContext) {
  const tenant = await startTenant({}, t);
  return { tenant, path: `/Users/${await post(tenant, '/Users', ada())}` };
}

function ada(more: JsonObject = {}): JsonObject {
  return { schemas: [USER], userName: 'ada', ...more };
}

function retitle(title: string): JsonObject {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', path: 'title', value: title }],
  };
}

function bodyFor(method: string): { readonly body?: JsonObject } {
  if (method === 'PUT') return { body: ada({ title: 'CTO' }) };
  return method === 'PATCH' ? { body: retitle('CTO') } : {};
}

function tagOf({ headers }: ScimAnswer) {
  return headers.etag;
}

function versionOf({ body }: ScimAnswer) {
  const meta = isJsonObject(body) ? body['meta'] : undefined;
  return isJsonObject(meta) ? meta['version'] : undefined;
}
