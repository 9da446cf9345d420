// RFC 7644 §3.4.2.1 and §3.4.3 over HTTP: queries by POST, and over all resource types.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { JsonObject } from '../../shared/scim/json.ts';
import { ALL_DOCUMENTS, DEVICE_URN } from '../support/device-documents.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import {
  GROUP,
  list,
  post,
  readList,
  SEARCH_REQUEST,
  setProfile,
  USER,
} from '../support/read-list.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

let tenant: TestTenant;
const ids: Record<string, string> = {};

before(async () => {
  tenant = await startTenant();
  await tenant.admin('changeSchemas', {
    params: { tenant: 'default' },
    body: { put: [...ALL_DOCUMENTS] },
  });
  for (const userName of ['ada', 'bob', 'cay']) {
    const name = { givenName: userName };
    const body = { schemas: [USER], userName, displayName: `User ${userName}`, name };
    ids[userName] = await post(tenant, '/Users', body);
  }
  ids['crew'] = await post(tenant, '/Groups', {
    schemas: [GROUP],
    displayName: 'crew',
    members: [{ value: ids['bob'] ?? '' }],
  });
  ids['lamp'] = await post(tenant, '/Devices', {
    schemas: [DEVICE_URN],
    displayName: 'lamp',
    ports: 2,
  });
});
after(() => tenant.close());

async function search(path: string, body: JsonObject) {
  return tenant.scim('POST', path, { body: { schemas: [SEARCH_REQUEST], ...body } });
}

describe('RFC 7644 §3.4.3: POST to .search', () => {
  test('Q1 Q5 is 200 with a ListResponse at users, groups and types of the tenant', async () => {
    const paths = ['/Users/.search', '/Groups/.search', '/Devices/.search', '/users/.search/'];
    const pages = await Promise.all(paths.map(async (path) => readList(await search(path, {}))));

    assert.deepEqual(
      pages.map(({ names, totalResults }) => [names, totalResults]),
      [
        [['ada', 'bob', 'cay'], 3],
        [['crew'], 1],
        [['lamp'], 1],
        [['ada', 'bob', 'cay'], 3],
      ],
    );
  });

  test('Q2 takes what a GET takes', async () => {
    const body = {
      filter: 'userName ge "b"',
      sortBy: 'userName',
      sortOrder: 'descending',
      startIndex: 2,
      count: 1,
      attributes: ['userName', 'name.givenName'],
    };
    const { attributes: names, ...query } = body;

    const byPost = await search('/Users/.search', body);
    const byGet = await list(tenant, '/Users', { ...query, attributes: names.join(',') });

    assert.deepEqual(byPost.body, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 2,
      startIndex: 2,
      itemsPerPage: 1,
      Resources: [{ schemas: [USER], id: ids['bob'], userName: 'bob', name: { givenName: 'bob' } }],
    });
    assert.deepEqual(byGet.resources, readList(byPost).resources);
  });

  test('Q2 takes excludedAttributes, and attributes as one text', async () => {
    const without = await search('/Groups/.search', {
      excludedAttributes: ['members', 'meta'],
    });
    const only = await search('/Groups/.search', { attributes: 'displayName,members.value' });

    assert.deepEqual(readList(without).resources, [
      { schemas: [GROUP], id: ids['crew'], displayName: 'crew' },
    ]);
    assert.deepEqual(readList(only).resources, [
      {
        schemas: [GROUP],
        id: ids['crew'],
        displayName: 'crew',
        members: [{ value: ids['bob'] }],
      },
    ]);
  });

  test('Q3 R5 at the base URL searches all types', async () => {
    const everything = readList(await search('/.search', {}));
    const named = readList(await search('/.search', { filter: 'displayName sw "user"' }));
    const page = readList(await search('/.search', { startIndex: 3, count: 2 }));

    assert.deepEqual(everything.names, ['ada', 'bob', 'cay', 'crew', 'lamp']);
    assert.deepEqual(named.names, ['ada', 'bob', 'cay']);
    assert.deepEqual([page.names, page.totalResults], [['cay', 'crew'], 5]);
  });

  const refused: readonly (readonly [
    claim: string,
    body: JsonObject | string,
    scimType: string,
  ])[] = [
    ['no schemas', { filter: 'id pr' }, 'invalidSyntax'],
    ['empty schemas', { schemas: [] }, 'invalidSyntax'],
    ['the schemas of a User', { schemas: [USER] }, 'invalidSyntax'],
    ['no JSON', '{', 'invalidSyntax'],
    ['no object', '[]', 'invalidSyntax'],
    ['a filter that is a number', { schemas: [SEARCH_REQUEST], filter: 1 }, 'invalidValue'],
    ['a count that is none', { schemas: [SEARCH_REQUEST], count: 'x' }, 'invalidValue'],
    ['a filter that is none', { schemas: [SEARCH_REQUEST], filter: '(' }, 'invalidFilter'],
  ];
  for (const [claim, body, scimType] of refused) {
    test(`Q4 ${claim} is 400 ${scimType}`, async () => {
      for (const path of ['/Users/.search', '/.search']) {
        expectScimError(await tenant.scim('POST', path, { body }), { status: 400, scimType });
      }
    });
  }

  test('is 404 at an endpoint that the tenant has not', async () => {
    expectScimError(await search('/Nothing/.search', {}), { status: 404 });
  });
});

