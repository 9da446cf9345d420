// Requests to begin with, as provisioning clients really send them: spellings, value types and headers are those of
// recorded traffic (Microsoft's reference code and documentation, Okta's SCIM guides); names are made up, and ids are
// those of resources that the tenant has.
import type { HeaderPair } from '../export/outgoing-request.ts';
import type { JsonValue } from '../scim/json.ts';

/** What a template is filled from; a resource that the tenant lacks is a word in braces, to be replaced by hand. */
export interface TemplatePlace {
  readonly userId: string;
  readonly userName: string;
  readonly otherUserId: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly memberIds: readonly string[];
  readonly baseUrl: string;
  /** A new one at each call. */
  readonly newGuid: () => string;
}

export interface TemplateRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly HeaderPair[];
  readonly body: string;
}

export interface Template {
  readonly id: string;
  readonly group: 'Entra' | 'Okta' | 'RFC 7644';
  readonly title: string;
  readonly build: (place: TemplatePlace) => TemplateRequest;
}

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const ENTRA_GROUP = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group';

type Parts = readonly [method: string, path: string, body?: JsonValue];
type Build = (place: TemplatePlace) => Parts;

/** Entra: no User-Agent; the charset is written out. */
const entra = make('Entra', [['Accept', 'application/scim+json']]);
const okta = make('Okta', [
  ['User-Agent', 'Okta SCIM Client 1.0.0'],
  ['Accept', 'application/scim+json'],
  ['Accept-Charset', 'utf-8'],
]);
const rfc = make('RFC 7644', [['Accept', 'application/scim+json']]);

function make(group: Template['group'], headers: readonly HeaderPair[]) {
  return (id: string, title: string, build: Build): Template => ({
    id: `${group.toLowerCase().replaceAll(' ', '-')}-${id}`,
    group,
    title,
    build(place) {
      const [method, path, body] = build(place);
      const type = ['Content-Type', 'application/scim+json; charset=utf-8'] as const;
      return {
        method,
        path,
        headers: body === undefined ? headers : [...headers, type],
        body: body === undefined ? '' : JSON.stringify(body, null, 2),
      };
    },
  });
}

function patch(...operations: readonly JsonValue[]): JsonValue {
  return { schemas: [PATCH_OP], Operations: operations };
}

/** Entra: spaces are `+`, quotes are %22. */
function entraFilter(attribute: string, value: string): string {
  return `filter=${attribute}+eq+%22${encodeURIComponent(value)}%22`;
}

function toMembers(ids: readonly string[]): JsonValue {
  return ids.map((value) => ({ $ref: null, value }));
}

const ENTRA_TEMPLATES: readonly Template[] = [
  entra('test-connection', 'Test Connection', ({ newGuid }) => [
    'GET',
    `/Users?${entraFilter('userName', newGuid())}`,
  ]),
  entra('look-up-user', 'Look up a user by userName', ({ userName }) => [
    'GET',
    `/Users?${entraFilter('userName', userName)}`,
  ]),
  entra('look-up-external-id', 'Look up a user by externalId', () => [
    'GET',
    `/Users?${entraFilter('externalId', 'ada.byron')}`,
  ]),
  entra('create-user', 'Create a user', ({ newGuid }) => {
    const name = `ada.byron.${newGuid().slice(0, 4)}`;
    return ['POST', '/Users', newUser(name)];
  }),
  entra('read-user', 'Read a user', ({ userId }) => ['GET', `/Users/${userId}`]),
  entra('update-user', 'Update a user', ({ userId }) => [
    'PATCH',
    `/Users/${userId}`,
    patch(
      { op: 'Replace', path: 'displayName', value: 'Ada King' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'ada.k@contoso.test' },
      { op: 'Replace', path: 'name.familyName', value: 'King' },
      { op: 'Replace', path: `${ENTERPRISE}:department`, value: 'Research' },
    ),
  ]),
  entra('deactivate', 'Deactivate a user', ({ userId }) => [
    'PATCH',
    `/Users/${userId}`,
    patch({ op: 'Replace', path: 'active', value: 'False' }),
  ]),
  entra('deactivate-flag', 'Deactivate a user (aadOptscim062020)', ({ userId }) => [
    'PATCH',
    `/Users/${userId}?aadOptscim062020`,
    patch({ op: 'replace', path: 'active', value: false }),
  ]),
  entra('restore', 'Activate a user again', ({ userId }) => [
    'PATCH',
    `/Users/${userId}`,
    patch({ op: 'Replace', path: 'active', value: 'True' }),
  ]),
  entra('set-manager', 'Set the manager', ({ userId, otherUserId, baseUrl }) => [
    'PATCH',
    `/Users/${userId}`,
    patch({
      op: 'Add',
      path: 'manager',
      value: [{ $ref: `${baseUrl}/Users/${otherUserId}`, value: otherUserId }],
    }),
  ]),
  entra('check-manager', 'Ask whether the manager is set', ({ userId, otherUserId }) => [
    'GET',
    `/Users?filter=id+eq+%22${userId}%22+and+manager+eq+%22${otherUserId}%22&attributes=id`,
  ]),
  entra('delete-user', 'Delete a user', ({ userId }) => ['DELETE', `/Users/${userId}`]),
  entra('look-up-group', 'Look up a group by displayName', ({ groupName }) => [
    'GET',
    `/Groups?excludedAttributes=members&${entraFilter('displayName', groupName)}`,
  ]),
  entra('create-group', 'Create a group', ({ newGuid }) => [
    'POST',
    '/Groups',
    {
      schemas: [GROUP, ENTRA_GROUP],
      externalId: newGuid(),
      displayName: 'Sales EMEA',
      meta: { resourceType: 'Group' },
    },
  ]),
  entra('add-members', 'Add members to a group', ({ groupId, memberIds }) => [
    'PATCH',
    `/Groups/${groupId}`,
    patch({ op: 'Add', path: 'members', value: toMembers(memberIds) }),
  ]),
  entra('remove-members', 'Remove members from a group', ({ groupId, memberIds }) => [
    'PATCH',
    `/Groups/${groupId}`,
    patch({ op: 'Remove', path: 'members', value: toMembers(memberIds) }),
  ]),
  entra('delete-group', 'Delete a group', ({ groupId }) => ['DELETE', `/Groups/${groupId}`]),
];

