// Claims about the switches of the groups Paths and filters, and PATCH.
import { group, outcome, pick, user } from './switch-case.ts';
import type { SwitchCase } from './switch-case.ts';

const WORK_EMAIL = 'emails[type eq "work"].value';

export const pathCases: readonly SwitchCase[] = [
  {
    name: 'acceptUnquotedFilterValues',
    claim: 'F22 userName eq ada',
    observe: async ({ send }) => outcome(await send('GET', '/Users?filter=userName+eq+ada')),
    expected: { true: '200', false: '400 invalidFilter' },
  },
  {
    name: 'acceptSubAttributeAfterValuePath',
    claim: 'F21 a sub-attribute behind the bracket of a filter',
    observe: async ({ send }) => {
      const filter = encodeURIComponent(`${WORK_EMAIL} eq "a@x.test"`);
      return outcome(await send('GET', `/Users?filter=${filter}`));
    },
    expected: { true: '200', false: '400 invalidFilter' },
  },
  {
    name: 'unknownFilterAttribute',
    claim: 'F16 a filter on an attribute that no schema has',
    observe: async ({ send }) => outcome(await send('GET', '/Users?filter=shoeSize+eq+38')),
    expected: { 'no-match': '200', reject: '400 invalidFilter' },
  },
  {
    name: 'unknownPatchPath',
    claim: 'X34 an operation on an attribute that no schema has',
    observe: async ({ createUser, patch }) => {
      const id = await createUser('ada');
      return outcome(await patch(`/Users/${id}`, { op: 'add', path: 'shoeSize', value: 38 }));
    },
    expected: { reject: '400 invalidPath', ignore: '200' },
  },
  {
    name: 'filterOperators',
    claim: 'userName sw, and eq with and',
    observe: async ({ send }) => {
      const filters = ['userName sw "a"', 'userName eq "a" and active eq true'];
      const answers = filters.map(async (filter) =>
        outcome(await send('GET', `/Users?filter=${encodeURIComponent(filter)}`)),
      );
      return Promise.all(answers);
    },
    expected: { all: ['200', '200'], 'eq-and': ['400 invalidFilter', '200'] },
  },
  {
    name: 'bothProjections',
    claim: 'J4 attributes with excludedAttributes',
    observe: async ({ send }) =>
      outcome(await send('GET', '/Users?attributes=userName&excludedAttributes=emails')),
    expected: { 'attributes-win': '200', reject: '400 invalidValue' },
  },
  {
    name: 'noMatchAnswer',
    claim: 'R4 a filter that matches nothing',
    observe: async ({ send }) => outcome(await send('GET', '/Users?filter=userName+eq+"nobody"')),
    expected: { 'empty-list': '200', 'not-found': '404' },
  },
  {
    name: 'acceptOpCase',
    claim: 'X2 op "Replace"',
    observe: async ({ createUser, patch }) => {
      const id = await createUser('ada');
      return outcome(await patch(`/Users/${id}`, { op: 'Replace', path: 'title', value: 'Dr.' }));
    },
    expected: { true: '200', false: '400 invalidSyntax' },
  },
  {
    name: 'acceptPathLikeKeys',
    claim: 'X25 name.givenName as a key',
    observe: async ({ createUser, patch }) => {
      const id = await createUser('ada');
      const value = { 'name.givenName': 'Ada' };
      const { body } = await patch(`/Users/${id}`, { op: 'replace', value });
      return pick(body, 'name', 'givenName');
    },
    expected: { true: 'Ada', false: undefined },
  },
  {
    name: 'readOnlyInPatchValue',
    claim: 'X18 id beside title in a value without path',
    observe: async ({ createUser, patch }) => {
      const id = await createUser('ada');
      return outcome(await patch(`/Users/${id}`, { op: 'replace', value: { id, title: 'Dr.' } }));
    },
    expected: { ignore: '200', reject: '400 mutability' },
  },
  {
    name: 'valuePathWithoutMatch',
    claim: 'X10, X13 replace of a work address that is not there',
    observe: async ({ createUser, patch }) => {
      const id = await createUser('ada');
      const operation = { op: 'replace', path: WORK_EMAIL, value: 'a@x.test' };
      return outcome(await patch(`/Users/${id}`, operation));
    },
    expected: { create: '200', 'no-target': '400 noTarget' },
  },
  {
    name: 'memberRemovalByValue',
    claim: 'X24 remove of members with one of two as its value',
    profile: { groupPatchAnswer: 'resource' },
    observe: async ({ createUser, createGroup, patch }) => {
      const [ada, bob] = [await createUser('ada'), await createUser('bob')];
      const id = await createGroup('Sales', [ada, bob]);
      const operation = { op: 'remove', path: 'members', value: [{ value: ada }] };
      const answer = await patch(`/Groups/${id}`, operation);
      return answer.status === 200
        ? pick(answer.body, 'members', 0, 'value') === bob
        : outcome(answer);
    },
    expected: { listed: true, all: false, refuse: '400 invalidValue' },
  },
  {
    name: 'replaceAllMembers',
    claim: 'replace of members, and remove of all of them',
    observe: async ({ createUser, createGroup, patch }) => {
      const ada = await createUser('ada');
      const id = await createGroup('Sales');
      const replaced = { op: 'replace', path: 'members', value: [{ value: ada }] };
      const cleared = { op: 'remove', path: 'members' };
      const answers = [replaced, cleared].map(async (operation) =>
        outcome(await patch(`/Groups/${id}`, operation)),
      );
      return Promise.all(answers);
    },
    expected: { true: ['204', '204'], false: ['400 mutability', '400 mutability'] },
  },
];

