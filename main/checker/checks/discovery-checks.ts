// Section D of the checklist: what a service provider says of itself. @see RFC 7643 §5-§7, RFC 7644 §4
import { isJsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import type { Check } from '../check.ts';
import {
  expectEqual,
  expectError,
  expectList,
  expectStatus,
  expectThat,
  fail,
  listOf,
  pick,
  textOf,
  textsOf,
} from '../expectations.ts';
import type { Session } from '../session.ts';
import { CONFIG_URN, GROUP_URN, USER_URN } from '../urns.ts';

const DISCOVERY = ['/ServiceProviderConfig', '/ResourceTypes', '/Schemas'] as const;

export const discoveryChecks: readonly Check[] = [
  {
    id: 'D1',
    title: 'ServiceProviderConfig is served with its schema',
    grade: 'MUST',
    source: 'RFC 7643 §5, RFC 7644 §4',
    run: async ({ read }) => {
      const schemas = listOf(await read('/ServiceProviderConfig'), 'schemas');
      expectThat(schemas.includes(CONFIG_URN), `schemas with ${CONFIG_URN}`, schemas);
    },
  },
  {
    id: 'D2',
    title: 'ServiceProviderConfig tells each capability and its limits',
    grade: 'MUST',
    source: 'RFC 7643 §5',
    run: async ({ read }) => {
      const config = await read('/ServiceProviderConfig');
      for (const name of ['patch', 'bulk', 'filter', 'changePassword', 'sort', 'etag']) {
        const supported = pick(config, name, 'supported');
        expectThat(typeof supported === 'boolean', `a boolean ${name}.supported`, supported);
      }
      const limits = [
        ['bulk', 'maxOperations'],
        ['bulk', 'maxPayloadSize'],
        ['filter', 'maxResults'],
      ] as const;
      for (const limit of limits) {
        const value = pick(config, ...limit);
        expectThat(Number.isInteger(value), `an integer ${limit.join('.')}`, value);
      }
    },
  },
  {
    id: 'D3',
    title: 'Each authentication scheme has type, name and description',
    grade: 'MUST',
    source: 'RFC 7643 §5',
    run: async ({ read }) => {
      const schemes = listOf(await read('/ServiceProviderConfig'), 'authenticationSchemes');
      for (const scheme of schemes) {
        for (const name of ['type', 'name', 'description']) {
          expectThat(textOf(scheme, name) !== '', `a text ${name}`, scheme);
        }
      }
    },
  },
  {
    id: 'D4',
    title: 'ResourceTypes lists each type with name, endpoint and schema',
    grade: 'MUST',
    source: 'RFC 7643 §6, RFC 7644 §4',
    run: async ({ get }) => {
      const types = expectList(await get('/ResourceTypes'));
      expectThat(types.length > 0, 'at least one resource type', types);
      for (const type of types) {
        for (const name of ['name', 'endpoint', 'schema']) {
          expectThat(textOf(type, name) !== '', `a text ${name}`, type);
        }
      }
    },
  },
  {
    id: 'D5',
    title: 'ResourceTypes/User is the one resource type',
    grade: 'MUST',
    source: 'RFC 7644 §4',
    run: async ({ read }) => {
      expectEqual(textOf(await read('/ResourceTypes/User'), 'schema'), USER_URN, 'schema');
    },
  },
  {
    id: 'D6',
    title: 'Schemas lists every schema that resource types name',
    grade: 'MUST',
    source: 'RFC 7643 §7, RFC 7644 §4',
    run: async ({ get }) => {
      const ids = textsOf(expectList(await get('/Schemas')), 'id');
      for (const type of expectList(await get('/ResourceTypes'))) {
        const extensions = textsOf(listOf(type, 'schemaExtensions'), 'schema');
        for (const urn of [textOf(type, 'schema'), ...extensions]) {
          expectThat(ids.includes(urn), `${urn} in /Schemas`, ids);
        }
      }
    },
  },
  {
    id: 'D7',
    title: 'Schemas/{urn} is that schema',
    grade: 'MUST',
    source: 'RFC 7644 §4',
    run: async ({ read }) => {
      for (const urn of [USER_URN, GROUP_URN]) {
        expectEqual(textOf(await read(`/Schemas/${urn}`), 'id'), urn, 'id');
      }
    },
  },
  {
    id: 'D8',
    title: 'Discovery ignores sort, paging and projection, and refuses a filter with 403',
    grade: 'MUST',
    source: 'RFC 7644 §4',
    run: async ({ get }) => {
      const plain = expectList(await get('/Schemas'));
      const odd = expectList(await get('/Schemas?startIndex=2&count=1&sortBy=id&attributes=id'));
      expectEqual(odd.length, plain.length, 'schemas whatever the parameters');
      expectThat(pick(odd[0], 'attributes') !== undefined, 'whole schemas', odd[0]);
      for (const path of DISCOVERY) {
        expectError(await get(`${path}?filter=${encodeURIComponent('id pr')}`), 403);
      }
    },
  },
  {
    id: 'D9',
    title: 'An unknown schema and an unknown resource type are 404',
    grade: 'MUST',
    source: 'RFC 7644 §3.12',
    run: async ({ get }) => {
      expectError(await get('/Schemas/urn:no:such:schema'), 404);
      expectError(await get('/ResourceTypes/NoSuchType'), 404);
    },
  },
  {
    id: 'D10',
    title: 'What is advertised as unsupported is not served',
    grade: 'SHOULD',
    source: 'RFC 7644 §3, §4',
    run: async (session) => {
      if (!session.has('bulk')) {
        expectStatus(await session.post('/Bulk', {}), 403, 404, 405, 501);
      }
      if (!session.has('patch')) {
        expectStatus(await session.patch('/Users/no-such-id'), 403, 404, 405, 501);
      }
      if (!session.has('filter')) {
        expectStatus(await session.find('/Users', 'userName eq "x"'), 200, 400, 403, 501);
      }
      if (!session.has('etag')) await expectNoVersion(session);
    },
  },
  {
    id: 'D11',
    title: 'Attribute definitions tell all their characteristics',
    grade: 'SHOULD',
    source: 'RFC 7643 §7',
    run: async ({ get }) => {
      for (const schema of expectList(await get('/Schemas'))) {
        for (const attribute of flatten(listOf(schema, 'attributes'))) expectComplete(attribute);
      }
    },
  },
  {
    id: 'D12',
    title: 'Definitions follow the verified errata',
    grade: 'SHOULD',
    source: 'RFC 7643 §8.7.1, errata 5368',
    run: async ({ read }) => {
      const group = await read(`/Schemas/${GROUP_URN}`);
      const displayName = findAttribute(group, 'displayName');
      expectEqual(pick(displayName, 'required'), true, 'Group.displayName required');
    },
  },
  {
    id: 'D13',
    title: 'Binary attributes are caseExact',
    grade: 'MUST',
    source: 'RFC 7643 §2.3.6',
    run: async ({ get }) => {
      for (const schema of expectList(await get('/Schemas'))) {
        const all = flatten(listOf(schema, 'attributes'));
        for (const attribute of all.filter((one) => textOf(one, 'type') === 'binary')) {
          expectThat(pick(attribute, 'caseExact') === true, 'caseExact true', attribute);
        }
      }
    },
  },
  {
    id: 'D14',
    title: 'Discovery resources have meta with resourceType and location',
    grade: 'SHOULD',
    source: 'RFC 7643 §3.1',
    run: async ({ read }) => {
      const wanted = [
        ['/ServiceProviderConfig', 'ServiceProviderConfig'],
        ['/ResourceTypes/User', 'ResourceType'],
        [`/Schemas/${USER_URN}`, 'Schema'],
      ] as const;
      for (const [path, resourceType] of wanted) {
        const { meta } = await read(path);
        expectEqual(textOf(meta, 'resourceType'), resourceType, `meta.resourceType of ${path}`);
        expectThat(textOf(meta, 'location') !== '', `meta.location of ${path}`, meta);
      }
    },
  },
  {
    id: 'D15',
    title: "Schemas leave out what Entra's discovery rejects",
    grade: 'MAY',
    source: 'Microsoft: gallery schema discovery',
    preset: 'entra',
    run: async ({ read }) => {
      const user = await read(`/Schemas/${USER_URN}`);
      const password = findAttribute(user, 'password');
      expectThat(password === undefined, 'no password in the schema of User', password);
    },
  },
  {
    id: 'D16',
    title: '/serviceConfiguration is an alias of /ServiceProviderConfig',
    grade: 'MAY',
    source: "Microsoft's SCIM Postman collection",
    preset: 'entra',
    run: async ({ get }) => {
      expectStatus(await get('/serviceConfiguration'), 200);
    },
  },
];

async function expectNoVersion({ newUser, send }: Session): Promise<void> {
  const user = await newUser();
  const version = textOf(user, 'meta', 'version');
  const { headers } = await send('GET', `/Users/${textOf(user, 'id')}`);
  const etag = headers.get('etag');
  if (etag !== null && version !== '') expectEqual(etag, version, 'ETag like meta.version');
}

function flatten(attributes: readonly JsonValue[]): readonly JsonValue[] {
  return attributes.flatMap((one) => [one, ...listOf(one, 'subAttributes')]);
}

function findAttribute(schema: JsonValue, name: string): JsonValue | undefined {
  return listOf(schema, 'attributes').find((one) => textOf(one, 'name') === name);
}

function expectComplete(attribute: JsonValue): void {
  const name = textOf(attribute, 'name');
  if (!isJsonObject(attribute))
    fail('attribute definitions that are objects', JSON.stringify(attribute));
  const texts = ['name', 'type', 'mutability', 'returned'];
  const lacking = texts.filter((key) => textOf(attribute, key) === '');
  const flags = ['multiValued', 'required'].filter((key) => typeof attribute[key] !== 'boolean');
  const missing = [...lacking, ...flags];
  if (textOf(attribute, 'type') === 'string') {
    if (typeof attribute['caseExact'] !== 'boolean') missing.push('caseExact');
    if (textOf(attribute, 'uniqueness') === '') missing.push('uniqueness');
  }
  expectThat(missing.length === 0, `all characteristics of ${name}`, { missing });
}
