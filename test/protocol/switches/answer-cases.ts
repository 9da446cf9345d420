// Claims about the switches of the group Answers.
import { group, outcome, pick, user } from './switch-case.ts';
import type { SwitchCase } from './switch-case.ts';

export const answerCases: readonly SwitchCase[] = [
  {
    name: 'userPatchAnswer',
    claim: 'X5 PATCH of a user, and with attributes',
    observe: async ({ createUser, patch }) => {
      const id = await createUser('ada');
      const operation = { op: 'add', path: 'title', value: 'Dr.' };
      const plain = await patch(`/Users/${id}`, operation);
      const asked = await patch(`/Users/${id}?attributes=title`, operation);
      return [plain.status, asked.status];
    },
    expected: { resource: [200, 200], 'no-content': [204, 200] },
  },
  {
    name: 'groupPatchAnswer',
    claim: 'X5 PATCH of a group',
    observe: async ({ createGroup, patch }) => {
      const id = await createGroup('Sales');
      const operation = { op: 'replace', path: 'displayName', value: 'Marketing' };
      return (await patch(`/Groups/${id}`, operation)).status;
    },
    expected: { resource: 200, 'no-content': 204 },
  },
  {
    name: 'createAnswer',
    claim: 'C1 the answer to POST',
    observe: async ({ send }) => {
      const answer = await send('POST', '/Users', { body: user('ada') });
      return [answer.status, pick(answer.body, 'userName') ?? null];
    },
    expected: { resource: [201, 'ada'], 'no-body': [201, null] },
  },
  {
    name: 'locationHeader',
    claim: 'C1 Location of a new user',
    observe: async ({ send }) => {
      const { headers, body } = await send('POST', '/Users', { body: user('ada') });
      return headers['location'] === pick(body, 'meta', 'location');
    },
    expected: { true: true, false: false },
  },
  {
    name: 'emptyMembers',
    claim: 'S9 members of an empty group',
    observe: async ({ send }) =>
      pick((await send('POST', '/Groups', { body: group('Sales') })).body, 'members'),
    expected: { 'empty-list': [], absent: undefined },
  },
  {
    name: 'emptyResources',
    claim: 'R3 Resources of an empty list',
    observe: async ({ send }) => pick((await send('GET', '/Users')).body, 'Resources'),
    expected: { 'empty-list': [], absent: undefined },
  },
  {
    name: 'memberDisplay',
    claim: 'display of a member',
    observe: async ({ createUser, createGroup, send }) => {
      const id = await createGroup('Sales', [await createUser('ada')]);
      return pick((await send('GET', `/Groups/${id}`)).body, 'members', 0, 'display');
    },
    expected: { true: 'ada', false: undefined },
  },
  {
    name: 'membersReturned',
    claim: 'S14 members of a group, by default, by name, and after POST',
    observe: async ({ createUser, createGroup, send }) => {
      const ada = await createUser('ada');
      const id = await createGroup('Sales', [ada]);
      const plain = await send('GET', `/Groups/${id}`);
      const asked = await send('GET', `/Groups/${id}?attributes=members`);
      const body = group('Crew', { members: [{ value: ada }] });
      const created = await send('POST', '/Groups', { body });
      return [plain, asked, created].map((answer) => pick(answer.body, 'members') !== undefined);
    },
    expected: { default: [true, true, true], request: [false, true, true] },
  },
  {
    name: 'groupsOnUser',
    claim: 'U6 groups of a user',
    observe: async ({ createUser, createGroup, send }) => {
      const ada = await createUser('ada');
      await createGroup('Sales', [ada]);
      return pick((await send('GET', `/Users/${ada}`)).body, 'groups', 0, 'display');
    },
    expected: { true: 'Sales', false: undefined },
  },
  {
    name: 'indirectGroups',
    claim: 'U6, U10 groups of a user through another group, shown and found, in a circle too',
    observe: async ({ createUser, createGroup, patch, send }) => {
      const ada = await createUser('ada');
      const inner = await createGroup('Inner', [ada]);
      const outer = await createGroup('Outer', [inner]);
      await patch(`/Groups/${inner}`, { op: 'add', path: 'members', value: [{ value: outer }] });
      const { body } = await send('GET', `/Users/${ada}`);
      const filter = encodeURIComponent('groups[display eq "Outer" and type eq "indirect"]');
      const found = await send('GET', `/Users?filter=${filter}`);
      const shown = [0, 1].map((index) => [
        pick(body, 'groups', index, 'display') ?? null,
        pick(body, 'groups', index, 'type') ?? null,
      ]);
      return [shown, pick(found.body, 'totalResults') ?? null];
    },
    expected: {
      true: [
        [
          ['Inner', 'direct'],
          ['Outer', 'indirect'],
        ],
        1,
      ],
      false: [
        [
          ['Inner', 'direct'],
          [null, null],
        ],
        0,
      ],
    },
  },
  {
    name: 'errorStatusType',
    claim: 'E1 status of an error',
    observe: async ({ send }) => pick((await send('GET', '/Users/none')).body, 'status'),
    expected: { string: '404', number: 404 },
  },
  {
    name: 'responseMediaType',
    claim: 'A1 Content-Type of a resource and of an error',
    observe: async ({ send }) => {
      const answers = [await send('GET', '/Users'), await send('GET', '/Users/none')];
      return answers.map(({ headers }) => headers['content-type']?.split(';')[0] ?? null);
    },
    expected: {
      scim: ['application/scim+json', 'application/scim+json'],
      json: ['application/json', 'application/json'],
    },
  },
  {
    name: 'entraFriendlySchemas',
    claim: 'D15 password in /Schemas, and in use',
    observe: async ({ send }) => {
      const { text } = await send('GET', '/Schemas');
      const used = await send('POST', '/Users', { body: user('ada', { password: 'secret word' }) });
      return [text.includes('"password"'), text.includes('"primary"'), outcome(used)];
    },
    expected: { true: [false, false, '201'], false: [true, true, '201'] },
  },
];
