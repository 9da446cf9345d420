// Requests that say less, or other things, than a well-behaved SCIM client does: told plainly, never mislabelled.
import { describe } from 'node:test';
import type { JsonValue } from '../../../shared/scim/json.ts';
import {
  ADA,
  BOB,
  ENTERPRISE,
  patchGroup,
  patchUser,
  type Row,
  runTable,
  SALES,
  userEffect,
} from './build-exchange.ts';

const CHANGE = 'change-members';
const ADD = 'add-members';
const REMOVE = 'remove-members';

const members: readonly Row[] = [
  ['ids as plain texts', add([ADA]), ADD, 'Add ada@contoso.test to Sales EMEA'],
  ['one object, not a list', add({ value: ADA }), ADD, 'Add ada@contoso.test to Sales EMEA'],
  ['members without a value', add([{ display: 'x' }, 7]), ADD, 'Add some members to Sales EMEA'],
  [
    'no value at all',
    patchGroup({ op: 'add', path: 'members' }),
    ADD,
    'Add some members to Sales EMEA',
  ],
  [
    'one value path for two',
    patchGroup({ op: 'remove', path: `members[value eq "${ADA}" or value eq "${BOB}"]` }),
    REMOVE,
    'Remove 2 members from Sales EMEA',
  ],
  [
    'a value path that compares otherwise',
    patchGroup({ op: 'remove', path: 'members[value co "a"]' }),
    REMOVE,
    'Remove some members from Sales EMEA',
  ],
  [
    'a value path with a number',
    patchGroup({ op: 'remove', path: 'members[value eq 7]' }),
    REMOVE,
    'Remove some members from Sales EMEA',
  ],
  [
    'an empty list replaces',
    patchGroup({ op: 'replace', path: 'members', value: [] }),
    CHANGE,
    'Remove all members from Sales EMEA',
  ],
  [
    'all removed, then one added',
    patchGroup(
      { op: 'remove', path: 'members', value: null },
      { op: 'add', path: 'members', value: ADA },
    ),
    CHANGE,
    'Set members of Sales EMEA to ada@contoso.test',
  ],
  [
    'externalId alone is no rename',
    patchGroup({ op: 'replace', path: 'externalId', value: 'x' }),
    'update',
    'Update Sales EMEA: externalId',
  ],
];

const patches: readonly Row[] = [
  ['no operations', { ...patchUser({}), requestBody: {} }, 'update', 'Update ada@contoso.test'],
  ['an operation that is a text', patchUser('add'), 'update', 'Update ada@contoso.test'],
  ['no path, no object', patchUser({ op: 'add', value: 'x' }), 'update', 'Update ada@contoso.test'],
  ['op that is a number', patchUser({ op: 7, path: 'title' }), 'update', 'Update ada@contoso.test'],
  [
    'active removed',
    patchUser({ op: 'remove', path: 'active' }),
    'update',
    'Update ada@contoso.test: active',
  ],
  [
    'active neither true nor false',
    patchUser({ op: 'replace', path: 'active', value: 'maybe' }),
    'update',
    'Update ada@contoso.test: active',
  ],
  [
    'manager with an empty text',
    patchUser({ op: 'replace', path: 'manager', value: '' }),
    'clear-manager',
    'Clear manager of ada@contoso.test',
  ],
  [
    'manager who is not stored',
    patchUser({ op: 'add', path: 'manager', value: { value: 'eve' } }),
    'set-manager',
    'Set manager of ada@contoso.test to eve',
  ],
  [
    'a whole extension removed',
    patchUser({ op: 'remove', path: ENTERPRISE }),
    'update',
    'Update ada@contoso.test: extension',
  ],
  [
    'more attributes than a line holds',
    patchUser({ op: 'add', value: { a: 1, b: 1, c: 1, d: 1, e: 1, meta: {} } }),
    'update',
    'Update ada@contoso.test: a, b, c and 2 more',
  ],
  [
    'active among others, switched on',
    {
      ...patchUser({ op: 'replace', value: { active: 'True', title: 'CTO' } }),
      effects: [userEffect(['active'], { active: true })],
    },
    'activate',
    'Activate ada@contoso.test',
  ],
  [
    'active among others, unassigned',
    {
      ...patchUser({ op: 'replace', value: { active: null, title: 'CTO' } }),
      effects: [userEffect(['active', 'title'])],
    },
    'update',
    'Update ada@contoso.test: active, title',
  ],
];