export const uniquenessCases: readonly SwitchCase[] = [
  {
    name: 'uniqueGroupDisplayName',
    claim: 'two groups named Sales and SALES',
    observe: async ({ createGroup, send }) => {
      await createGroup('Sales');
      return outcome(await send('POST', '/Groups', { body: group('SALES') }));
    },
    expected: { true: '409 uniqueness', false: '201' },
  },
  {
    name: 'uniqueExternalId',
    claim: 'two users with one externalId',
    observe: async ({ createUser, send }) => {
      await createUser('ada', { externalId: 'e1' });
      return outcome(await send('POST', '/Users', { body: user('bob', { externalId: 'e1' }) }));
    },
    expected: { true: '409 uniqueness', false: '201' },
  },
  {
    name: 'userNameCaseExact',
    claim: 'S16 Ada after ada, and a filter for ADA',
    observe: async ({ createUser, send }) => {
      await createUser('ada');
      const second = outcome(await send('POST', '/Users', { body: user('Ada') }));
      const found = await send('GET', '/Users?filter=userName+eq+"ADA"');
      return [second, pick(found.body, 'totalResults') ?? null];
    },
    expected: { true: ['201', 0], false: ['409 uniqueness', 1] },
  },
  {
    name: 'unknownMembers',
    claim: 'U9 a member that does not exist',
    observe: async ({ send }) =>
      outcome(await send('POST', '/Groups', { body: group('S', { members: [{ value: 'no' }] }) })),
    expected: { keep: '201', reject: '400 invalidValue' },
  },
  {
    name: 'requiredUserAttributes',
    claim: 'S10 a user with a userName alone',
    observe: async ({ send }) => outcome(await send('POST', '/Users', { body: user('ada') })),
    expected: { rfc: '201', aws: '400 invalidValue' },
  },
  {
    name: 'userAttributes',
    claim: 'photos of a user, and in its schema',
    observe: async ({ send }) => {
      const photos = [{ value: 'https://x.test/a.png', type: 'photo' }];
      const { body } = await send('POST', '/Users', { body: user('ada', { photos }) });
      const schemas = await send('GET', '/Schemas');
      return [pick(body, 'photos') !== undefined, schemas.text.includes('"photos"')];
    },
    expected: { all: [true, true], aws: [false, false] },
  },
  {
    name: 'singleValueLists',
    claim: 'two e-mail addresses',
    observe: async ({ send }) => {
      const emails = [{ value: 'a@x.test' }, { value: 'b@x.test' }];
      return outcome(await send('POST', '/Users', { body: user('ada', { emails }) }));
    },
    expected: { true: '400 invalidValue', false: '201' },
  },
  {
    name: 'passwordAccepted',
    claim: 'a password where unknown attributes are refused',
    profile: { unknownAttributes: 'reject' },
    observe: async ({ send }) =>
      outcome(await send('POST', '/Users', { body: user('ada', { password: 'secret word' }) })),
    expected: { true: '201', false: '400 invalidSyntax' },
  },
  {
    name: 'deleteMode',
    claim: 'K1, K2 a user after DELETE',
    observe: async ({ createUser, send }) => {
      const id = await createUser('ada', { active: true });
      const deleted = await send('DELETE', `/Users/${id}`);
      const after = await send('GET', `/Users/${id}`);
      return [deleted.status, after.status, pick(after.body, 'active') ?? null];
    },
    expected: { remove: [204, 404, null], deactivate: [204, 200, false] },
  },
];
