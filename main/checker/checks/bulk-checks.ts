// Section B of the checklist: many operations in one request. @see RFC 7644 §3.7
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import type { Check } from '../check.ts';
import type { Answer } from '../exchange.ts';
import {
  describe,
  expectEqual,
  expectError,
  expectStatus,
  expectThat,
  fail,
  idOf,
  listOf,
  numberOf,
  pick,
  skip,
  textOf,
  textsOf,
} from '../expectations.ts';
import { pathBelow, type Session } from '../session.ts';
import { BULK_REQUEST_URN, BULK_RESPONSE_URN, ERROR_URN } from '../urns.ts';

const needs = ['bulk'] as const;

export const bulkChecks: readonly Check[] = [
  {
    id: 'B1',
    title: 'A BulkRequest is answered 200 with a BulkResponse',
    grade: 'MAY',
    source: 'RFC 7644 §3.7',
    needs,
    run: async (session) => {
      const answer = await bulk(session, [create(session, 'a')]);
      const schemas = listOf(expectStatus(answer, 200).body, 'schemas');
      expectThat(schemas.includes(BULK_RESPONSE_URN), `schemas with ${BULK_RESPONSE_URN}`, schemas);
    },
  },
  {
    id: 'B2',
    title: 'Each operation tells method, location, bulkId and status as text',
    grade: 'MUST',
    source: 'RFC 7644 §3.7.3',
    needs,
    run: async (session) => {
      const [item = null] = items(await bulk(session, [create(session, 'a')]));
      expectEqual(
        [textOf(item, 'method'), textOf(item, 'bulkId')],
        ['POST', 'a'],
        'method, bulkId',
      );
      expectEqual(pick(item, 'status'), '201', 'status');
      await session.read(pathBelow(session.target, textOf(item, 'location')) ?? '/none');
    },
  },
  {
    id: 'B3',
    title: 'A bulkId stands for the id, also before its operation',
    grade: 'MUST',
    source: 'RFC 7644 §3.7.2',
    needs,
    run: async (session) => {
      const group = { ...createGroup(session, 'g', ['bulkId:u']) };
      const found = items(await bulk(session, [group, create(session, 'u')]));
      expectEqual(textsOf(found, 'status').join(), '201,201', 'statuses');
      const user = locationOf(session, found, 'u');
      const members = await membersOf(session, locationOf(session, found, 'g'));
      expectEqual(members, [user.split('/').at(-1)], 'members');
    },
  },
  {
    id: 'B4',
    title: 'Circular references are resolved or refused with 409',
    grade: 'MUST',
    source: 'RFC 7644 §3.7.1',
    needs,
    run: async (session) => {
      const operations = [
        createGroup(session, 'a', ['bulkId:b']),
        createGroup(session, 'b', ['bulkId:a']),
      ];
      const answer = await bulk(session, operations);
      if (answer.status === 409) return;
      const found = items(answer);
      const statuses = textsOf(found, 'status');
      if (statuses.includes('409')) return;
      expectEqual(statuses.join(), '201,201', 'statuses');
      const a = locationOf(session, found, 'a');
      const b = locationOf(session, found, 'b');
      expectEqual(await membersOf(session, a), [b.split('/').at(-1)], 'members of a');
    },
  },
  {
    id: 'B5',
    title: 'failOnErrors ends the work after so many errors',
    grade: 'MUST',
    source: 'RFC 7644 §3.7.3',
    needs,
    run: async (session) => {
      const bad = { method: 'DELETE', path: '/Users/no-such-id' };
      const operations = [bad, create(session, 'a'), create(session, 'b')];
      const body = { schemas: [BULK_REQUEST_URN], failOnErrors: 1, Operations: operations };
      const statuses = textsOf(items(await session.post('/Bulk', body)), 'status');
      expectEqual(statuses, ['404'], 'statuses');
    },
  },
  {
    id: 'B6',
    title: 'A failed operation carries its SCIM error',
    grade: 'MUST',
    source: 'RFC 7644 §3.7.3',
    needs,
    run: async (session) => {
      const bad = { method: 'DELETE', path: '/Users/no-such-id' };
      const [item = null] = items(await bulk(session, [bad]));
      expectEqual(pick(item, 'status'), '404', 'status');
      const schemas = listOf(item, 'response', 'schemas');
      expectThat(schemas.includes(ERROR_URN), `a response with ${ERROR_URN}`, item);
    },
  },
  {
    id: 'B7',
    title: 'More operations than maxOperations are refused with 413',
    grade: 'MUST',
    source: 'RFC 7644 §3.7.4',
    needs,
    run: async (session) => {
      const config = await session.read('/ServiceProviderConfig');
      const limit = numberOf(config, 'bulk', 'maxOperations');
      if (!(limit <= 5_000)) skip(`maxOperations is ${limit}`);
      const one = { method: 'DELETE', path: '/Users/x' };
      const operations = Array.from({ length: limit + 1 }, () => one);
      expectError(await bulk(session, operations), 413);
    },
  },
  {
    id: 'B8',
    title: 'POST without bulkId is an error of its operation',
    grade: 'MUST',
    source: 'RFC 7644 §3.7',
    needs,
    run: async (session) => {
      const operation = { method: 'POST', path: '/Users', data: session.userBody() };
      await expectItemError(session, operation, '400');
    },
  },
  {
    id: 'B9',
    title: 'One failure leaves the other operations standing',
    grade: 'MUST',
    source: 'RFC 7644 §3.7',
    needs,
    run: async (session) => {
      const bad = { method: 'DELETE', path: '/Users/no-such-id' };
      const found = items(await bulk(session, [create(session, 'a'), bad, create(session, 'b')]));
      expectEqual(textsOf(found, 'status').join(), '201,404,201', 'statuses');
    },
  },
  {
    id: 'B10',
    title: 'PUT, PATCH and DELETE name a resource, and a version holds as If-Match',
    grade: 'MUST',
    source: 'RFC 7644 §3.7',
    needs,
    run: async (session) => {
      const user = await session.newUser();
      const path = `/Users/${idOf(user)}`;
      const { userName = '' } = user;
      const put = { method: 'PUT', path, data: session.userBody({ userName, title: 'Dr.' }) };
      expectEqual(textsOf(items(await bulk(session, [put])), 'status'), ['200'], 'statuses');
      expectEqual((await session.read(path))['title'], 'Dr.', 'title');
      if (session.has('etag')) {
        await expectItemError(session, { ...put, version: 'W/"no-such-version"' }, '412');
      }
      const gone = textsOf(items(await bulk(session, [{ method: 'DELETE', path }])), 'status');
      expectEqual(gone, ['204'], 'statuses');
    },
  },
  {
    id: 'B11',
    title: 'What refers to a failed operation fails too',
    grade: 'MUST',
    source: 'RFC 7644 §3.7.2',
    needs,
    run: async (session) => {
      const { userName = '' } = await session.newUser();
      const data = session.userBody({ userName });
      const bad = { method: 'POST', path: '/Users', bulkId: 'u', data };
      const found = items(await bulk(session, [bad, createGroup(session, 'g', ['bulkId:u'])]));
      const [first = '', second = ''] = textsOf(found, 'status');
      expectEqual(first, '409', 'status of the user');
      expectThat(second.startsWith('4'), 'an error for the group', found);
    },
  },
  {
    id: 'B12',
    title: 'Bulk within Bulk and paths of no resource are errors of their operation',
    grade: 'MUST',
    source: 'RFC 7644 §3.7',
    needs,
    run: async (session) => {
      const nested = { schemas: [BULK_REQUEST_URN], Operations: [] };
      for (const path of ['/Bulk', '/Schemas', 'https://elsewhere.example/Users']) {
        const operation = { method: 'POST', path, bulkId: 'x', data: nested };
        await expectItemError(session, operation, '4');
      }
    },
  },
  {
    id: 'B13',
    title: 'Bulk that is not supported is 501',
    grade: 'MUST',
    source: 'RFC 7644 §3.7',
    run: async (session) => {
      if (session.has('bulk')) skip('Bulk is supported');
      expectStatus(await bulk(session, [create(session, 'a')]), 501, 403, 404);
    },
  },
];

