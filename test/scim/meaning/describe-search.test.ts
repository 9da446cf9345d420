// GET of a collection.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deriveMeaning } from '../../../main/scim/meaning/derive-meaning.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import {
  ADA,
  BOB,
  buildExchange,
  ENTERPRISE,
  GUID,
  listResponse,
  type Row,
  runTable,
  SALES,
} from './build-exchange.ts';

type SearchRow = readonly [
  title: string,
  filter: string,
  total: number,
  operation: string,
  sentence: string,
];

const searches: readonly SearchRow[] = [
  ['probe of users', `userName eq "${GUID}"`, 0, 'test-connection', 'Test connection'],
  [
    'GUID that is somebody',
    `userName eq "${GUID}"`,
    1,
    'look-up',
    `Look up user by userName ${GUID}: 1 found`,
  ],
  [
    'GUID in externalId, which objectId may feed',
    `externalId eq "${GUID}"`,
    0,
    'look-up',
    `Look up user by externalId ${GUID}: 0 found`,
  ],
  [
    'match by userName',
    'userName eq "ada@contoso.test"',
    1,
    'look-up',
    'Look up user by userName ada@contoso.test: 1 found',
  ],
  ['unquoted', 'externalId eq ada', 0, 'look-up', 'Look up user by externalId ada: 0 found'],
  [
    'typed e-mail',
    'emails[type eq "work"].value eq "a@x.test"',
    2,
    'look-up',
    'Look up user by emails a@x.test: 2 found',
  ],
  [
    'attribute of an extension',
    `${ENTERPRISE}:employeeNumber eq "7"`,
    1,
    'look-up',
    'Look up user by employeeNumber 7: 1 found',
  ],
  [
    'manager check, terms in either order',
    `manager eq "${BOB}" and id eq "${ADA}"`,
    0,
    'check-reference',
    'Check whether bob@contoso.test is manager of ada@contoso.test: no',
  ],
  ['flag', 'active eq true', 3, 'list', 'List users where active eq true: 3 found'],
  [
    'two terms',
    'a eq "1" and b eq "2"',
    0,
    'list',
    'List users where a eq "1" and b eq "2": 0 found',
  ],
];

describe('the meaning of a search', () => {
  runTable(
    searches.map(([title, filter, total, operation, sentence]) => [
      title,
      { path: '/Users', query: [['filter', filter]], responseBody: listResponse(total) },
      operation,
      sentence,
    ]),
  );
});

const reads: readonly Row[] = [
  [
    'probe of groups',
    {
      path: '/Groups/',
      query: [['filter', `displayName eq "${GUID}"`]],
      responseBody: listResponse(0),
    },
    'test-connection',
    'Test connection (groups)',
  ],
  [
    'membership check',
    {
      path: '/Groups',
      query: [['filter', `id eq "${SALES}" and members eq "${ADA}"`]],
      responseBody: listResponse(1),
    },
    'check-reference',
    'Check whether ada@contoso.test is a member of Sales EMEA: yes',
  ],
  [
    'filter that cannot be read',
    {
      path: '/Users',
      query: [['filter', 'userName eq']],
      status: 400,
      scimType: 'invalidFilter',
      errorDetail: 'filter ends where a value is expected',
    },
    'look-up',
    'Look up user refused: filter ends where a value is expected',
  ],
  ['list', { path: '/Users' }, 'list', 'List users'],
  [
    'second page',
    { path: '/groups', query: [['startindex', '101']] },
    'list',
    'List groups, page from 101',
  ],
  ['read by id', { path: `/Users/${ADA}` }, 'read', 'Read user ada@contoso.test'],
  ['read of nobody', { path: '/Users/nobody', status: 404 }, 'read', 'Read user nobody: not found'],
  ['schemas', { path: '/Schemas' }, 'read-discovery', 'Read schemas'],
  [
    'one resource type',
    { path: '/ResourceTypes/User' },
    'read-discovery',
    'Read resource type User',
  ],
  [
    'configuration under its old name',
    { path: '/serviceConfiguration' },
    'read-discovery',
    'Read service provider configuration',
  ],
  ['landing page', { path: null }, 'open-landing-page', 'Open landing page'],
];

describe('the meaning of a read', () => runTable(reads));

const queries: readonly Row[] = [
  [
    'a look-up by POST',
    post('/Users/.search', { filter: 'userName eq "ada"' }, 1),
    'look-up',
    'Look up user by userName ada: 1 found',
  ],
  [
    'a list by POST',
    post('/groups/.search/', { startIndex: 101 }, 200),
    'list',
    'List groups, page from 101',
  ],
  [
    'the next page by cursor',
    post('/Users/.search', { cursor: 'abc', count: 10 }, 200),
    'list',
    'List users, page by cursor',
  ],
  [
    'over all types by POST',
    post('/.search', { filter: 'displayName sw "a"' }, 2),
    'list',
    'List resources where displayName sw "a": 2 found',
  ],
  ['over all types', { path: '/', responseBody: listResponse(5) }, 'list', 'List resources'],
  [
    'over all types, refused',
    {
      path: '/',
      query: [['sortOrder', 'up']],
      status: 400,
      errorDetail: 'sortOrder must be ascending',
      responseBody: { detail: 'sortOrder must be ascending' },
    },
    'list',
    'List resources refused: sortOrder must be ascending',
  ],
  ['landing page at the base', { path: '/' }, 'open-landing-page', 'Open landing page'],
];

function post(path: string, requestBody: JsonObject, total: number): Row[1] {
  return { method: 'POST', path, requestBody, responseBody: listResponse(total) };
}

describe('the meaning of a query by POST or over all types', () => runTable(queries));

test('a look-up with one hit points to the resource it found', () => {
  const meaning = deriveMeaning(
    buildExchange({
      path: '/Users',
      query: [['filter', 'userName eq "ada@contoso.test"']],
      responseBody: { totalResults: 1, Resources: [{ id: ADA, userName: 'ada@contoso.test' }] },
    }),
  );

  assert.deepEqual(meaning, {
    operation: 'look-up',
    sentence: 'Look up user by userName ada@contoso.test: 1 found',
    resourceType: 'User',
    resourceId: ADA,
    resourceName: 'ada@contoso.test',
  });
});