const resources: readonly Row[] = [
  [
    'create without a name',
    { ...post({}), status: 400, errorDetail: 'userName is required' },
    'create',
    'Create user refused: userName is required',
  ],
  [
    'create that is no object',
    { ...post([]), status: 400 },
    'create',
    'Create user refused: status 400',
  ],
  [
    'create told by what was stored',
    {
      ...post({ USERNAME: 'x' }),
      status: 201,
      effects: [{ ...userEffect([]), action: 'created' }],
    },
    'create',
    'Create user ada@contoso.test',
  ],
  ['replace of nobody', put('/Users/nobody', {}, 404), 'replace', 'Replace user nobody: not found'],
  [
    'replace named by its body',
    put('/Users/eve', { userName: 'eve@x.test' }, 200),
    'replace',
    'Replace user eve@x.test',
  ],
  [
    'read of somebody nobody stored',
    { path: `/Groups/${SALES}x`, status: 404 },
    'read',
    `Read group ${SALES}x: not found`,
  ],
  [
    'read named by the answer',
    { path: '/Users/eve', responseBody: { id: 'eve', userName: 'eve@x.test' } },
    'read',
    'Read user eve@x.test',
  ],
  [
    'a reason longer than a line',
    { path: '/Users', status: 400, errorDetail: 'x'.repeat(500) },
    'list',
    `List users refused: ${'x'.repeat(160)}…`,
  ],
  [
    'a refusal without a reason',
    { path: '/Users', status: 429 },
    'list',
    'List users refused: status 429',
  ],
  [
    'a schema that is not there',
    { path: '/Schemas/urn:x', status: 404 },
    'read-discovery',
    'Read schema urn:x: not found',
  ],
];

const searches: readonly Row[] = [
  [
    'a value path without a value',
    search('emails[type eq "work"]'),
    'list',
    'List users where emails[type eq "work"]',
  ],
  [
    'a value path with one term',
    search('emails[value eq "a@x"]'),
    'look-up',
    'Look up user by emails a@x',
  ],
  [
    'a check of two references',
    search('manager eq "1" and manager eq "2"'),
    'list',
    'List users where manager eq "1" and manager eq "2"',
  ],
  [
    'a check by number',
    search('id eq 1 and manager eq 2'),
    'list',
    'List users where id eq 1 and manager eq 2',
  ],
  [
    'three terms',
    search('id eq "1" and manager eq "2" and active eq true'),
    'list',
    'List users where id eq "1" and manager eq "2" and active eq true',
  ],
  [
    'one result without a name',
    {
      ...search('id eq "5f2f4d0d6c7a4e0f9a11"'),
      responseBody: { totalResults: 1, Resources: [{ id: ADA }] },
    },
    'look-up',
    `Look up user by id ${ADA}: 1 found`,
  ],
];

const others: readonly Row[] = [
  [
    'a method of our own at the base',
    { method: 'POST', path: '/', status: 200 },
    'unknown',
    'POST request',
  ],
  [
    'a method nobody serves',
    { method: 'PROPFIND', path: `/Users/${ADA}`, status: 200 },
    'unknown',
    'PROPFIND request',
  ],
  [
    'a write to discovery',
    { method: 'POST', path: '/Schemas', status: 200, requestBody: {} },
    'unknown',
    'POST request',
  ],
  [
    'a refusal outside of every tenant',
    { method: 'TRACE', path: null, status: 400 },
    'unknown',
    'TRACE request refused: 400',
  ],
  [
    'a search by POST',
    { method: 'POST', path: '/Users/.search', status: 501, requestBody: {} },
    'unknown',
    'Search request refused: not implemented',
  ],
];

describe('odd changes of members', () => runTable(members));
describe('odd PATCH messages', () => runTable(patches));
describe('odd requests for one resource', () => runTable(resources));
describe('odd searches', () => runTable(searches));
describe('requests without a meaning', () => runTable(others));

function add(value: JsonValue) {
  return patchGroup({ op: 'add', path: 'members', value });
}

function post(requestBody: JsonValue) {
  return { method: 'POST', path: '/Users', requestBody };
}

function put(path: string, requestBody: JsonValue, status: number) {
  return { method: 'PUT', path, requestBody, status };
}

function search(filter: string) {
  return { path: '/Users', query: [['filter', filter]] as const };
}
