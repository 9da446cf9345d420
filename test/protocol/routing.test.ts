// RFC 7644 §3.2 and §4: paths, methods, and the endpoints that are not there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isJsonObject } from '../../shared/scim/json.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import { sendRequest } from '../support/send-request.ts';
import { setProfile } from '../support/read-list.ts';
import { startTenant } from '../support/start-tenant.ts';

describe('a path', () => {
  const same = [
    '/scim/v2/Users',
    '/scim/v2/Users/',
    '/scim/v2//Users',
    '//scim/v2/Users//',
    '/scim/v2/users',
    '/SCIM/V2/USERS/',
    '/scim/Users',
    '/t/default/scim/v2/Users',
    '/scim/v2/Users?aadOptscim062020',
    '/scim/?aadOptscim062020/Users',
    '/scim/v2/?aadOptscim062020/Users',
    '/scim/v2/Users/?aadOptscim062020&filter=userName+eq+%22ada%22',
    '/scim/?AzureAdScimPatch062020/Users?filter=userName+eq+%22ada%22',
  ];
  for (const path of same) {
    test(`${path} lists the users`, async (t) => {
      const tenant = await startTenant({}, t);
      await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });

      const { status, text } = await tenant.ask('GET', path);

      assert.equal(status, 200);
      assert.match(text, /"totalResults":1,.*"userName":"ada"/);
    });
  }

  const unknown = [
    '/scim/v2/Nope',
    '/scim/v2/Users/1/2',
    '/scim/v2/../../etc/passwd',
    '/scim/v2/..%2f..%2fetc%2fpasswd',
    '/scim/v1/Users',
    '/nope',
    '/t/default',
    '/t/nobody/scim/v2/Users',
    '/index.html',
  ];
  for (const path of unknown) {
    test(`${path} is 404 with a SCIM error`, async (t) => {
      const tenant = await startTenant({}, t);

      expectScimError(await tenant.ask('GET', path), { status: 404, detail: /does not exist$/ });
    });
  }

  test('that is not percent-encoding is 400', async (t) => {
    const tenant = await startTenant({}, t);

    expectScimError(await tenant.ask('GET', '/scim/v2/Users/%zz'), {
      status: 400,
      scimType: 'invalidSyntax',
    });
  });

  test('reaches a resource whose id needs encoding only by that id', async (t) => {
    const tenant = await startTenant({}, t);

    expectScimError(await tenant.ask('GET', '/scim/v2/Users/a%2Fb'), {
      status: 404,
      detail: /^User "a\/b" does not exist$/,
    });
  });
});

