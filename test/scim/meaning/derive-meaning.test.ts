// Writes of whole resources, requests turned away, and outcomes. The recorded corpus is checked in ../../exchanges.
import { describe } from 'node:test';
import {
  ADA,
  ENTERPRISE,
  GUID,
  patchUser,
  type Row,
  runTable,
  SALES,
  userEffect,
} from './build-exchange.ts';

const writes: readonly Row[] = [
  [
    'create',
    { method: 'POST', path: '/Users', status: 201, requestBody: { userName: 'eve@x.test' } },
    'create',
    'Create user eve@x.test',
  ],
  [
    'create of a taken userName',
    {
      method: 'POST',
      path: '/Users',
      status: 409,
      scimType: 'uniqueness',
      requestBody: { userName: 'ada@contoso.test' },
    },
    'create',
    'Create user ada@contoso.test refused: userName is taken',
  ],
  [
    'create of a taken group name',
    {
      method: 'POST',
      path: '/Groups',
      status: 409,
      scimType: 'uniqueness',
      requestBody: { displayName: 'Sales EMEA' },
    },
    'create',
    'Create group Sales EMEA refused: displayName is taken',
  ],
  [
    'replace that deactivates (Okta)',
    {
      method: 'PUT',
      path: `/Users/${ADA}`,
      requestBody: { userName: 'ada@contoso.test', active: false },
      effects: [userEffect(['active', 'name.familyName'], { active: false })],
    },
    'deactivate',
    'Deactivate ada@contoso.test: also name.familyName',
  ],
  [
    'replace',
    {
      method: 'PUT',
      path: `/Users/${ADA}`,
      requestBody: { userName: 'ada@contoso.test' },
      effects: [userEffect(['title', `${ENTERPRISE}:department`])],
    },
    'replace',
    'Replace user ada@contoso.test: title, department',
  ],
  [
    'delete',
    { method: 'DELETE', path: `/Groups/${SALES}`, status: 204 },
    'delete',
    'Delete group Sales EMEA',
  ],
  [
    'delete of nobody',
    { method: 'DELETE', path: '/Users/nobody', status: 404 },
    'delete',
    'Delete user nobody: not found',
  ],
];

const rejections: readonly Row[] = [
  [
    'wrong token',
    { path: '/Users', query: [['filter', `userName eq "${GUID}"`]], status: 401 },
    'rejected-token',
    'Rejected: token is not valid',
  ],
  [
    'token past its time',
    { path: '/Users', status: 401, tokenProblem: 'expired' },
    'rejected-token',
    'Rejected: token has expired',
  ],
  [
    'no token',
    { path: '/Users', status: 401, tokenProblem: 'missing' },
    'rejected-token',
    'Rejected: no token was sent',
  ],
  [
    'path outside every tenant',
    { path: null, status: 404 },
    'rejected-path',
    'Rejected: no such path',
  ],
  [
    'unknown endpoint',
    { method: 'POST', path: '/Devices', status: 404, requestBody: {} },
    'rejected-path',
    'Rejected: no such path',
  ],
  [
    'path below a resource',
    { path: `/Users/${ADA}/photos`, status: 404 },
    'rejected-path',
    'Rejected: no such path',
  ],
  [
    'wrong method',
    { method: 'POST', path: '/Schemas', status: 405 },
    'rejected-method',
    'Rejected: POST is not allowed here',
  ],
  [
    'wrong media type',
    { method: 'POST', path: '/Users', status: 415 },
    'rejected-media-type',
    'Rejected: body is not declared as JSON',
  ],
  [
    'body that is not JSON',
    { method: 'POST', path: '/Users', status: 400, requestBytes: 7 },
    'rejected-body',
    'Rejected: body is not valid JSON',
  ],
  [
    'missing body',
    { method: 'PATCH', path: `/Users/${ADA}`, status: 400 },
    'rejected-body',
    'Rejected: body is missing',
  ],
  [
    'too large a body',
    { method: 'POST', path: '/Users', status: 413, requestBytes: 2_000_000 },
    'rejected-body',
    'Rejected: body is too large',
  ],
  [
    'endpoint that is not served',
    { method: 'POST', path: '/Bulk', status: 501, requestBody: {} },
    'unknown',
    'Bulk request refused: not implemented',
  ],
  [
    'method without a meaning',
    { method: 'OPTIONS', path: '/Users', status: 204 },
    'unknown',
    'OPTIONS request',
  ],
];

const outcomes: readonly Row[] = [
  [
    'nothing changed',
    {
      ...patchUser({ op: 'Replace', path: 'title', value: 'CTO' }),
      effects: [{ ...userEffect([]), action: 'unchanged' }],
    },
    'update',
    'Update ada@contoso.test: title (no change)',
  ],
  [
    'active among others, and it changed',
    {
      ...patchUser({ op: 'replace', value: { active: 'False', title: 'CTO' } }),
      effects: [userEffect(['active', 'title'], { active: false })],
    },
    'deactivate',
    'Deactivate ada@contoso.test: also title',
  ],
  [
    'active among others, and it did not',
    {
      ...patchUser({ op: 'replace', value: { active: true, title: 'CTO' } }),
      effects: [userEffect(['title'], { active: true })],
    },
    'update',
    'Update ada@contoso.test: active, title',
  ],
  [
    'peer that went away',
    { path: '/Users', status: 0 },
    'list',
    'List users: peer went away before the answer',
  ],
  [
    'failure on our side',
    { path: '/Users', status: 500 },
    'list',
    'List users failed: internal error',
  ],
];

describe('the meaning of a write', () => runTable(writes));
describe('a request turned away', () => runTable(rejections));
describe('the outcome in the sentence', () => runTable(outcomes));