const OKTA_TEMPLATES: readonly Template[] = [
  okta('look-up-user', 'Look up a user by userName', ({ userName }) => [
    'GET',
    `/Users?filter=userName%20eq%20%22${encodeURIComponent(userName)}%22&startIndex=1&count=100`,
  ]),
  okta('import-users', 'Import a page of users', () => ['GET', '/Users?startIndex=1&count=100']),
  okta('create-user', 'Create a user', ({ newGuid }) => {
    const userName = `sam.lee.${newGuid().slice(0, 4)}@okta.test`;
    return [
      'POST',
      '/Users',
      {
        schemas: [USER],
        userName,
        name: { givenName: 'Sam', familyName: 'Lee' },
        emails: [{ primary: true, value: userName, type: 'work' }],
        displayName: 'Sam Lee',
        locale: 'en-US',
        externalId: '00uabc1234567890',
        groups: [],
        active: true,
      },
    ];
  }),
  okta('deactivate', 'Deactivate a user', ({ userId }) => [
    'PATCH',
    `/Users/${userId}`,
    patch({ op: 'replace', value: { active: false } }),
  ]),
  okta('rename-group', 'Rename a group', ({ groupId }) => [
    'PATCH',
    `/Groups/${groupId}`,
    patch({ op: 'replace', value: { id: groupId, displayName: 'Sales Europe' } }),
  ]),
  okta('replace-members', 'Replace all members of a group', ({ groupId, memberIds }) => [
    'PATCH',
    `/Groups/${groupId}`,
    patch({
      op: 'replace',
      path: 'members',
      value: memberIds.map((value) => ({ value, display: value })),
    }),
  ]),
];

const RFC_TEMPLATES: readonly Template[] = [
  rfc('replace-user', 'Replace a user', ({ userId, userName }) => [
    'PUT',
    `/Users/${userId}`,
    { schemas: [USER], userName, displayName: 'Replaced as a whole', active: true },
  ]),
  rfc('search', 'Search with POST', () => [
    'POST',
    '/Users/.search',
    {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
      filter: 'active eq true',
      attributes: ['userName', 'displayName'],
      startIndex: 1,
      count: 10,
    },
  ]),
  rfc('bulk', 'Create a user and a group with Bulk', ({ newGuid }) => [
    'POST',
    '/Bulk',
    {
      schemas: [BULK],
      failOnErrors: 1,
      Operations: [
        {
          method: 'POST',
          path: '/Users',
          bulkId: 'ada',
          data: { schemas: [USER], userName: `bulk.${newGuid().slice(0, 4)}@contoso.test` },
        },
        {
          method: 'POST',
          path: '/Groups',
          bulkId: 'crew',
          data: {
            schemas: [GROUP],
            displayName: 'Bulk crew',
            members: [{ type: 'User', value: 'bulkId:ada' }],
          },
        },
      ],
    },
  ]),
  rfc('schemas', 'Read the schemas', () => ['GET', '/Schemas']),
  rfc('config', 'Read the service provider configuration', () => ['GET', '/ServiceProviderConfig']),
];

export const TEMPLATES: readonly Template[] = [
  ...ENTRA_TEMPLATES,
  ...OKTA_TEMPLATES,
  ...RFC_TEMPLATES,
];

function newUser(name: string): JsonValue {
  return {
    schemas: [USER, ENTERPRISE],
    externalId: name,
    userName: `${name}@contoso.test`,
    active: true,
    displayName: 'Ada Byron',
    emails: [{ primary: true, type: 'work', value: `${name}@contoso.test` }],
    meta: { resourceType: 'User' },
    name: { formatted: 'Ada Byron', familyName: 'Byron', givenName: 'Ada' },
    roles: [],
    title: 'Analyst',
    preferredLanguage: 'en-GB',
    [ENTERPRISE]: { employeeNumber: 'E-1001', department: 'Research' },
  };
}