describe('a method that an endpoint does not know', () => {
  const cases: readonly (readonly [method: string, path: string, allow: string])[] = [
    ['POST', '/ServiceProviderConfig', 'GET, HEAD, OPTIONS'],
    ['POST', '/Schemas', 'GET, HEAD, OPTIONS'],
    ['PUT', '/ResourceTypes', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/Schemas/urn:ietf:params:scim:schemas:core:2.0:User', 'GET, HEAD, OPTIONS'],
    ['PUT', '/Users', 'GET, HEAD, POST, OPTIONS'],
    ['PATCH', '/Groups', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/Users', 'GET, HEAD, POST, OPTIONS'],
    ['POST', '/', 'GET, HEAD, OPTIONS'],
    ['PUT', '/.search', 'POST, OPTIONS'],
    ['GET', '/Users/.search', 'POST, OPTIONS'],
    ['DELETE', '/groups/.search/', 'POST, OPTIONS'],
    ['POST', '/Users/1', 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'],
    ['TRACE', '/Users', 'GET, HEAD, POST, OPTIONS'],
  ];
  for (const [method, path, allow] of cases) {
    test(`${method} ${path} is 405 with Allow, whatever its body`, async (t) => {
      const tenant = await startTenant({}, t);

      const answer = await tenant.scim(method, path, { ...(method !== 'TRACE' && { body: '{' }) });

      expectScimError(answer, { status: 405, detail: new RegExp(`^${method} is not allowed`) });
      assert.equal(answer.headers.allow, allow);
    });
  }

  test('OPTIONS names the methods and lets no web page in', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.scim('OPTIONS', '/Users', {
      headers: { Origin: 'https://page.example', 'Access-Control-Request-Method': 'POST' },
    });

    assert.equal(answer.status, 204);
    assert.equal(answer.headers.allow, 'GET, HEAD, POST, OPTIONS');
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  });

  test('HEAD has the headers of GET and no body', async (t) => {
    const tenant = await startTenant({}, t);
    const get = await tenant.scim('GET', '/Schemas');

    const head = await tenant.scim('HEAD', '/Schemas');

    assert.deepEqual(
      [head.status, head.text, head.headers['content-type'], head.headers['content-length']],
      [200, '', get.headers['content-type'], get.headers['content-length']],
    );
  });
});

describe('what a profile leaves out', () => {
  const cases: readonly (readonly [method: string, path: string])[] = [
    ['POST', '/Bulk'],
    ['GET', '/Me'],
    ['PATCH', '/Me'],
  ];
  for (const [method, path] of cases) {
    test(`${method} ${path} is 501`, async (t) => {
      const tenant = await startTenant({}, t);
      setProfile(tenant, { bulkSupported: false, meSupported: false });

      expectScimError(await tenant.scim(method, path, { body: {} }), { status: 501 });
      assert.doesNotMatch(tenant.logLines.join(''), /failed/); // refused, not a fault of ours
    });
  }
});

describe('RFC 7644 §4: discovery', () => {
  test('refuses a filter and ignores paging', async (t) => {
    const tenant = await startTenant({}, t);

    const filtered = await tenant.scim('GET', '/Schemas?filter=id+pr');
    const paged = await tenant.scim('GET', '/Schemas?startIndex=2&count=1&sortBy=id');

    expectScimError(filtered, { status: 403 });
    assert.ok(isJsonObject(paged.body));
    assert.equal(paged.body['startIndex'], 1);
  });

  test('knows /serviceConfiguration by the name that Microsoft uses for it', async (t) => {
    const tenant = await startTenant({}, t);

    const answers = await Promise.all(
      ['/ServiceProviderConfig', '/serviceConfiguration'].map((path) => tenant.scim('GET', path)),
    );

    assert.equal(answers[0]?.status, 200);
    assert.equal(answers[1]?.text, answers[0]?.text);
  });

  test('gives one schema by its URN and one resource type by its name', async (t) => {
    const tenant = await startTenant({}, t);
    const urn = 'urn:ietf:params:scim:schemas:core:2.0:User';

    const schema = await tenant.scim('GET', `/Schemas/${urn}`);
    const type = await tenant.scim('GET', '/ResourceTypes/Group');

    assert.ok(isJsonObject(schema.body) && isJsonObject(type.body));
    assert.deepEqual([schema.body['id'], type.body['endpoint']], [urn, '/Groups']);
    expectScimError(await tenant.scim('GET', '/Schemas/urn:nope'), { status: 404 });
    expectScimError(await tenant.scim('GET', '/ResourceTypes/Nope'), { status: 404 });
  });
});

describe('the page for people', () => {
  for (const path of ['/', '/scim/v2', '/scim/v2/']) {
    test(`GET ${path} in a browser says what this is, without a token and without scripts`, async (t) => {
      const tenant = await startTenant({}, t);

      const answer = await sendRequest({
        method: 'GET',
        url: tenant.scimOrigin + path,
        headers: { Accept: 'text/html,application/xhtml+xml' },
      });

      assert.equal(answer.status, 200);
      assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8');
      assert.match(String(answer.headers['content-security-policy']), /^default-src 'none'/);
      assert.match(answer.text, /SCIM 2\.0 service provider/);
      assert.match(answer.text, /Status: serving/);
      assert.match(answer.text, /<a href="scimtenant:\/\/open\/">/);
      for (const secret of [tenant.token, tenant.adminKey, new URL(tenant.adminUrl).port]) {
        assert.equal(answer.text.includes(secret), false);
      }
    });
  }

  test('says so while serving is paused', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('pauseServing');

    const answer = await sendRequest({ method: 'GET', url: `${tenant.scimOrigin}/` });

    assert.equal(answer.status, 200);
    assert.match(answer.text, /Status: paused/);
  });

  test('does not hide the SCIM listener: no X-Powered-By, no ETag', async (t) => {
    const tenant = await startTenant({}, t);

    const { headers } = await tenant.scim('GET', '/Users');

    assert.deepEqual([headers['x-powered-by'], headers.etag], [undefined, undefined]);
  });
});
