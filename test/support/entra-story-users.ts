// Users: matched, created, read, updated in both flag modes, given a manager.
import { filterQuery, FLAG, patchBody, type StoryStep } from './story-step.ts';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

export const ENTRA_USER_CHAPTER: readonly StoryStep[] = [
  match('ada@contoso.test', 0),
  create('ada', 'Ada', 'Byron'),
  match('bob@contoso.test', 0),
  create('bob', 'Bob', 'Boole'),
  match('ada@contoso.test', 1),
  {
    title: 'the user is read before an update',
    method: 'GET',
    path: '/Users/{ada}',
    status: 200,
    operation: 'read',
    sentence: 'Read user ada@contoso.test',
  },
  {
    title: 'an update by default has one operation for each attribute',
    method: 'PATCH',
    path: '/Users/{ada}',
    body: patchBody(
      { op: 'Replace', path: 'displayName', value: 'Ada King' },
      { op: 'Replace', path: 'name.familyName', value: 'King' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'ada.king@contoso.test' },
      { op: 'Add', path: `${ENTERPRISE}:department`, value: 'Research' },
    ),
    status: 200,
    state: {
      get: '/Users/{ada}',
      has: {
        displayName: 'Ada King',
        name: { givenName: 'Ada', familyName: 'King' },
        emails: [{ type: 'work', primary: true, value: 'ada.king@contoso.test' }],
        [ENTERPRISE]: { department: 'Research' },
      },
    },
    operation: 'update',
    sentence: 'Update ada@contoso.test: displayName, name.familyName, emails, department',
  },
  {
    title: 'an update with the flag gathers attributes in one object',
    method: 'PATCH',
    path: '/Users/{ada}',
    query: FLAG,
    body: patchBody(
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'ada@contoso.test' },
      {
        op: 'replace',
        value: { title: 'Analyst', 'name.givenName': 'Augusta', [`${ENTERPRISE}:costCenter`]: '7' },
      },
    ),
    status: 200,
    state: {
      get: '/Users/{ada}',
      has: {
        title: 'Analyst',
        name: { givenName: 'Augusta', familyName: 'King' },
        emails: [{ type: 'work', primary: true, value: 'ada@contoso.test' }],
        [ENTERPRISE]: { department: 'Research', costCenter: '7' },
      },
    },
    operation: 'update',
    sentence: 'Update ada@contoso.test: emails, title, name.givenName, costCenter',
  },
  {
    title: 'the manager is checked before it is set',
    method: 'GET',
    path: '/Users',
    query: `${filterQuery('id eq "{ada}" and manager eq "{bob}"')}&attributes=id`,
    status: 200,
    operation: 'check-reference',
    sentence: 'Check whether bob@contoso.test is manager of ada@contoso.test: no',
  },
  {
    title: 'the manager is set',
    method: 'PATCH',
    path: '/Users/{ada}',
    body: patchBody({ op: 'Add', path: 'manager', value: [{ $ref: null, value: '{bob}' }] }),
    status: 200,
    state: { get: '/Users/{ada}', has: { [ENTERPRISE]: { manager: { value: '{bob}' } } } },
    operation: 'set-manager',
    sentence: 'Set manager of ada@contoso.test to bob@contoso.test',
  },
];

function match(userName: string, total: number): StoryStep {
  return {
    title: `${userName} is looked up: ${total} found`,
    method: 'GET',
    path: '/Users',
    query: filterQuery(`userName eq "${userName}"`),
    status: 200,
    operation: 'look-up',
    sentence: `Look up user by userName ${userName}: ${total} found`,
  };
}

function create(name: string, givenName: string, familyName: string): StoryStep {
  const userName = `${name}@contoso.test`;
  const writable = {
    externalId: name,
    userName,
    active: true,
    displayName: `${givenName} ${familyName}`,
    emails: [{ primary: true, type: 'work', value: userName }],
    name: { formatted: `${givenName} ${familyName}`, familyName, givenName },
  };
  return {
    title: `${userName} is created`,
    method: 'POST',
    path: '/Users',
    body: { schemas: [CORE, ENTERPRISE], ...writable, meta: { resourceType: 'User' }, roles: [] },
    status: 201,
    keepIdAs: name,
    state: { get: `/Users/{${name}}`, has: writable },
    operation: 'create',
    sentence: `Create user ${userName}`,
  };
}
