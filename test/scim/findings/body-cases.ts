// One exchange that breaks each rule about the body of a request, and one next to it that does not.
import { bulk, createUser, effect, ENTERPRISE, patch, USER } from './build-exchange.ts';
import type { RuleCase } from './rule-case.ts';

const JSON_BODY = { schemas: [USER], userName: 'ada@contoso.test' };
const WORK = { type: 'work', value: 'a@contoso.test' };

const messageCases: readonly RuleCase[] = [
  ['missing-schemas', /no schemas/, { ...createUser(), body: { userName: 'a' } }, createUser()],
  ['odd-schemas', /urn:x/, createUser({ schemas: 'urn:x' }), createUser()],
  [
    'core-schema-missing',
    /core:2.0:User/,
    createUser({ schemas: [ENTERPRISE] }),
    createUser({ schemas: [USER, ENTERPRISE] }),
  ],
  [
    'unknown-schema-urn',
    /it should be/,
    createUser({ schemas: [USER, ENTERPRISE.replace(':User', 'User')] }),
    createUser({ schemas: [USER.toUpperCase(), ENTERPRISE] }),
  ],
  [
    'entra-group-schema',
    /ADSCIM/,
    {
      ...createUser({
        schemas: [USER, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
      }),
    },
    createUser(),
  ],
  [
    'extension-not-in-schemas',
    /lacks .*enterprise/,
    createUser({ [ENTERPRISE]: { department: 'R' } }),
    createUser({ schemas: [USER, ENTERPRISE], [ENTERPRISE]: { department: 'R' } }),
  ],
  [
    'message-schema',
    /core:2.0:User/,
    { ...patch(), body: { schemas: [USER], Operations: [{ op: 'remove', path: 'title' }] } },
    patch({ op: 'remove', path: 'title' }),
  ],
  ['create-with-id', /"mine"/, createUser({ id: 'mine' }), createUser({ externalId: 'mine' })],
  [
    'create-with-meta',
    /created/,
    createUser({ meta: { created: '2026-01-05T10:00:00Z' } }),
    createUser({ meta: { resourceType: 'User' } }),
  ],
  [
    'foreign-id',
    /"other"/,
    { method: 'PUT', body: { ...JSON_BODY, id: 'other' } },
    { method: 'PUT', body: { ...JSON_BODY, id: '2f9' } },
  ],
  ['missing-required', /userName/, createUser({ userName: '' }), createUser()],
  [
    'duplicate-json-key',
    /"title"/,
    {
      ...createUser(),
      body: `{"schemas":["${USER}"],"userName":"a","title":"x","title":"y"}`,
    },
    {
      ...createUser(),
      body: `{"schemas":["${USER}"],"userName":"a","title":"title\\": \\"","emails":[{"type":"a"},{"type":"b"}]}`,
    },
  ],
];

const bodyCases: readonly RuleCase[] = [
  ['unknown-attribute', /shoeSize/, createUser({ shoeSize: 42 }), createUser({ NickName: 'Ada' })],
  [
    'unknown-extension',
    /urn:x:1.0:User/,
    createUser({ 'urn:x:1.0:User': { a: 'b' } }),
    createUser({ [ENTERPRISE]: { department: 'R' } }),
  ],
  [
    'misspelt-urn',
    /2.0:User/,
    createUser({ [ENTERPRISE.replace(':User', 'User')]: { department: 'R' } }),
    createUser({ [ENTERPRISE]: { department: 'R' } }),
  ],
  [
    'extension-without-urn',
    /department/,
    createUser({ department: 'R' }),
    createUser({ [ENTERPRISE]: { department: 'R' } }),
  ],
  [
    'repeated-name',
    /title and Title/,
    createUser({ title: 'a', Title: 'b' }),
    createUser({ title: 'a' }),
  ],
  [
    'read-only-attribute',
    /groups/,
    createUser({ groups: [{ value: '1' }] }),
    createUser({ groups: [] }),
  ],
  [
    'patch-of-read-only',
    /groups/,
    patch({ op: 'add', path: 'groups', value: [{ value: '1' }] }),
    patch({ op: 'add', value: { groups: [{ value: '1' }] } }),
  ],
  ['string-boolean', /"False"/, createUser({ active: 'False' }), createUser({ active: false })],
  ['wrong-type', /title is 7/, createUser({ title: 7 }), createUser({ title: '7' })],
  ['single-value-for-list', /emails/, createUser({ emails: WORK }), createUser({ emails: [WORK] })],
  [
    'wrapped-value',
    /wrapped/,
    patch({ op: 'replace', path: 'title', value: [{ value: 'x' }] }),
    patch({ op: 'replace', path: 'title', value: 'x' }),
  ],
  [
    'manager-form',
    /"7b0"/,
    createUser({ [ENTERPRISE]: { manager: '7b0' } }),
    createUser({ [ENTERPRISE]: { manager: { value: '7b0' } } }),
  ],
  [
    'role-as-json-text',
    /JSON/,
    createUser({ roles: [{ value: '{"id":"1","value":"Admin"}' }] }),
    createUser({ roles: [{ value: 'Admin {all}' }] }),
  ],
  ['null-value', /title is null/, createUser({ title: null }), createUser({ title: 'x' })],
  ['empty-text', /title is empty/, createUser({ title: '' }), createUser({ title: ' x' })],
  [
    'several-primaries',
    /2 values/,
    createUser({
      emails: [
        { ...WORK, primary: true },
        { value: 'b', primary: true },
      ],
    }),
    createUser({
      emails: [
        { ...WORK, primary: true },
        { value: 'b', primary: false },
      ],
    }),
  ],
  [
    'duplicate-value',
    /a@contoso.test/,
    createUser({ emails: [WORK, WORK] }),
    createUser({ emails: [WORK, { ...WORK, type: 'home' }] }),
  ],
  [
    'repeated-type',
    /type work/,
    createUser({ emails: [WORK, { ...WORK, value: 'b@contoso.test' }] }),
    createUser({ emails: [WORK, { type: 'home', value: 'b@contoso.test' }] }),
  ],
  [
    'user-name-padding',
    /" ada"/,
    createUser({ userName: ' ada' }),
    createUser({ userName: 'ada byron' }),
  ],
];

const WORK_PATH = 'emails[type eq "work"].value';

const patchCases: readonly RuleCase[] = [
  ['no-operations', /no Operations/, patch(), patch({ op: 'remove', path: 'title' })],
  [
    'op-capitalised',
    /"Remove"/,
    patch({ op: 'Remove', path: 'title' }),
    patch({ op: 'remove', path: 'title' }),
  ],
  ['op-unknown', /"move"/, patch({ op: 'move', path: 'title' }), patch({ op: 'ADD', path: 'a' })],
  [
    'value-missing',
    /replace has no value/,
    patch({ op: 'replace', path: 'title' }),
    patch({ op: 'replace', path: 'title', value: null }),
  ],
  [
    'pathless-value',
    /a string/,
    patch({ op: 'add', value: 'x' }),
    patch({ op: 'add', value: { title: 'x' } }),
  ],
  [
    'path-syntax',
    /emails\[type/,
    patch({ op: 'remove', path: 'emails[type eq' }),
    patch({ op: 'remove', path: 'emails[type eq "work"]' }),
  ],
  [
    'path-like-key',
    /"name.givenName"/,
    patch({ op: 'add', value: { 'name.givenName': 'Ada' } }),
    patch({ op: 'add', value: { name: { givenName: 'Ada' }, [ENTERPRISE]: { department: 'R' } } }),
  ],
  [
    'remove-without-path',
    /no path/,
    patch({ op: 'remove' }),
    patch({ op: 'remove', path: 'title' }),
  ],
  [
    'member-removal-by-value',
    /lists 2/,
    {
      ...patch({ op: 'remove', path: 'members', value: [{ value: '1' }, { value: '2' }] }),
      path: '/Groups/9d1',
    },
    { ...patch({ op: 'remove', path: 'members[value eq "1"]' }), path: '/Groups/9d1' },
  ],
  [
    'remove-with-value',
    /title/,
    patch({ op: 'remove', path: 'title', value: 'x' }),
    patch({ op: 'remove', path: 'title' }),
  ],
  [
    'patch-changes-nothing',
    /Nothing/,
    { ...patch({ op: 'add', path: 'title', value: 'x' }), effects: [effect('unchanged')] },
    { ...patch({ op: 'add', path: 'title', value: 'x' }), effects: [effect('updated')] },
  ],
  [
    'value-path-creates',
    /type eq "work"/,
    { ...patch({ op: 'replace', path: WORK_PATH, value: 'a' }), effects: [effect('updated')] },
    {
      ...patch({ op: 'replace', path: WORK_PATH, value: 'a' }),
      effects: [effect('updated', { emails: [{ type: 'Work', value: 'b' }] })],
    },
  ],
];

const POST = { method: 'POST', path: '/Users', bulkId: 'a', data: {} };

const bulkCases: readonly RuleCase[] = [
  ['bulk-without-operations', /no Operations/, bulk(), bulk(POST)],
  ['bulk-unknown-method', /"GET"/, bulk({ method: 'GET', path: '/Users/2f9' }), bulk(POST)],
  ['bulk-post-without-id', /no bulkId/, bulk({ ...POST, bulkId: '' }), bulk(POST)],
  ['bulk-repeated-id', /"a"/, bulk(POST, POST), bulk(POST, { ...POST, bulkId: 'b' })],
  [
    'bulk-odd-path',
    /"\/Users"/,
    bulk({ method: 'DELETE', path: '/Users' }),
    bulk({ method: 'DELETE', path: '/Users/2f9' }),
  ],
];

export const bodyOfRequestCases: readonly RuleCase[] = [
  ...messageCases,
  ...bodyCases,
  ...patchCases,
  ...bulkCases,
];
