import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { writeIdRanges } from '../../../shared/admin/request-export.ts';
import { adminStreams } from '../../../shared/admin/streams.ts';
import { EXPORT_FORMATS, ExportFormat } from '../../../shared/export/formats.ts';
import { HarEntry } from '../../../shared/export/har.ts';
import { sendUser } from '../../support/send-users.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

describe('GET /api/requests/export', () => {
  for (const format of ExportFormat.options) {
    test(`${format} has each request once and no secret`, async (t) => {
      const tenant = await startTenant({}, t);
      await sendUser(tenant, 'ada');
      await sendUser(tenant, "o'hara");

      const { status, text, headers } = await exportRequests(tenant, { format });

      assert.equal(status, 200);
      assert.match(
        headers['content-type'] ?? '',
        new RegExp(EXPORT_FORMATS[format].mediaType.replace('+', '.')),
      );
      assert.doesNotMatch(text, new RegExp(`${tenant.token}|••••|${tenant.token.slice(-4)}`));
      assert.equal(
        text.match(/Create user ada@contoso\.test|Users' |"POST", "http|'POST'|^http .*POST/gm) !==
          null,
        true,
      );
    });
  }

  test('has people as the settings say, unless it says otherwise itself', async (t) => {
    const tenant = await startTenant({}, t);
    await sendUser(tenant, 'ada');
    const hasAda = async (query: Record<string, string>) =>
      (await exportRequests(tenant, { format: 'har', ...query })).text.includes('ada@contoso');

    const usual = await hasAda({});
    await tenant.admin('changeSettings', { body: { 'log.exportPeople': 'pseudonyms' } });

    assert.deepEqual(
      [usual, await hasAda({}), await hasAda({ people: 'shown' })],
      [true, false, true],
    );
  });

  test('an empty log is a valid file', async (t) => {
    const tenant = await startTenant({}, t);

    const har = await exportRequests(tenant, { format: 'har' });

    assert.deepEqual(JSON.parse(har.text).log.entries, []);
    assert.equal((await exportRequests(tenant, { format: 'jsonl' })).text, '');
  });

  test('takes the requests of given ids, words and tenant only, in order', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('createTenant', { body: { slug: 'other', name: 'Other' } });
    for (const name of ['ada', 'bob', 'cyd', 'dan']) await sendUser(tenant, name);
    await tenant.ask('GET', '/t/other/scim/v2/Users', { headers: { Authorization: '' } });
    const idsOf = async (query: Record<string, string>) => {
      const { text } = await exportRequests(tenant, { format: 'jsonl', ...query });
      return text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).id);
    };

    assert.deepEqual(await idsOf({}), [1, 2, 3, 4, 5]);
    assert.deepEqual(await idsOf({ ids: '1,3-4,99' }), [1, 3, 4]);
    assert.deepEqual(await idsOf({ ids: '1-4', text: 'cyd' }), [3]);
    assert.deepEqual(await idsOf({ filter: 'request:2..3 not:cyd' }), [2]);
    assert.deepEqual(await idsOf({ tenant: 'other' }), [5]);
  });

  test('puts the token of the tenant in only when asked', async (t) => {
    const tenant = await startTenant({}, t);
    await sendUser(tenant, 'ada');

    const { text } = await exportRequests(tenant, { format: 'curl', authorization: 'token' });

    assert.match(text, new RegExp(`'Authorization: Bearer ${tenant.token}'`));
  });

  test('gives people the same pseudonyms throughout the file', async (t) => {
    const tenant = await startTenant({}, t);
    await sendUser(tenant, 'ada');
    await tenant.scim('GET', '/Users?filter=userName+eq+%22ada%40contoso.test%22');

    const { text } = await exportRequests(tenant, { format: 'har', people: 'pseudonyms' });

    assert.doesNotMatch(text, /ada/i);
    const { entries } = JSON.parse(text).log;
    assert.match(entries[0].request.postData.text, /person1@example\.com/);
    assert.match(entries[1].request.url, /person1%40example\.com/);
  });

  test('says what is wrong with the question', async (t) => {
    const tenant = await startTenant({}, t);

    const { status, text } = await exportRequests(tenant, { format: 'har', ids: '1;2' });

    assert.deepEqual(
      [status, JSON.parse(text).error.message],
      [400, 'query.ids: must be numbers and ranges such as 12,40-52'],
    );

    const misspelt = await exportRequests(tenant, { format: 'har', filter: 'stauts:404' });
    assert.equal(misspelt.status, 400);
    assert.match(
      JSON.parse(misspelt.text).error.message,
      /^query\.filter: There is no token stauts:/,
    );
  });

  test('a long list of ids goes in a body', async (t) => {
    const tenant = await startTenant({}, t);
    for (const name of ['ada', 'bob', 'cyd']) await sendUser(tenant, name);
    const ids = Array.from({ length: 20_000 }, (_, index) => index * 2 + 1);

    const { status, text } = await tenant.callAdmin('POST', '/api/requests/export', {
      body: { format: 'csv', ids: writeIdRanges(ids) },
    });

    assert.deepEqual([status, text.trimEnd().split('\r\n').length], [200, 3]);
  });
});

describe('A HAR file of ours', () => {
  test('has the structure of HAR 1.2', async (t) => {
    const tenant = await startTenant({}, t);
    await sendUser(tenant, 'ada');
    await tenant.scim('GET', '/Users?filter=userName+eq+%22ada%22&count');

    const { log } = JSON.parse((await exportRequests(tenant, { format: 'har' })).text);

    assert.deepEqual([log.version, log.creator.name], ['1.2', 'SCIM Mock Tenant']);
    for (const entry of log.entries) {
      HarEntry.parse(entry);
      assert.deepEqual(
        Object.keys(entry).filter((name) => !name.startsWith('_')),
        [
          'startedDateTime',
          'time',
          'request',
          'response',
          'cache',
          'timings',
          'connection',
          'comment',
        ],
      );
    }
    assert.deepEqual(log.entries[1].request.queryString, [
      { name: 'filter', value: 'userName eq "ada"' },
      { name: 'count', value: '' },
    ]);
  });
});

test('every stream of the table is served with the method that it names', async (t) => {
  const tenant = await startTenant({}, t);
  const { id } = await tenant.admin('takeSnapshot', { body: { name: 'Any' } });

  for (const [name, { method, path }] of Object.entries(adminStreams)) {
    const filled = path.replace(':tenant', 'default').replace(':id', id);
    const { status } = await tenant.callAdmin(method, `${filled}?format=none`);
    assert.notEqual([404, 405].includes(status), true, name);
  }
});

function exportRequests(tenant: TestTenant, query: Record<string, string>) {
  return tenant.callAdmin('GET', `/api/requests/export?${new URLSearchParams(query).toString()}`);
}
