// Section S of the checklist, second part: uniqueness, types, multi-valued attributes, extensions. @see RFC 7643 §2, §3
import type { Check } from '../check.ts';
import {
  expectEqual,
  expectError,
  expectNoCrash,
  expectObject,
  expectStatus,
  expectThat,
  idOf,
  listOf,
  pick,
  textOf,
  textsOf,
} from '../expectations.ts';
import { ENTERPRISE_URN, USER_URN } from '../urns.ts';

export const schemaRuleChecks: readonly Check[] = [
  {
    id: 'S15',
    title: 'A second user of the same userName is refused with 409 uniqueness',
    grade: 'MUST',
    source: 'RFC 7643 §2.2, RFC 7644 §3.3',
    run: async ({ newUser, post, userBody }) => {
      const { userName = '' } = await newUser();
      expectError(await post('/Users', userBody({ userName })), 409, 'uniqueness');
    },
  },
  {
    id: 'S16',
    title: 'userName is unique without regard to case',
    grade: 'MUST',
    source: 'RFC 7643 §4.1.1, §8.7.1',
    run: async ({ newUser, post, userBody }) => {
      const userName = textOf(await newUser(), 'userName').toUpperCase();
      expectError(await post('/Users', userBody({ userName })), 409, 'uniqueness');
    },
  },
  {
    id: 'S17',
    title: 'A value of the wrong type is refused with invalidValue',
    grade: 'MUST',
    source: 'RFC 7643 §2.3, RFC 7644 §3.12',
    run: async ({ post, userBody }) => {
      const wrong = [
        { userName: 42 },
        { name: 'Ada' },
        { active: 'perhaps' },
        { displayName: { text: 'Ada' } },
      ];
      for (const values of wrong) {
        expectError(await post('/Users', userBody(values)), 400, 'invalidValue', 'invalidSyntax');
      }
    },
  },
  {
    id: 'S18',
    title: 'Dates are xsd:dateTime with a time zone',
    grade: 'MUST',
    source: 'RFC 7643 §2.3.5',
    run: async ({ newUser }) => {
      const { meta = null } = await newUser();
      for (const name of ['created', 'lastModified']) {
        const text = textOf(meta, name);
        expectThat(/T.*(Z|[+-]\d\d:\d\d)$/.test(text), `meta.${name} with a time zone`, text);
      }
    },
  },
  {
    id: 'S19',
    title: 'Integers in discovery have no fraction',
    grade: 'MUST',
    source: 'RFC 7643 §2.3.4',
    run: async ({ get }) => {
      const { body } = expectStatus(await get('/ServiceProviderConfig'), 200);
      const limits = [pick(body, 'filter', 'maxResults'), pick(body, 'bulk', 'maxOperations')];
      for (const limit of limits) expectThat(Number.isInteger(limit), 'an integer', limit);
    },
  },
  {
    id: 'S20',
    title: 'A reference that is no URI is refused',
    grade: 'MUST',
    source: 'RFC 7643 §2.3.7',
    preset: 'rfc',
    run: async ({ post, newUser, userBody }) => {
      await newUser({ profileUrl: 'https://check.example/ada' });
      const body = userBody({ profileUrl: 'no URI at all < >' });
      expectError(await post('/Users', body), 400, 'invalidValue');
    },
  },
  {
    id: 'S21',
    title: 'No list keeps two primary values',
    grade: 'MUST',
    source: 'RFC 7643 §2.4',
    run: async ({ post, userBody }) => {
      const emails = [
        { value: 'a@check.example', type: 'work', primary: true },
        { value: 'b@check.example', type: 'home', primary: true },
      ];
      const answer = await post('/Users', userBody({ emails }));
      if (answer.status === 201) expectEqual(countPrimary(answer.body), 1, 'primary values');
      else expectError(answer, 400, 'invalidValue', 'invalidSyntax');
    },
  },
  {
    id: 'S22',
    title: 'A pair of type and value is not kept twice',
    grade: 'SHOULD',
    source: 'RFC 7643 §2.4',
    run: async ({ post, userBody }) => {
      const email = { value: 'a@check.example', type: 'work' };
      const answer = await post('/Users', userBody({ emails: [email, email] }));
      if (answer.status !== 201) return expectError(answer, 400, 'invalidValue', 'invalidSyntax');
      expectEqual(listOf(answer.body, 'emails').length, 1, 'addresses');
    },
  },
  {
    id: 'S23',
    title: 'A type beside the canonical ones is taken',
    grade: 'SHOULD',
    source: 'RFC 7643 §2.4',
    run: async ({ newUser }) => {
      const user = await newUser({ emails: [{ value: 'a@check.example', type: 'boat' }] });
      expectEqual(textOf(user, 'emails', 0, 'type'), 'boat', 'emails[0].type');
    },
  },
  {
    id: 'S24',
    title: 'No schema nests complex attributes',
    grade: 'MUST',
    source: 'RFC 7643 §2.3.8',
    run: async ({ get }) => {
      const { body } = expectStatus(await get('/Schemas'), 200);
      for (const schema of listOf(body, 'Resources')) {
        const inner = listOf(schema, 'attributes').flatMap((one) => listOf(one, 'subAttributes'));
        const complex = inner.filter((one) => textOf(one, 'type') === 'complex');
        expectEqual(
          textsOf(complex, 'name'),
          [],
          `complex sub-attributes of ${textOf(schema, 'id')}`,
        );
      }
    },
  },
  {
    id: 'S25',
    title: 'Attributes of an extension are under its URN',
    grade: 'MUST',
    source: 'RFC 7643 §3.3',
    run: async ({ newUser, read }) => {
      const user = await newUser({
        schemas: [USER_URN, ENTERPRISE_URN],
        [ENTERPRISE_URN]: { employeeNumber: '701984', costCenter: '4130' },
      });
      const stored = await read(`/Users/${idOf(user)}`);
      const extension = { employeeNumber: '701984', costCenter: '4130' };
      expectEqual(stored[ENTERPRISE_URN], extension, ENTERPRISE_URN);
      expectEqual(pick(stored, 'employeeNumber'), undefined, 'employeeNumber at the top');
    },
  },
  {
    id: 'S26',
    title: 'An extension that schemas does not list is added to it or refused',
    grade: 'MUST',
    source: 'RFC 7643 §3.3',
    run: async ({ post, userBody }) => {
      const body = userBody({ [ENTERPRISE_URN]: { department: 'Maths' } });
      const answer = await post('/Users', body);
      if (answer.status !== 201) return expectError(answer, 400, 'invalidSyntax', 'invalidValue');
      const isKept = pick(answer.body, ENTERPRISE_URN) !== undefined;
      const isListed = listOf(answer.body, 'schemas').includes(ENTERPRISE_URN);
      expectEqual(isListed, isKept, 'whether the URN is in schemas');
    },
  },
  {
    id: 'S27',
    title: 'An unknown attribute is ignored or refused with 400',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.3',
    run: async ({ post, userBody }) => {
      const answer = await post('/Users', userBody({ noSuchAttribute: 'x' }));
      if (answer.status !== 201) return expectError(answer, 400, 'invalidSyntax', 'invalidValue');
      expectEqual(pick(answer.body, 'noSuchAttribute'), undefined, 'noSuchAttribute');
    },
  },
  {
    id: 'S28',
    title: 'An error body has no other members than the RFC names',
    grade: 'INTEROP',
    source: 'RFC 7644 §3.12',
    run: async ({ get, post }) => {
      for (const answer of [await get('/Users/no-such-id'), await post('/Users', '{')]) {
        expectNoCrash(answer);
        const known = ['schemas', 'status', 'scimType', 'detail'];
        const others = Object.keys(expectObject(answer)).filter((name) => !known.includes(name));
        expectEqual(others, [], 'other members');
      }
    },
  },
];

function countPrimary(user: Parameters<typeof listOf>[0]): number {
  return listOf(user, 'emails').filter((email) => pick(email, 'primary') === true).length;
}
