// Requests of a made-up provisioning job over some thousand users: what most of them are, and a few that fail. The same id
// makes the same request every time.
import { UNTOUCHED } from '../../main/http/scim/describe-exchange.ts';
import type { RequestDetails } from '../../shared/admin/request-log.ts';

const USERS = 20_000;
const GROUPS = 500;

export interface Making {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly tenant: string;
}

/** Pseudo-random, but the same for the same id. */
function roll(id: number, salt: number, sides: number): number {
  let mixed = Math.imul(id ^ (salt * 0x9e37_79b9), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % sides;
}

const FIRST = [
  'Adele',
  'Alex',
  'Diego',
  'Grady',
  'Isaiah',
  'Johanna',
  'Lee',
  'Megan',
  'Nestor',
  'Patti',
];
const LAST = ['Vance', 'Wilber', 'Siciliani', 'Archie', 'Langer', 'Lorenz', 'Gu', 'Bowen', 'Wilke'];
const DEPARTMENTS = ['Sales', 'Marketing', 'Engineering', 'Finance', 'Legal', 'Operations'];

export function makeRequest(id: number, { at, tenant }: Making): RequestDetails {
  const shape = pickShape(id);
  const person = roll(id, 1, shape.resourceType === 'Group' ? GROUPS : USERS);
  return {
    ...PLAIN,
    ...describeTarget(shape, person),
    ...describeOutcome(shape, id),
    id,
    tenant,
    at: new Date(at).toISOString(),
    source: roll(id, 4, 50) === 0 ? 'okta' : 'entra',
  };
}

const PLAIN = {
  ...UNTOUCHED,
  sourceReason: 'The adscimversion header',
  tokenName: 'Secret Token',
  remoteAddress: '127.0.0.1',
  remotePort: 50_000,
  connection: 1,
  httpVersion: '1.1',
  userAgent: 'Microsoft.Graph.Provisioning/1.0',
  clientRequestId: null,
  isFirst: false,
  requestHeaders: [
    ['Host', 'scim.contoso.test'],
    ['Accept', 'application/scim+json'],
    ['adscimversion', 'AzureV2'],
    ['Authorization', 'Bearer ••••en-t'],
    ['Content-Type', 'application/scim+json; charset=utf-8'],
  ],
  responseHeaders: [['Content-Type', 'application/scim+json; charset=utf-8']],
  effects: [],
  timeline: { phases: [{ name: 'apply', durationMs: 0.6 }], gapMs: null },
} satisfies Partial<RequestDetails>;

function describeTarget(shape: Shape, person: number) {
  const { method, operation, action, resourceType, isList, status } = shape;
  const isGroup = resourceType === 'Group';
  const name = isGroup ? `${pick(DEPARTMENTS, person)} ${person}` : userName(person);
  const resourceId = `${hex(person, 8)}-${hex(person * 7, 4)}-4000-8000-${hex(person * 31, 12)}`;
  const body = shape.body(name, person);
  const answer = status >= 400 ? errorBody(status) : `{"id":"${resourceId}","userName":"${name}"}`;
  return {
    method,
    operation,
    resourceType,
    resourceId,
    resourceName: name,
    path: isList ? '/scim/v2/Users' : `/scim/v2/${isGroup ? 'Groups' : 'Users'}/${resourceId}`,
    query: isList ? `filter=userName+eq+%22${encodeURIComponent(name)}%22` : '',
    sentence: `${action} ${name}`,
    requestBytes: body.length,
    responseBytes: answer.length,
    requestBody: { text: body, bytes: body.length, truncated: false },
    responseBody: { text: answer, bytes: answer.length, truncated: false },
  };
}

function describeOutcome({ method, status }: Shape, id: number) {
  const isPatch = method === 'PATCH';
  const found: RequestDetails['findingList'] = [
    { ruleId: 'op-capitalised', severity: 'warning', where: 'request', message: 'Replace' },
  ];
  return {
    status,
    scimType: status === 409 ? 'uniqueness' : null,
    durationMs: 1 + roll(id, 2, 100) / 10 + (roll(id, 3, 1000) === 0 ? 600 : 0),
    findings: { error: 0, warning: Number(isPatch), notice: 0 },
    findingList: isPatch ? found : [],
    retryOf: status >= 400 && roll(id, 5, 10) === 0 ? id - 1 : null,
  };
}

interface Shape {
  readonly method: string;
  readonly status: number;
  readonly operation: RequestDetails['operation'];
  readonly action: string;
  readonly resourceType: 'User' | 'Group';
  readonly isList: boolean;
  readonly body: (name: string, person: number) => string;
}

const NO_BODY = () => '';
const LOOK_UP: Shape = {
  method: 'GET',
  status: 200,
  operation: 'look-up',
  action: 'Look up user',
  resourceType: 'User',
  isList: true,
  body: NO_BODY,
};
const READ: Shape = { ...LOOK_UP, operation: 'read', action: 'Read user', isList: false };
const UPDATE: Shape = {
  ...READ,
  method: 'PATCH',
  operation: 'update',
  action: 'Update user',
  body: patchBody,
};

/** Of a hundred requests; what is rare is at the end. */
const SHAPES: readonly (readonly [share: number, shape: Shape])[] = [
  [40, LOOK_UP],
  [20, READ],
  [25, UPDATE],
  [8, { ...UPDATE, operation: 'add-members', action: 'Add a member to', resourceType: 'Group' }],
  [4, { ...UPDATE, method: 'POST', status: 201, operation: 'create', action: 'Create user' }],
  [1, { ...UPDATE, operation: 'deactivate', action: 'Deactivate' }],
  [1, { ...UPDATE, status: 409, operation: 'create', action: 'Create user refused:' }],
];

function pickShape(id: number): Shape {
  if (roll(id, 6, 20_000) === 0) return { ...UPDATE, status: 500 };
  let rest = roll(id, 7, 100);
  for (const [share, shape] of SHAPES) {
    if (rest < share) return shape;
    rest -= share;
  }
  return { ...READ, method: 'DELETE', status: 204, operation: 'delete', action: 'Delete user' };
}

function patchBody(name: string, person: number): string {
  return JSON.stringify({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [
      { op: 'Replace', path: 'displayName', value: name },
      { op: 'Replace', path: 'title', value: `Desk ${person}` },
      {
        op: 'Add',
        path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
        value: pick(DEPARTMENTS, person),
      },
    ],
  });
}

function errorBody(status: number): string {
  return `{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"${status}"}`;
}

function userName(person: number): string {
  return `${pick(FIRST, person)}.${pick(LAST, person)}${person}@contoso.test`.toLowerCase();
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

function hex(number: number, length: number): string {
  return number.toString(16).padStart(length, '0').slice(-length);
}
