// Section F of the checklist, first part: operators and paths of filters. @see RFC 7644 §3.4.2.2, §3.10
import type { Check } from '../check.ts';
import { expectEqual, expectError, expectList, idOf, textOf } from '../expectations.ts';
import { ENTERPRISE_URN, USER_URN } from '../urns.ts';
import { expectFound, finding, makePeople } from './people.ts';

const source = 'RFC 7644 §3.4.2.2';
const needs = ['filter'] as const;

export const filterChecks: readonly Check[] = [
  {
    id: 'F1',
    title: 'eq, ne, co, sw, ew and pr compare text',
    grade: 'MUST',
    source,
    needs,
    run: finding(() => ({
      'displayName eq "Ada L."': 'Ada',
      'displayName ne "Ada L."': 'bob cy',
      'displayName co "a L"': 'Ada',
      'displayName sw "Bob"': 'bob',
      'displayName ew " C."': 'cy',
      'nickName pr': 'Ada cy',
    })),
  },
  {
    id: 'F2',
    title: 'gt, ge, lt and le compare texts and dates',
    grade: 'MUST',
    source,
    needs,
    run: async (session) => {
      const people = await makePeople(session);
      const created = textOf(people.bob, 'meta', 'created');
      await expectFound(session, people, {
        'displayName gt "Bob B."': 'cy',
        'displayName ge "Bob B."': 'bob cy',
        'displayName lt "Bob B."': 'Ada',
        'displayName le "Bob B."': 'Ada bob',
        'meta.created lt "2001-01-01T00:00:00Z"': '',
        'meta.created gt "2001-01-01T00:00:00Z"': 'Ada bob cy',
        [`meta.created ge "${created}" and userName eq "${people.marker}-bob"`]: 'bob',
      });
    },
  },
  {
    id: 'F3',
    title: 'An order of booleans or binaries is refused with invalidFilter',
    grade: 'MUST',
    source,
    needs,
    run: async ({ find }) => {
      for (const filter of [
        'active gt true',
        'active le false',
        'x509Certificates.value gt "AA=="',
      ]) {
        expectError(await find('/Users', filter), 400, 'invalidFilter');
      }
    },
  },
  {
    id: 'F4',
    title: 'and, or, not and grouping bind as the RFC says',
    grade: 'MUST',
    source,
    needs,
    run: async (session) => {
      const people = await makePeople(session);
      const [ada, bob, cy] = [
        'displayName sw "Ada"',
        'displayName sw "Bob"',
        'displayName sw "Cy"',
      ];
      await expectFound(session, people, {
        [`${ada} or ${bob} and active eq true`]: 'Ada',
        [`(${ada} or ${bob}) and active eq false`]: 'bob',
        [`not(${ada}) and active eq true`]: 'cy',
        [`${bob} and active eq true or ${cy}`]: 'cy',
      });
    },
  },
  {
    id: 'F5',
    title: 'not is read with and without a space behind it',
    grade: 'MUST',
    source,
    needs,
    run: finding(() => ({
      'not(displayName sw "Ada")': 'bob cy',
      'not (displayName sw "Ada")': 'bob cy',
    })),
  },
  {
    id: 'F6',
    title: 'A value path matches within one element',
    grade: 'MUST',
    source,
    needs,
    run: async (session) => {
      const people = await makePeople(session);
      const dee = await session.newUser({
        userName: `${people.marker}-dee`,
        title: people.marker,
        emails: [
          { value: 'dee@work.example', type: 'work' },
          { value: 'dee@home.example', type: 'home' },
        ],
      });
      expectEqual(idOf(dee) !== '', true, 'a user with two addresses');
      await expectFound(session, people, {
        'emails[type eq "work" and value co "@work"]': 'dee',
        'emails[type eq "work" and value co "@home"]': '',
        'emails[type eq "home"]': 'bob dee',
        'emails[type eq "work" or value co "@home"]': 'Ada dee',
      });
    },
  },
  {
    id: 'F7',
    title: 'Sub-attributes are named with a dot',
    grade: 'MUST',
    source: 'RFC 7644 §3.10',
    needs,
    run: finding((people) => ({
      'name.familyName eq "Babbage"': 'bob',
      [`emails.value eq "ada@${people.marker}.example"`]: 'Ada',
      'meta.lastModified gt "2001-01-01T00:00:00Z"': 'Ada bob cy',
    })),
  },
  {
    id: 'F8',
    title: 'A multi-valued complex attribute by itself stands for its value',
    grade: 'MUST',
    source,
    needs,
    run: finding(() => ({ 'emails co "ada@"': 'Ada', 'emails pr': 'Ada bob' })),
  },
  {
    id: 'F9',
    title: 'Attributes are named by their full URN too, those of extensions as well',
    grade: 'MUST',
    source: 'RFC 7644 §3.10',
    needs,
    run: async (session) => {
      const people = await makePeople(session);
      await session.newUser({
        schemas: [USER_URN, ENTERPRISE_URN],
        userName: `${people.marker}-eve`,
        title: people.marker,
        [ENTERPRISE_URN]: { department: 'Maths', manager: { value: idOf(people.ada) } },
      });
      await expectFound(session, people, {
        [`${USER_URN}:name.familyName eq "Babbage"`]: 'bob',
        [`${ENTERPRISE_URN}:department eq "Maths"`]: 'eve',
        [`${ENTERPRISE_URN}:manager.value eq "${idOf(people.ada)}"`]: 'eve',
      });
    },
  },
  {
    id: 'F10',
    title: 'Operators and attribute names are read in any case',
    grade: 'MUST',
    source,
    needs,
    run: async ({ newUser, find }) => {
      const user = await newUser();
      const filter = `USERNAME Eq "${textOf(user, 'userName')}"`;
      expectEqual(expectList(await find('/Users', filter)).length, 1, 'users found');
    },
  },
  {
    id: 'F11',
    title: 'userName is compared without case, id and externalId with it',
    grade: 'MUST',
    source: 'RFC 7643 §2.2, §3.1, §8.7.1',
    needs,
    run: async ({ newUser, newName, find }) => {
      const externalId = newName('Ext');
      const user = await newUser({ externalId });
      const count = async (filter: string) => expectList(await find('/Users', filter)).length;
      const userName = textOf(user, 'userName').toUpperCase();
      expectEqual(await count(`userName eq "${userName}"`), 1, 'found by userName in capitals');
      expectEqual(await count(`externalId eq "${externalId}"`), 1, 'found by externalId');
      const other = externalId.toUpperCase();
      expectEqual(await count(`externalId eq "${other}"`), 0, 'found by externalId in capitals');
    },
  },
  {
    id: 'F12',
    title: 'pr is false for what is absent or empty, true for a complex value',
    grade: 'MUST',
    source,
    needs,
    run: async (session) => {
      const people = await makePeople(session);
      await session.newUser({
        userName: `${people.marker}-fay`,
        title: people.marker,
        nickName: null,
        emails: [],
      });
      await expectFound(session, people, {
        'nickName pr': 'Ada cy',
        'emails pr': 'Ada bob',
        'name pr': 'Ada bob cy fay',
      });
    },
  },
];
