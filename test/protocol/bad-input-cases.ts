// Requests that must not be served, and the SCIM error each is due. @see RFC 7644 §3.12, table 9
import { FLAG } from '../support/story-step.ts';

export interface BadInput {
  readonly title: string;
  readonly method: string;
  /** Below the tenant URL, as on the wire; `{ada}` is a user that exists. */
  readonly path: string;
  readonly body?: string | Uint8Array;
  readonly status: number;
  readonly scimType?: string;
}

const USERS = '/Users';
const ADA = '/Users/{ada}';
const PATCH_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group';

const SYNTAX = { status: 400, scimType: 'invalidSyntax' };
const VALUE = { status: 400, scimType: 'invalidValue' };
const PATH = { status: 400, scimType: 'invalidPath' };
const FILTER = { status: 400, scimType: 'invalidFilter' };
const MUTABILITY = { status: 400, scimType: 'mutability' };
const NO_TARGET = { status: 400, scimType: 'noTarget' };
const NOT_FOUND = { status: 404 };

type Expected = Pick<BadInput, 'status' | 'scimType'>;
type BodyRow = readonly [title: string, body: string | Uint8Array, expected: Expected];
type OperationRow = readonly [title: string, operation: unknown, expected: Expected];
type QueryRow = readonly [title: string, query: string, expected: Expected];
type PathRow = readonly [title: string, method: string, path: string, expected: Expected];

const creations: readonly BodyRow[] = [
  ['JSON that stops', '{"userName": "eve"', SYNTAX],
  ['JSON with a comment', '{"userName": "eve" /* who */}', SYNTAX],
  ['two documents', '{"userName": "eve"}{"userName": "eve"}', SYNTAX],
  ['nothing', '', SYNTAX],
  ['blanks', ' \n ', SYNTAX],
  ['an array', '[{"userName": "eve"}]', SYNTAX],
  ['a text', '"eve"', SYNTAX],
  ['null', 'null', SYNTAX],
  [
    'bytes that are not UTF-8',
    Uint8Array.of(0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d),
    SYNTAX,
  ],
  ['NUL bytes', '{"userName": "e\0ve"}', SYNTAX],
  ['100,000 open brackets', '['.repeat(100_000), SYNTAX],
  ['100,000 levels', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, SYNTAX],
  ['two megabytes', JSON.stringify({ userName: 'e'.repeat(2 << 20) }), { status: 413 }],
  ['no userName', '{"displayName": "Eve"}', VALUE],
  ['a blank userName', '{"userName": ""}', VALUE],
  ['a userName that is a number', '{"userName": 7}', VALUE],
  ['a userName that is an object', '{"userName": {"value": "eve"}}', VALUE],
  ['active that is no boolean', '{"userName": "eve", "active": "maybe"}', VALUE],
  ['a name that is a text', '{"userName": "eve", "name": "Eve"}', VALUE],
  ['e-mails that are numbers', '{"userName": "eve", "emails": [1, 2]}', VALUE],
  ['__proto__', '{"userName": "eve", "__proto__": {"active": false}}', SYNTAX],
  ['__proto__ further down', '{"userName": "eve", "name": {"__proto__": {"x": 1}}}', SYNTAX],
  ['the schema of a Group', JSON.stringify({ schemas: [GROUP_SCHEMA], userName: 'eve' }), VALUE],
];

const operations: readonly OperationRow[] = [
  ['an unknown operation', { op: 'move', path: 'title', value: 'x' }, SYNTAX],
  ['no operation', { path: 'title', value: 'x' }, SYNTAX],
  ['an operation that is a text', 'replace', SYNTAX],
  ['a bracket that is never closed', { op: 'add', path: 'emails[type eq', value: 'x' }, PATH],
  ['a path that is a number', { op: 'add', path: 7, value: 'x' }, PATH],
  ['an unknown attribute', { op: 'add', path: 'shoeSize', value: '43' }, PATH],
  ['an unknown sub-attribute', { op: 'add', path: 'name.nickname', value: 'x' }, PATH],
  ['__proto__ as a path', { op: 'add', path: '__proto__.polluted', value: true }, PATH],
  ['constructor as a path', { op: 'add', path: 'constructor.prototype', value: {} }, PATH],
  ['id', { op: 'replace', path: 'id', value: 'x' }, MUTABILITY],
  ['groups', { op: 'add', path: 'groups', value: [{ value: 'x' }] }, MUTABILITY],
  ['a removal of what is required', { op: 'remove', path: 'userName' }, MUTABILITY],
  ['a removal of nothing', { op: 'remove' }, NO_TARGET],
  ['an addition of nothing', { op: 'add', path: 'title' }, VALUE],
  ['a text where an object belongs', { op: 'add', value: 'x' }, VALUE],
  ['active that is no boolean', { op: 'replace', path: 'active', value: 'maybe' }, VALUE],
];

