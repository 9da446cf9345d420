// Claims about the switches of the group Capabilities: what works is what discovery says (D10).
import { outcome, pick, user } from './switch-case.ts';
import type { SwitchCase, TenantClient } from './switch-case.ts';

const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

async function configOf({ send }: TenantClient, ...names: readonly string[]) {
  return pick((await send('GET', '/ServiceProviderConfig')).body, ...names) ?? null;
}

export const capabilityCases: readonly SwitchCase[] = [
  {
    name: 'patchSupported',
    claim: 'X31 PATCH',
    observe: async (client) => {
      const id = await client.createUser('ada');
      const answer = await client.patch(`/Users/${id}`, { op: 'add', path: 'title', value: 'Dr.' });
      return [await configOf(client, 'patch', 'supported'), answer.status];
    },
    expected: { true: [true, 200], false: [false, 501] },
  },
  {
    name: 'putSupported',
    claim: 'PUT',
    observe: async ({ createUser, send }) => {
      const id = await createUser('ada');
      return (await send('PUT', `/Users/${id}`, { body: user('ada') })).status;
    },
    expected: { true: 200, false: 501 },
  },
  {
    name: 'bulkSupported',
    claim: 'B13 Bulk',
    observe: async (client) => {
      const body = {
        schemas: [BULK],
        Operations: [{ method: 'POST', path: '/Users', bulkId: 'a', data: user('ada') }],
      };
      const answer = await client.send('POST', '/Bulk', { body });
      return [await configOf(client, 'bulk', 'supported'), answer.status];
    },
    expected: { true: [true, 200], false: [false, 501] },
  },
  {
    name: 'filterSupported',
    claim: 'F24 a filter',
    observe: async (client) => {
      const answer = await client.send('GET', '/Users?filter=userName+eq+"ada"');
      return [await configOf(client, 'filter', 'supported'), answer.status];
    },
    expected: { true: [true, 200], false: [false, 501] },
  },
  {
    name: 'sortSupported',
    claim: 'O6 sortBy',
    observe: async (client) => {
      await client.createUser('bob');
      await client.createUser('ada');
      const { body } = await client.send('GET', '/Users?sortBy=userName');
      return [
        await configOf(client, 'sort', 'supported'),
        pick(body, 'Resources', 0, 'userName') ?? null,
      ];
    },
    expected: { true: [true, 'ada'], false: [false, 'bob'] },
  },
  {
    name: 'etagSupported',
    claim: 'V6 ETag',
    observe: async (client) => {
      const id = await client.createUser('ada');
      const { headers } = await client.send('GET', `/Users/${id}`);
      return [await configOf(client, 'etag', 'supported'), headers['etag'] !== undefined];
    },
    expected: { true: [true, true], false: [false, false] },
  },
  {
    name: 'changePasswordSupported',
    claim: 'a new password',
    observe: async (client) => {
      const id = await client.createUser('ada', { password: 'secret word' });
      const operation = { op: 'replace', path: 'password', value: 'other word' };
      const answer = await client.patch(`/Users/${id}`, operation);
      return [await configOf(client, 'changePassword', 'supported'), outcome(answer)];
    },
    expected: { true: [true, '200'], false: [false, '400 mutability'] },
  },
  {
    name: 'meSupported',
    claim: 'M1 /Me of a caller without a User',
    observe: async ({ send }) => (await send('GET', '/Me')).status,
    expected: { true: 404, false: 501 },
  },
  {
    name: 'searchSupported',
    claim: 'Q1 POST /Users/.search',
    observe: async ({ send }) =>
      (await send('POST', '/Users/.search', { body: { schemas: [SEARCH] } })).status,
    expected: { true: 200, false: 501 },
  },
  {
    name: 'rootQuerySupported',
    claim: 'R5 GET / and POST /.search',
    observe: async ({ send }) => [
      (await send('GET', '/')).status,
      (await send('POST', '/.search', { body: { schemas: [SEARCH] } })).status,
    ],
    expected: { true: [200, 200], false: [501, 501] },
  },
  {
    name: 'indexPaging',
    claim: 'G12 startIndex',
    observe: async (client) => {
      await client.createUser('ada');
      const { body } = await client.send('GET', '/Users?startIndex=2');
      return [await configOf(client, 'pagination', 'index'), pick(body, 'startIndex') ?? null];
    },
    expected: { true: [true, 2], false: [false, null] },
  },
  {
    name: 'cursorPaging',
    claim: 'G12 cursor',
    observe: async (client) => {
      await client.createUser('ada');
      await client.createUser('bob');
      const { body } = await client.send('GET', '/Users?cursor=&count=1');
      const hasNext = pick(body, 'nextCursor') !== undefined;
      return [await configOf(client, 'pagination', 'cursor'), hasNext];
    },
    expected: { true: [true, true], false: [false, false] },
  },
  {
    name: 'defaultPaging',
    claim: 'G10 a list without startIndex and cursor',
    observe: async (client) => {
      await client.createUser('ada');
      await client.createUser('bob');
      const { body } = await client.send('GET', '/Users?count=1');
      const hasNext = pick(body, 'nextCursor') !== undefined;
      return [await configOf(client, 'pagination', 'defaultPaginationMethod'), hasNext];
    },
    expected: { index: ['index', false], cursor: ['cursor', true] },
  },
  {
    name: 'asyncSupported',
    claim: 'T2 Prefer: respond-async',
    observe: async (client) => {
      const answer = await client.send('POST', '/Users', {
        body: user('ada'),
        headers: { Prefer: 'respond-async' },
      });
      return [await configOf(client, 'securityEvents', 'asyncRequest'), answer.status];
    },
    expected: { true: ['request', 202], false: ['none', 201] },
  },
  {
    name: 'meCreationSupported',
    claim: 'M2 POST /Me',
    observe: async ({ send }) => (await send('POST', '/Me', { body: user('ada') })).status,
    expected: { true: 201, false: 501 },
  },
  {
    name: 'eventsSupported',
    claim: 'T1, T6 the event feed',
    profile: { asyncSupported: false },
    observe: async (client) => {
      const body = { maxEvents: 0, returnImmediately: true };
      const { status } = await client.send('POST', '/.events', { body });
      const uris = await configOf(client, 'securityEvents', 'eventUris');
      return [status, Array.isArray(uris) && uris.length > 0];
    },
    expected: { true: [200, true], false: [501, false] },
  },
];
