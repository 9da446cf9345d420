// Claims about the switches of the groups Limits and Transport.
import { group, outcome, pick, user } from './switch-case.ts';
import type { SwitchCase, TenantClient } from './switch-case.ts';

const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

async function createThree({ createUser }: TenantClient): Promise<void> {
  for (const name of ['ada', 'bob', 'eve']) await createUser(name);
}

async function countOf({ send }: TenantClient, path: string): Promise<number> {
  return Number(pick((await send('GET', path)).body, 'itemsPerPage'));
}

function bulkOf(operations: number, more: string = '') {
  const indexes = Array.from({ length: operations }, (_, index) => index);
  return {
    schemas: [BULK],
    Operations: indexes.map((index) => ({
      method: 'POST',
      path: '/Users',
      bulkId: `b${index}`,
      data: user(`user${index}`, { title: more }),
    })),
  };
}

export const limitCases: readonly SwitchCase[] = [
  {
    name: 'maxBodyBytes',
    claim: 'A11 a body of 2,000 bytes',
    observe: async ({ send }) =>
      (await send('POST', '/Users', { body: user('ada', { title: 'x'.repeat(2000) }) })).status,
    expected: { 1024: 413, 4096: 201 },
  },
  {
    name: 'maxFilterResults',
    claim: 'D2 results of a filter, and of a plain list',
    observe: async (client) => {
      await createThree(client);
      const filtered = await countOf(client, '/Users?filter=userName+pr');
      const config = await client.send('GET', '/ServiceProviderConfig');
      return [filtered, pick(config.body, 'filter', 'maxResults') ?? null];
    },
    expected: { 2: [2, 2], 1000: [3, 1000] },
  },
  {
    name: 'tooManyResults',
    claim: 'R7 a query with three matches',
    observe: async (client) => {
      await createThree(client);
      return outcome(await client.send('GET', '/Users'));
    },
    expected: { 0: '200', 2: '400 tooMany', 3: '200' },
  },
  {
    name: 'defaultPageSize',
    claim: 'P3 a list without count',
    observe: async (client) => {
      await createThree(client);
      return countOf(client, '/Users');
    },
    expected: { 2: 2, 100: 3 },
  },
  {
    name: 'maxPageSize',
    claim: 'P3 a list with count=3',
    observe: async (client) => {
      await createThree(client);
      return countOf(client, '/Users?count=3');
    },
    expected: { 2: 2, 1000: 3 },
  },
  {
    name: 'cursorTimeoutSeconds',
    claim: 'G12 the life of a cursor as discovery tells it',
    observe: async ({ send }) =>
      pick((await send('GET', '/ServiceProviderConfig')).body, 'pagination', 'cursorTimeout'),
    expected: { 60: 60, 600: 600 },
  },
  {
    name: 'maxBulkOperations',
    claim: 'B7 a Bulk request with two operations',
    observe: async ({ send }) => (await send('POST', '/Bulk', { body: bulkOf(2) })).status,
    expected: { 1: 413, 2: 200 },
  },
  {
    name: 'maxBulkPayloadBytes',
    claim: 'B7 a Bulk request of 2,000 bytes',
    observe: async ({ send }) =>
      (await send('POST', '/Bulk', { body: bulkOf(1, 'x'.repeat(2000)) })).status,
    expected: { 1024: 413, 4096: 200 },
  },
  {
    name: 'maxMembersPerPatch',
    claim: 'a PATCH that names two members',
    observe: async ({ createGroup, patch }) => {
      const value = [{ value: 'a' }, { value: 'b' }];
      const id = await createGroup('Sales');
      return outcome(await patch(`/Groups/${id}`, { op: 'add', path: 'members', value }));
    },
    expected: { 0: '204', 1: '400 invalidValue', 2: '204' },
  },
];

export const transportCases: readonly SwitchCase[] = [
  {
    name: 'acceptTrailingSlashes',
    claim: 'A14 /Users/ and //Users',
    observe: async ({ send }) => [
      (await send('GET', '/Users/')).status,
      (await send('GET', '//Users')).status,
      (await send('GET', '/Users')).status,
    ],
    expected: { true: [200, 200, 200], false: [404, 404, 200] },
  },
  {
    name: 'aliasServiceConfiguration',
    claim: 'D16 /serviceConfiguration',
    observe: async ({ send }) => (await send('GET', '/serviceConfiguration')).status,
    expected: { true: 200, false: 404 },
  },
  {
    name: 'requestMediaTypes',
    claim: 'A3 a body of application/json, and of application/scim+json',
    observe: async ({ send }) => {
      const types = ['application/json', 'application/scim+json; charset=utf-8'];
      const answers = types.map(async (type, index) => {
        const headers = { 'Content-Type': type };
        return (await send('POST', '/Groups', { body: group(`g${index}`), headers })).status;
      });
      return Promise.all(answers);
    },
    expected: { 'json-and-scim': [201, 201], 'scim-only': [415, 201] },
  },
  {
    name: 'anonymousDiscovery',
    claim: 'N3 discovery, and users, without a token',
    observe: async ({ send }) => {
      const headers = { Authorization: '' };
      const paths = ['/ServiceProviderConfig', '/Schemas', '/Users'];
      return Promise.all(paths.map(async (path) => (await send('GET', path, { headers })).status));
    },
    expected: { true: [200, 200, 401], false: [401, 401, 401] },
  },
  {
    name: 'basicAuth',
    claim: 'the token as a password of HTTP Basic, and as the RFC 7643 authentication schemes say',
    observe: async ({ send, token }) => {
      const Authorization = `Basic ${Buffer.from(`anybody:${token}`).toString('base64')}`;
      const { status } = await send('GET', '/Users', { headers: { Authorization } });
      const { text } = await send('GET', '/ServiceProviderConfig');
      return [status, text.includes('"httpbasic"')];
    },
    expected: { true: [200, true], false: [401, false] },
  },
];