const queries: readonly QueryRow[] = [
  ['an unknown operator', filter('userName like "a"'), FILTER],
  ['a filter that stops', filter('userName eq'), FILTER],
  ['a word alone', filter('userName'), FILTER],
  ['a parenthesis never closed', filter('(userName eq "a"'), FILTER],
  ['an order of booleans', filter('active gt true'), FILTER],
  ['10,000 bytes of filter', filter(`userName eq "${'a'.repeat(10_000)}`), FILTER],
  ['3,000 parentheses', filter(`${'('.repeat(3000)}userName pr${')'.repeat(3000)}`), FILTER],
  ['SQL', filter(`userName eq "a"'; drop table resources; --`), FILTER],
  ['percent signs that encode nothing', 'filter=userName%20eq%20%ZZ', FILTER],
  ['a startIndex that is a word', 'startIndex=first', VALUE],
  ['a count that is a word', 'count=all', VALUE],
];

const paths: readonly PathRow[] = [
  ['an unknown endpoint', 'GET', '/Devices', NOT_FOUND],
  ['a path below a resource', 'GET', `${ADA}/emails`, NOT_FOUND],
  ['an unknown user', 'GET', '/Users/nobody', NOT_FOUND],
  ['a user that is a Group', 'GET', '/Groups/{ada}', NOT_FOUND],
  ['a climb out of the tenant', 'GET', '/Users/../../../../etc/passwd', NOT_FOUND],
  ['an encoded climb', 'GET', '/Users/..%2f..%2f..%2fetc%2fpasswd', NOT_FOUND],
  ['an encoded NUL', 'GET', '/Users/%00', NOT_FOUND],
  ['__proto__ as an id', 'DELETE', '/Users/__proto__', NOT_FOUND],
  ['constructor as an endpoint', 'GET', '/constructor', NOT_FOUND],
  ['percent signs that encode nothing', 'GET', '/Users/%ZZ', SYNTAX],
];

const envelopes: readonly BodyRow[] = [
  ['a PATCH without Operations', JSON.stringify({ schemas: [PATCH_SCHEMA] }), SYNTAX],
  ['a PATCH without any operation', patchOf(), SYNTAX],
  ['Operations that is an object', JSON.stringify({ Operations: { op: 'add' } }), SYNTAX],
  [
    'a PATCH without path of __proto__',
    '{"Operations": [{"op": "replace", "value": {"__proto__": {"active": false}}}]}',
    SYNTAX,
  ],
  [
    'a good operation before a bad one',
    patchOf(
      { op: 'replace', path: 'title', value: 'CTO' },
      { op: 'add', path: 'shoeSize', value: 1 },
    ),
    PATH,
  ],
];

export const BAD_INPUTS: readonly BadInput[] = [
  ...creations.map(([title, body, expected]) => ({
    title: `a user from ${title}`,
    method: 'POST',
    path: USERS,
    body,
    ...expected,
  })),
  ...operations.map(([title, operation, expected]) => ({
    title: `a PATCH with ${title}`,
    method: 'PATCH',
    path: `${ADA}?${FLAG}`,
    body: patchOf(operation),
    ...expected,
  })),
  ...envelopes.map(([title, body, expected]) => ({
    title,
    method: 'PATCH',
    path: ADA,
    body,
    ...expected,
  })),
  ...queries.map(([title, query, expected]) => ({
    title: `a list by ${title}`,
    method: 'GET',
    path: `${USERS}?${query}`,
    ...expected,
  })),
  ...paths.map(([title, method, path, expected]) => ({ title, method, path, ...expected })),
];

function filter(text: string): string {
  return `filter=${encodeURIComponent(text)}`;
}

function patchOf(...list: readonly unknown[]): string {
  return JSON.stringify({ schemas: [PATCH_SCHEMA], Operations: list });
}
