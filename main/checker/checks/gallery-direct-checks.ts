// Microsoft's gallery validation, the tests that ask the target itself. @see Microsoft: SCIM validation with the Logic App template of SCIMReferenceCode
import { isJsonObject, type JsonObject } from '../../../shared/scim/json.ts';
import type { Check } from '../check.ts';
import {
  expectEqual,
  expectList,
  expectSame,
  expectStatus,
  expectThat,
  idOf,
  listOf,
  numberOf,
  pick,
  textOf,
  textsOf,
} from '../expectations.ts';
import type { Session } from '../session.ts';
import { ENTERPRISE_URN, GROUP_URN, USER_URN } from '../urns.ts';
import { provision } from './entra-client.ts';

const source = 'Microsoft: gallery SCIM validation';
const grade = 'INTEROP';
const needs = ['patch', 'filter'] as const;

/** Attributes that Entra maps by default, by the schema that holds them. */
const MAPPED: Readonly<Record<string, readonly string[]>> = {
  [USER_URN]: [
    'userName',
    'active',
    'displayName',
    'title',
    'emails.value',
    'preferredLanguage',
    'name.givenName',
    'name.familyName',
    'name.formatted',
    'addresses.streetAddress',
    'addresses.locality',
    'phoneNumbers.value',
  ],
  [ENTERPRISE_URN]: ['employeeNumber', 'department', 'manager'],
  [GROUP_URN]: ['displayName', 'members.value'],
};

const SINGLE = ['displayName', 'title', 'nickName', 'preferredLanguage', 'userType'] as const;

export const galleryDirectChecks: readonly Check[] = [
  {
    id: 'MS15',
    title: 'Schema discoverability: every mapped attribute is in /Schemas',
    grade,
    source,
    run: async ({ get }) => {
      const schemas = expectList(await get('/Schemas'));
      for (const [urn, names] of Object.entries(MAPPED)) {
        const found = flatten(schemas.find((schema) => textOf(schema, 'id') === urn));
        const missing = names.filter((name) => !found.includes(name));
        expectEqual(missing, [], `attributes missing in ${urn}:`);
      }
    },
  },
  {
    id: 'MS16',
    title: 'Null update: "" and null empty every mapped attribute',
    grade,
    source,
    needs,
    run: async (session) => {
      for (const value of ['', null]) {
        const user = await provision(session, {
          title: 'x',
          nickName: 'x',
          preferredLanguage: 'en',
        });
        const operations = ['title', 'nickName', 'preferredLanguage'].map((path) => ({
          op: 'replace',
          path,
          value,
        }));
        const after = await session.change(`/Users/${idOf(user)}`, ...operations);
        const left = ['title', 'nickName', 'preferredLanguage'].map((name) => after[name] ?? '');
        expectEqual(left, ['', '', ''], `values after ${JSON.stringify(value)}`);
      }
    },
  },
  {
    id: 'MS17',
    title: 'User create: 201',
    grade,
    source,
    run: async ({ post, userBody }) => {
      const answer = expectStatus(await post('/Users', userBody()), 201);
      expectThat(idOf(answer.body) !== '', 'an id', answer.body);
    },
  },
  {
    id: 'MS18',
    title: 'User update: each single value is replaced and read back',
    grade,
    source,
    needs,
    run: async (session) => {
      const user = await provision(session);
      for (const path of SINGLE) {
        const value = path === 'preferredLanguage' ? 'fr-FR' : session.newName(path);
        const after = await session.change(`/Users/${idOf(user)}`, { op: 'replace', path, value });
        expectEqual(after[path], value, path);
      }
    },
  },
  {
    id: 'MS19',
    title: 'Group create: 201',
    grade,
    source,
    run: async ({ post, groupBody }) => {
      const answer = expectStatus(await post('/Groups', groupBody()), 201);
      expectThat(idOf(answer.body) !== '', 'an id', answer.body);
    },
  },
  {
    id: 'MS20',
    title: 'Group update: displayName is replaced and read back',
    grade,
    source,
    needs,
    run: async ({ newGroup, newName, change }) => {
      const [group, value] = [await newGroup(), newName('group')];
      const operation = { op: 'replace', path: 'displayName', value };
      const after = await change(`/Groups/${idOf(group)}`, operation);
      expectEqual(after['displayName'], value, 'displayName');
    },
  },
  {
    id: 'MS21',
    title: 'User pagination: pages of five follow startIndex and totalResults',
    grade,
    source,
    run: async (session) => walk(session, '/Users', () => session.newUser()),
  },
  {
    id: 'MS22',
    title: 'Group pagination: pages of five follow startIndex and totalResults',
    grade,
    source,
    run: async (session) => walk(session, '/Groups', () => session.newGroup()),
  },
  {
    id: 'MS23',
    title: 'Validate credentials: the token lists one user',
    grade,
    source,
    run: async ({ get }) => {
      expectThat(expectList(await get('/Users?startIndex=1&count=1')).length <= 1, 'one user', '');
    },
  },
];

function flatten(schema: JsonObject | undefined): readonly string[] {
  return listOf(schema, 'attributes')
    .filter(isJsonObject)
    .flatMap((attribute) => {
      const name = textOf(attribute, 'name');
      const inner = textsOf(listOf(attribute, 'subAttributes'), 'name');
      return [name, ...inner.map((one) => `${name}.${one}`)];
    });
}

const PAGE = 5;
const MAX_PAGES = 100;

/** Eleven resources at least; each of ours is met exactly once. */
async function walk(
  { get }: Session,
  path: string,
  create: () => Promise<JsonObject>,
): Promise<void> {
  const made: string[] = [];
  for (let n = 0; n < 11; n += 1) made.push(idOf(await create()));
  const met: string[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const startIndex = page * PAGE + 1;
    const answer = await get(`${path}?startIndex=${startIndex}&count=${PAGE}`);
    met.push(...expectList(answer).map(idOf));
    expectEqual(pick(answer.body, 'startIndex'), startIndex, 'startIndex');
    if (startIndex + PAGE > numberOf(answer.body, 'totalResults')) break;
  }
  expectSame(
    met.filter((id) => made.includes(id)),
    made,
    'ids met',
  );
}
