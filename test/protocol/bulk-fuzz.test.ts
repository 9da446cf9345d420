// Bulk requests that nobody would send: random bytes, random JSON, random operations. The server answers each in time,
// keeps standing, and what it stores is whole: each resource has its revision, its version and nothing else.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../shared/scim/json.ts';
import { GROUP, list, USER } from '../support/read-list.ts';
import { BULK_REQUEST } from '../support/send-bulk.ts';
import { startTenant, type ScimAnswer, type TestTenant } from '../support/start-tenant.ts';
import { textOf } from '../support/text-of.ts';

/** Time for one answer, far more than any of these should take. */
const LIMIT_MS = 5_000;

const RUNS = 120;

describe('Bulk under random input', () => {
  test('random text is refused as a SCIM error, never as a fault of ours', async (t) => {
    const tenant = await startTenant({}, t);
    const texts = fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: 'binary' }), fc.json());

    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        checkAnswer(await send(tenant, text));
      }),
      { numRuns: RUNS },
    );
    assert.deepEqual((await list(tenant, '/Users')).names, []);
  });

  test('random operations are answered one by one, and stored whole or not at all', async (t) => {
    const tenant = await startTenant({}, t);

    await fc.assert(
      fc.asyncProperty(fc.array(operations, { maxLength: 8 }), async (Operations) => {
        const answer = await send(tenant, JSON.stringify({ schemas: [BULK_REQUEST], Operations }));
        checkAnswer(answer);
        if (answer.status === 200) await checkOutcomes(tenant, Operations, answer);
      }),
      { numRuns: RUNS },
    );
  });

  test('a body that is nested too deeply, or too large, is refused in time', async (t) => {
    const tenant = await startTenant({}, t);
    const deep = `{"Operations":${'['.repeat(100_000)}`;
    const wide = `{"Operations":[${'{},'.repeat(300_000)}{}]}`;
    const large = JSON.stringify({ Operations: 'x'.repeat(2_000_000) });

    const statuses = [];
    for (const text of [deep, wide, large]) statuses.push((await send(tenant, text)).status);

    assert.deepEqual(statuses, [400, 413, 413]);
  });
});

const bulkIds = fc.constantFrom('a', 'b', 'c', '', '__proto__', 'constructor');
const references = bulkIds.map((id) => ({ value: `bulkId:${id}` }));
const userNames = fc.constantFrom('ada', 'bob', 'cleo', '', 'ADA');
const paths = fc.oneof(
  fc.constantFrom('/Users', '/Groups', '/Bulk', '/', '', '/Users/bulkId:a', '/Groups/bulkId:b'),
  fc.string({ maxLength: 12 }),
);
const users = fc.record(
  {
    schemas: fc.constant([USER]),
    userName: userNames,
    title: fc.jsonValue(),
    name: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const groups = fc.record(
  {
    schemas: fc.constant([GROUP]),
    displayName: userNames,
    members: fc.oneof(fc.array(references, { maxLength: 3 }), fc.jsonValue()),
  },
  { requiredKeys: [] },
);
const patches = fc.record({
  Operations: fc.array(
    fc.record(
      {
        op: fc.constantFrom('add', 'replace', 'remove', 'move'),
        path: fc.constantFrom('title', 'members', 'members[value eq "bulkId:a"]', 'name.', '['),
        value: fc.oneof(references, fc.jsonValue()),
      },
      { requiredKeys: ['op'] },
    ),
    { maxLength: 3 },
  ),
});
const operations = fc.oneof(
  fc.record(
    {
      method: fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'post'),
      path: paths,
      bulkId: bulkIds,
      version: fc.constantFrom('W/"1"', 'W/"9"', '*'),
      data: fc.oneof(users, groups, patches),
    },
    { requiredKeys: ['method', 'path'] },
  ),
  fc.jsonValue(),
);

async function send(tenant: TestTenant, body: string): Promise<ScimAnswer> {
  const startedAt = performance.now();
  const answer = await tenant.scim('POST', '/Bulk', { body });
  assert.ok(performance.now() - startedAt < LIMIT_MS, 'the answer took too long');
  return answer;
}

function checkAnswer({ status, body, text }: ScimAnswer): void {
  assert.ok(status === 200 || (status >= 400 && status < 500), `${status} ${text}`);
  assert.ok(isJsonObject(body));
  assert.ok(isJsonArray(body['schemas']));
}

/** As many outcomes as operations, each with a status; what is stored has exactly the versions that it went through. */
async function checkOutcomes(
  tenant: TestTenant,
  sent: readonly unknown[],
  { body }: ScimAnswer,
): Promise<void> {
  const outcomes = isJsonObject(body) ? body['Operations'] : undefined;
  assert.ok(isJsonArray(outcomes));
  assert.equal(outcomes.length, sent.length);
  for (const outcome of outcomes)
    assert.match(textOf(isJsonObject(outcome) ? outcome['status'] : outcome), /^[24]\d\d$/);
  for (const path of ['/Users', '/Groups'] as const) {
    for (const resource of (await list(tenant, path)).resources)
      await checkWhole(tenant, path, resource);
  }
}

async function checkWhole(tenant: TestTenant, path: string, resource: JsonObject): Promise<void> {
  const params = {
    tenant: 'default',
    resourceType: path === '/Users' ? ('User' as const) : ('Group' as const),
    id: textOf(resource['id']),
  };
  const { revisions } = await tenant.admin('getHistory', { params });
  assert.equal(versionOf(resource), `W/"${revisions[0]?.version ?? 0}"`);
  assert.equal(revisions.length, revisions[0]?.version);
  const members: JsonValue = resource['members'] ?? [];
  const ids = isJsonArray(members)
    ? members.map((each) => isJsonObject(each) && each['value'])
    : [];
  assert.ok(
    ids.every((id) => typeof id === 'string' && !/^bulkId:[abc]$/.test(id)),
    JSON.stringify(ids),
  );
}

function versionOf({ meta }: JsonObject): JsonValue | undefined {
  return isJsonObject(meta) ? meta['version'] : undefined;
}
