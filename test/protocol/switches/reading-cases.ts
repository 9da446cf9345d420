// Claims about the switches of the group Reading.
import { ENTERPRISE_URN, GROUP_URN, outcome, pick, user, USER_URN } from './switch-case.ts';
import type { SwitchCase } from './switch-case.ts';

const LEGACY_GROUP = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group';
const CUSTOM_URN = 'urn:ietf:params:scim:schemas:extension:contoso:2.0:User';

export const readingCases: readonly SwitchCase[] = [
  {
    name: 'acceptStringBooleans',
    claim: 'X26 active "False" in a body',
    observe: async ({ send }) => {
      const answer = await send('POST', '/Users', { body: user('ada', { active: 'False' }) });
      return [outcome(answer), pick(answer.body, 'active') ?? null];
    },
    expected: { true: ['201', false], false: ['400 invalidValue', null] },
  },
  {
    name: 'acceptStringBooleans',
    claim: 'active "False" in a filter',
    observe: async ({ send }) => outcome(await send('GET', '/Users?filter=active+eq+"False"')),
    expected: { true: '200', false: '400 invalidFilter' },
  },
  {
    name: 'acceptStringBooleans',
    claim: 'X32 roles[primary eq "True"].value in a path',
    observe: async ({ createUser, patch }) => {
      const id = await createUser('ada', { roles: [{ value: 'Reader', primary: true }] });
      const path = 'roles[primary eq "True"].value';
      const answer = await patch(`/Users/${id}`, { op: 'replace', path, value: 'Admin' });
      return [outcome(answer), pick(answer.body, 'roles', 0, 'value') ?? null];
    },
    expected: { true: ['200', 'Admin'], false: ['400 invalidPath', null] },
  },
  {
    name: 'acceptManagerForms',
    claim: 'U12 manager as a bare id',
    observe: async ({ send, createUser }) => {
      const manager = await createUser('boss');
      const body = user('ada', {
        schemas: [USER_URN, ENTERPRISE_URN],
        [ENTERPRISE_URN]: { manager },
      });
      return outcome(await send('POST', '/Users', { body }));
    },
    expected: { true: '201', false: '400 invalidValue' },
  },
  {
    name: 'acceptTopLevelExtensionAttributes',
    claim: 'department at the top of a body',
    observe: async ({ send }) => {
      const { body } = await send('POST', '/Users', { body: user('ada', { department: 'Sales' }) });
      return pick(body, ENTERPRISE_URN, 'department');
    },
    expected: { true: 'Sales', false: undefined },
  },
  {
    name: 'acceptSingleForMultiValued',
    claim: 'emails as one object',
    observe: async ({ send }) =>
      outcome(
        await send('POST', '/Users', { body: user('ada', { emails: { value: 'a@x.test' } }) }),
      ),
    expected: { true: '201', false: '400 invalidValue' },
  },
  {
    name: 'acceptWrappedValues',
    claim: 'displayName as [{"value": …}]',
    observe: async ({ createUser, patch }) => {
      const id = await createUser('ada');
      const value = [{ $ref: null, value: 'Ada' }];
      return outcome(await patch(`/Users/${id}`, { op: 'replace', path: 'displayName', value }));
    },
    expected: { true: '200', false: '400 invalidValue' },
  },
  {
    name: 'acceptMisspeltUrns',
    claim: 'a PATCH path with …enterprise:2.0User',
    profile: { unknownExtensions: 'reject' },
    observe: async ({ createUser, patch }) => {
      const id = await createUser('ada');
      const path = `${ENTERPRISE_URN.replace(':User', 'User')}:department`;
      return outcome(await patch(`/Users/${id}`, { op: 'add', path, value: 'Sales' }));
    },
    expected: { true: '200', false: '400 invalidPath' },
  },
  {
    name: 'acceptLooseReferences',
    claim: 'a profileUrl with spaces',
    observe: async ({ send }) =>
      outcome(await send('POST', '/Users', { body: user('ada', { profileUrl: 'my home page' }) })),
    expected: { true: '201', false: '400 invalidValue' },
  },
  {
    name: 'emptyStringUnassigns',
    claim: 'title "" in a PATCH',
    observe: async ({ createUser, patch }) => {
      const id = await createUser('ada', { title: 'Countess' });
      const { body } = await patch(`/Users/${id}`, { op: 'replace', path: 'title', value: '' });
      return pick(body, 'title');
    },
    expected: { true: undefined, false: '' },
  },
  {
    name: 'unknownAttributes',
    claim: 'S27 an attribute that no schema has',
    observe: async ({ send }) => {
      const answer = await send('POST', '/Users', { body: user('ada', { shoeSize: 38 }) });
      return [outcome(answer), pick(answer.body, 'shoeSize') ?? null];
    },
    expected: {
      ignore: ['201', null],
      reject: ['400 invalidSyntax', null],
      store: ['201', 38],
    },
  },
  {
    name: 'unknownAttributes',
    claim: 'a sub-attribute that no schema has',
    observe: async ({ send }) => {
      const body = user('ada', { name: { givenName: 'Ada', petName: 'Bird' } });
      const answer = await send('POST', '/Users', { body });
      return [outcome(answer), pick(answer.body, 'name', 'petName') ?? null];
    },
    expected: {
      ignore: ['201', null],
      reject: ['400 invalidSyntax', null],
      store: ['201', 'Bird'],
    },
  },
  {
    name: 'unknownExtensions',
    claim: 'an extension that no schema describes',
    observe: async ({ send }) => {
      const body = user('ada', {
        schemas: [USER_URN, CUSTOM_URN],
        [CUSTOM_URN]: { badge: 'red' },
      });
      const answer = await send('POST', '/Users', { body });
      return [outcome(answer), pick(answer.body, CUSTOM_URN, 'badge') ?? null];
    },
    expected: {
      store: ['201', 'red'],
      ignore: ['201', null],
      reject: ['400 invalidSyntax', null],
    },
  },
  {
    name: 'missingSchemas',
    claim: 'C4 a User without schemas',
    observe: async ({ send }) =>
      outcome(await send('POST', '/Users', { body: { userName: 'ada' } })),
    expected: { accept: '201', reject: '400 invalidSyntax' },
  },
  {
    name: 'missingSchemas',
    claim: 'X1 a PATCH without schemas',
    observe: async ({ createUser, send }) => {
      const body = { Operations: [{ op: 'add', path: 'title', value: 'Countess' }] };
      return outcome(await send('PATCH', `/Users/${await createUser('ada')}`, { body }));
    },
    expected: { accept: '200', reject: '400 invalidSyntax' },
  },
  {
    name: 'unknownSchemas',
    claim: 'C9 the legacy group URN of Entra',
    observe: async ({ send }) => {
      const body = { schemas: [GROUP_URN, LEGACY_GROUP], displayName: 'Sales' };
      return outcome(await send('POST', '/Groups', { body }));
    },
    expected: { ignore: '201', reject: '400 invalidSyntax' },
  },
  {
    name: 'undeclaredExtension',
    claim: 'S26 an extension that schemas does not list',
    observe: async ({ send }) => {
      const body = user('ada', { [ENTERPRISE_URN]: { department: 'Sales' } });
      const answer = await send('POST', '/Users', { body });
      return [outcome(answer), pick(answer.body, 'schemas', 1) ?? null];
    },
    expected: { add: ['201', ENTERPRISE_URN], reject: ['400 invalidSyntax', null] },
  },
  {
    name: 'duplicatePrimary',
    claim: 'two primary e-mail addresses in one body',
    observe: async ({ send }) => {
      const emails = [
        { value: 'a@x.test', type: 'work', primary: true },
        { value: 'b@x.test', type: 'home', primary: true },
      ];
      const answer = await send('POST', '/Users', { body: user('ada', { emails }) });
      return [outcome(answer), pick(answer.body, 'emails', 0, 'primary') ?? null];
    },
    expected: { 'last-wins': ['201', false], reject: ['400 invalidValue', null] },
  },
  {
    name: 'duplicateValues',
    claim: 'S22 the same type and value twice',
    observe: async ({ send }) => {
      const email = { value: 'a@x.test', type: 'work' };
      const body = user('ada', { emails: [email, { ...email, display: 'Ada' }] });
      const answer = await send('POST', '/Users', { body });
      return [outcome(answer), pick(answer.body, 'emails', 1) ?? null];
    },
    expected: { merge: ['201', null], reject: ['400 invalidValue', null] },
  },
  {
    name: 'canonicalValues',
    claim: 'S23 an e-mail of type "boat"; "WORK" is canonical',
    observe: async ({ send }) => {
      const types = ['WORK', 'boat'].map(async (type, index) => {
        const emails = [{ value: 'a@x.test', type }];
        return outcome(await send('POST', '/Users', { body: user(`ada${index}`, { emails }) }));
      });
      return Promise.all(types);
    },
    expected: { suggest: ['201', '201'], enforce: ['201', '400 invalidValue'] },
  },
  {
    name: 'mismatchedBodyId',
    claim: 'W6 another id in the body of PUT',
    observe: async ({ send, createUser }) => {
      const id = await createUser('ada');
      return outcome(await send('PUT', `/Users/${id}`, { body: user('ada', { id: 'other' }) }));
    },
    expected: { ignore: '200', reject: '400 mutability' },
  },
];
