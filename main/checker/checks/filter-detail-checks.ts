// Section F of the checklist, second part: literals, odd and wrong filters. @see RFC 7644 §3.4.2.2
import type { Check } from '../check.ts';
import {
  describe,
  expectEqual,
  expectError,
  expectList,
  expectStatus,
  expectThat,
  fail,
  idOf,
  skip,
  textOf,
} from '../expectations.ts';
import { SEARCH_URN, USER_URN } from '../urns.ts';
import { expectFound, finding, makePeople } from './people.ts';

const source = 'RFC 7644 §3.4.2.2';
const needs = ['filter'] as const;

const MALFORMED: readonly string[] = [
  'userName',
  'userName eq',
  'userName xx "a"',
  'userName eq "a',
  'userName eq "a" and',
  '(userName eq "a"',
  'userName eq "a")',
  'and',
  'emails[type eq "work"',
];

export const filterDetailChecks: readonly Check[] = [
  {
    id: 'F13',
    title: 'Literals are JSON: booleans, null, numbers, text with escapes',
    grade: 'MUST',
    source,
    needs,
    run: async (session) => {
      const people = await makePeople(session);
      await expectFound(session, people, {
        'active eq false': 'bob',
        'active eq true': 'Ada cy',
        'nickName eq "say \\"cy\\" \\\\ \\u00e9"': 'cy',
      });
      expectStatus(await session.find('/Users', 'nickName eq null', '&count=1'), 200);
    },
  },
  {
    id: 'F14',
    title: 'ne matches where the attribute is absent, eq null means absent',
    grade: 'MUST',
    source,
    needs,
    run: finding(() => ({
      'nickName ne "Ada"': 'bob cy',
      'nickName eq null': 'bob',
      'nickName ne null': 'Ada cy',
    })),
  },
  {
    id: 'F15',
    title: 'A malformed filter is refused with invalidFilter',
    grade: 'MUST',
    source: 'RFC 7644 §3.12',
    needs,
    run: async ({ find }) => {
      for (const filter of MALFORMED) {
        expectError(await find('/Users', filter), 400, 'invalidFilter');
      }
    },
  },
  {
    id: 'F16',
    title: 'An unknown attribute in a filter matches nothing or is invalidFilter',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.4.2.1',
    needs,
    run: async ({ find }) => {
      const answer = await find('/Users', 'noSuchAttribute eq "x"');
      if (answer.status === 200) expectEqual(expectList(answer).length, 0, 'users found');
      else expectError(answer, 400, 'invalidFilter');
    },
  },
  {
    id: 'F17',
    title: 'Dates are compared as instants, whatever their time zone',
    grade: 'MUST',
    source: 'RFC 7643 §2.3.5',
    needs,
    run: async (session) => {
      const { newUser, find } = session;
      const user = await newUser();
      const created = new Date(textOf(user, 'meta', 'created'));
      if (Number.isNaN(created.getTime()))
        fail('a date meta.created', textOf(user, 'meta', 'created'));
      const name = `userName eq "${textOf(user, 'userName')}"`;
      const before = shiftZone(new Date(created.getTime() - 60_000), 9);
      const after = shiftZone(new Date(created.getTime() + 60_000), -9);
      const filters = [`meta.created gt "${before}"`, `meta.created lt "${after}"`];
      for (const filter of filters) {
        const found = expectList(await find('/Users', `${name} and ${filter}`));
        expectEqual(found.length, 1, `${filter} finds`);
      }
    },
  },
  {
    id: 'F18',
    title: 'Resources are found by id, externalId and members',
    grade: 'SHOULD',
    source: 'Microsoft: Develop a SCIM endpoint',
    needs,
    run: async ({ newUser, newGroup, newName, find }) => {
      const externalId = newName('ext');
      const user = await newUser({ externalId });
      const group = await newGroup({ members: [{ value: idOf(user) }] });
      const found = [
        ['/Users', `id eq "${idOf(user)}"`],
        ['/Users', `externalId eq "${externalId}"`],
        ['/Groups', `id eq "${idOf(group)}" and members eq "${idOf(user)}"`],
        ['/Groups', `id eq "${idOf(group)}" and members.value eq "${idOf(user)}"`],
        ['/Groups', `members[value eq "${idOf(user)}"]`],
      ] as const;
      for (const [path, filter] of found) {
        expectEqual(expectList(await find(path, filter)).length, 1, `${filter} finds`);
      }
    },
  },
  {
    id: 'F19',
    title: 'schemas and meta.resourceType can be filtered by',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.2.1',
    needs,
    run: finding(() => ({
      [`schemas eq "${USER_URN}"`]: 'Ada bob cy',
      'meta.resourceType eq "User"': 'Ada bob cy',
      'meta.resourceType eq "Group"': '',
    })),
  },
  {
    id: 'F20',
    title: 'Deep nesting is answered or refused, and breaks nothing',
    grade: 'MUST',
    source,
    needs,
    run: async ({ find, get }) => {
      const filter = `${'('.repeat(300)}userName eq "x"${')'.repeat(300)}`;
      expectStatus(await find('/Users', filter), 200, 400, 413, 414, 431);
      expectStatus(await get('/Users?count=1'), 200);
    },
  },
  {
    id: 'F21',
    title: 'A sub-attribute behind a value path is read in a filter',
    grade: 'INTEROP',
    source: 'Microsoft: Develop a SCIM endpoint',
    needs,
    preset: 'entra',
    run: async ({ newUser, newName, find }) => {
      const value = `${newName('mail')}@check.example`;
      await newUser({ emails: [{ value, type: 'work' }] });
      const found = expectList(await find('/Users', `emails[type eq "work"].value eq "${value}"`));
      expectEqual(found.length, 1, 'users found');
    },
  },
  {
    id: 'F22',
    title: 'A text without quotes is no literal',
    grade: 'MUST',
    source,
    needs,
    preset: 'rfc',
    run: async ({ find }) => {
      expectError(await find('/Users', 'userName eq ada'), 400, 'invalidFilter');
    },
  },
  {
    id: 'F23',
    title: 'A filter too long for a URL goes by POST to .search',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.3',
    needs: ['filter', 'search'],
    run: async ({ newUser, post }) => {
      const user = await newUser();
      const others = Array.from({ length: 150 }, (_, n) => `userName eq "nobody-${n}-at-all"`);
      const filter = [...others, `userName eq "${textOf(user, 'userName')}"`].join(' or ');
      const found = expectList(await post('/Users/.search', { schemas: [SEARCH_URN], filter }));
      expectEqual(found.length, 1, 'users found');
    },
  },
  {
    id: 'F24',
    title: 'A server without filters refuses them rather than answer all',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.2.2, §3.12',
    run: async ({ has, find }) => {
      if (has('filter')) skip('filters are supported');
      expectStatus(await find('/Users', 'userName eq "nobody"'), 400, 403, 501);
    },
  },
  {
    id: 'F25',
    title: 'A boolean as text matches the boolean',
    grade: 'INTEROP',
    source: 'Microsoft: SCIM 2.0 protocol compliance',
    needs,
    preset: 'entra',
    run: async (session) => {
      const people = await makePeople(session);
      const filter = `title eq "${people.marker}" and active eq "True"`;
      const answer = await session.find('/Users', filter);
      expectThat(expectList(answer).length === 2, 'two active users', describe(answer));
    },
  },
];

/** The same instant as written in another time zone. */
function shiftZone(instant: Date, hours: number): string {
  const local = new Date(instant.getTime() + hours * 3_600_000).toISOString().slice(0, -1);
  const sign = hours < 0 ? '-' : '+';
  return `${local}${sign}${String(Math.abs(hours)).padStart(2, '0')}:00`;
}