function bulk({ post }: Session, operations: readonly JsonObject[]): Promise<Answer> {
  return post('/Bulk', { schemas: [BULK_REQUEST_URN], Operations: operations });
}

function create({ userBody }: Session, bulkId: string): JsonObject {
  return { method: 'POST', path: '/Users', bulkId, data: userBody() };
}

function createGroup(
  { groupBody }: Session,
  bulkId: string,
  members: readonly string[],
): JsonObject {
  const data = groupBody({ members: members.map((value) => ({ value })) });
  return { method: 'POST', path: '/Groups', bulkId, data };
}

function items(answer: Answer): readonly JsonValue[] {
  return listOf(expectStatus(answer, 200).body, 'Operations');
}

function locationOf({ target }: Session, found: readonly JsonValue[], bulkId: string): string {
  const item = found.find((one) => textOf(one, 'bulkId') === bulkId) ?? null;
  const path = pathBelow(target, textOf(item, 'location'));
  return path ?? fail(`a location for ${bulkId}`, JSON.stringify(item));
}

async function membersOf({ read }: Session, path: string): Promise<readonly string[]> {
  return textsOf(listOf(await read(`${path}?attributes=members`), 'members'), 'value');
}

/** The operation fails, in its item or as the whole request, with a status that begins so. */
async function expectItemError(session: Session, one: JsonObject, status: string): Promise<void> {
  const answer = await bulk(session, [one]);
  if (String(answer.status).startsWith(status)) return;
  const got = textOf(items(answer)[0], 'status');
  if (!got.startsWith(status)) fail(`an operation with status ${status}`, describe(answer));
}