describe('RFC 7644 §3.4.2.1: a query at the base URL', () => {
  test('R5 lists all types', async () => {
    const page = await list(tenant, '/');

    assert.deepEqual([page.names, page.totalResults], [['ada', 'bob', 'cay', 'crew', 'lamp'], 5]);
  });

  test('R5 F19 may ask for some of the types, and for what only one of them has', async () => {
    const cases = [
      ['meta.resourceType eq "Group"', ['crew']],
      [
        'meta.resourceType eq "User" or meta.resourceType eq "Device"',
        ['ada', 'bob', 'cay', 'lamp'],
      ],
      [`schemas eq "${DEVICE_URN}"`, ['lamp']],
      ['userName eq "bob"', ['bob']],
      ['members pr', ['crew']],
      [`members eq "${ids['bob'] ?? ''}"`, ['crew']],
      ['ports gt 1', ['lamp']],
      ['userName eq "ada" or ports eq 2', ['ada', 'lamp']],
      ['favouriteColour pr', []],
    ] as const;
    for (const [filter, names] of cases) {
      const page = await list(tenant, '/', { filter });

      assert.deepEqual([filter, page.names, page.totalResults], [filter, names, names.length]);
    }
  });

  test('O6 sorts across types by common attributes, and pages through them', async () => {
    const sorted = await list(tenant, '/', { sortBy: 'displayName', sortOrder: 'descending' });
    const byType = await list(tenant, '/', { sortBy: 'meta.resourceType' });
    const first = await list(tenant, '/', { sortBy: 'displayName', cursor: '', count: 3 });
    const second = await list(tenant, '/', {
      sortBy: 'displayName',
      cursor: first.nextCursor ?? '',
      count: 3,
    });

    assert.deepEqual(sorted.names, ['cay', 'bob', 'ada', 'lamp', 'crew']);
    assert.deepEqual(byType.names, ['lamp', 'crew', 'ada', 'bob', 'cay']);
    assert.deepEqual([...first.names, ...second.names], sorted.names.toReversed());
  });

  test('C7 is no place to create', async () => {
    const answer = await tenant.scim('POST', '/', { body: { schemas: [USER], userName: 'eve' } });

    expectScimError(answer, { status: 405 });
    assert.equal(answer.headers.allow, 'GET, HEAD, OPTIONS');
  });

  test('is for SCIM clients alone: a browser gets a page, and nobody a list without a token', async () => {
    const page = await tenant.scim('GET', '/', { headers: { Accept: 'text/html' } });
    const scim = await tenant.scim('GET', '/', { headers: { Accept: 'application/scim+json' } });
    const stranger = await tenant.scim('GET', '/', { headers: { Authorization: '' } });

    assert.match(String(page.headers['content-type']), /^text\/html/);
    assert.equal(readList(scim).totalResults, 5);
    expectScimError(stranger, { status: 401 });
  });
});

describe('a tenant without these queries', () => {
  test('D10 answers them with 501, and everything else as ever', async (t) => {
    const own = await startTenant({}, t);
    const body = { schemas: [SEARCH_REQUEST] };

    setProfile(own, { searchSupported: false });
    for (const path of ['/Users/.search', '/.search']) {
      expectScimError(await own.scim('POST', path, { body }), { status: 501 });
    }
    assert.equal((await list(own, '/')).totalResults, 0);

    setProfile(own, { rootQuerySupported: false });
    expectScimError(await own.scim('GET', '/'), { status: 501 });
    expectScimError(await own.scim('POST', '/.search', { body }), { status: 501 });
    assert.equal(readList(await own.scim('POST', '/Users/.search', { body })).totalResults, 0);
  });
});
