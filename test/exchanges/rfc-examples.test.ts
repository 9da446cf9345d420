// Every example of RFC 7643, 7644 and 9865 over HTTP, under the strictest profile and under the most forgiving one: what
// the RFCs print has to work in both, and the linter has nothing against it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isJsonArray, isJsonObject, type JsonValue } from '../../shared/scim/json.ts';
import { assertHas, assertLacks } from '../support/resource-claims.ts';
import { type PlainAnswer, readJsonBody, sendRequest } from '../support/send-request.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';
import { encodeQuery } from './encode-query.ts';
import { readRfcExamples, type Expected, type RfcExample } from './rfc-example.ts';
import { seedWorkspace } from './seed-workspace.ts';

const TOKEN = 'example-token';
const PRESETS = ['rfc-strict', 'entra-tolerant'] as const;
const MEDIA_TYPE = 'application/scim+json';

const runs = PRESETS.flatMap((preset) =>
  readRfcExamples().map((file, at) => ({ preset, number: `${preset}-${at}`, file })),
);
let tenant: TestTenant;

before(async () => {
  tenant = await startTenant();
  seedWorkspace(tenant.store, runs, TOKEN);
});

after(() => tenant.close());

for (const preset of PRESETS) {
  describe(`an example of the RFCs under ${preset}`, () => {
    for (const run of runs.filter((candidate) => candidate.preset === preset)) {
      test(`${run.file.name}: ${run.file.shows}`, () => replay(run));
    }
  });
}

test('about sixty examples are there', () => {
  assert.ok(readRfcExamples().length >= 60);
});

type Run = (typeof runs)[number];

async function replay(run: Run): Promise<void> {
  const { file } = run;

  const answer = await sendExample(run);

  checkAnswer(answer, file.expected, baseUrl(run));
  await checkRecord(run);
  for (const { get, status, has, lacks } of file.expectState) {
    const read = await ask(run, { method: 'GET', target: get });
    assert.equal(read.status, status);
    if (has !== undefined) assertHas(readJsonBody(read), has);
    for (const path of lacks) assertLacks(readJsonBody(read), path);
  }
}

interface Asked {
  readonly method: string;
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: JsonValue | undefined;
}

async function sendExample(run: Run): Promise<PlainAnswer> {
  const { method, path, query, headers, body } = run.file;
  const target = query === '' ? path : `${path}?${encodeQuery(query)}`;
  return ask(run, { method, target, headers: await fillVersion(run, headers), body });
}

/** The version that a client would have learnt from reading the resource. */
async function fillVersion(run: Run, headers: RfcExample['headers']) {
  const entries = Object.entries(headers);
  if (!entries.some(([, value]) => value === '<version>')) return headers;
  const { etag } = (await ask(run, { method: 'GET', target: run.file.path })).headers;
  assert.ok(etag !== undefined, 'the resource has a version');
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value === '<version>' ? etag : value]),
  );
}

function ask(run: Run, { method, target, headers, body }: Asked): Promise<PlainAnswer> {
  const base = baseUrl(run);
  return sendRequest({
    method,
    url: base + target,
    headers: {
      Authorization: `Bearer ${TOKEN}`,
      Accept: MEDIA_TYPE,
      ...(body !== undefined && { 'Content-Type': MEDIA_TYPE }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body).replaceAll('https://<base>', base) }),
  });
}

function checkAnswer(answer: PlainAnswer, expected: Expected, base: string): void {
  const statuses = [expected.status].flat();
  assert.ok(statuses.includes(answer.status), `${answer.status}: ${answer.text}`);
  const body = readJsonBody(answer);
  if (expected.has !== undefined) assertHas(body, withBase(expected.has, base));
  for (const path of expected.lacks) assertLacks(body, path);
  if (expected.scimType !== undefined) assert.equal(member(body, 'scimType'), expected.scimType);
  if (expected.resources)
    assert.deepEqual(listed(body, 'id').sort(), expected.resources.toSorted());
  if (expected.ordered) assert.deepEqual(listed(body, 'id'), expected.ordered);
  if (expected.named) assert.deepEqual(listed(body, 'name').sort(), expected.named.toSorted());
  if (expected.hasLocation) {
    assert.equal(answer.headers.location, member(member(body, 'meta'), 'location'));
  }
  if (expected.hasVersion) {
    assert.equal(answer.headers.etag, member(member(body, 'meta'), 'version'));
    assert.match(answer.headers.etag ?? '', /^W\/"/);
  }
  if (expected.hasNextCursor) assert.match(textMember(body, 'nextCursor'), /^[\w.~-]+$/);
}

/** What it meant, and that the linter has nothing against what the RFCs print but in the examples of mistakes. */
async function checkRecord({ number, file }: Run): Promise<void> {
  const { requests } = await tenant.admin('listRequests', { query: { tenant: number } });
  const isAfterRead = Object.values(file.headers).includes('<version>');
  const sent = requests[isAfterRead ? 1 : 0];
  const { findingList } = await tenant.admin('getRequest', { params: { id: sent?.id ?? 0 } });
  assert.equal(sent?.operation, file.meaning);
  const found = findingList.filter(({ severity }) => severity !== 'notice');
  assert.deepEqual([...new Set(found.map(({ ruleId }) => ruleId))], file.findings);
}

function withBase(value: JsonValue, base: string): JsonValue {
  const filled: JsonValue = JSON.parse(JSON.stringify(value).replaceAll('https://<base>', base));
  return filled;
}

function listed(body: JsonValue | undefined, name: string): string[] {
  const list = member(body, 'Resources');
  return isJsonArray(list) ? list.map((one) => textMember(one, name)) : [];
}

function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isJsonObject(value) ? value[name] : undefined;
}

function textMember(value: JsonValue | undefined, name: string): string {
  const text = member(value, name);
  return typeof text === 'string' ? text : '';
}

function baseUrl({ number }: Run): string {
  return `${tenant.scimOrigin}/t/${number}/scim/v2`;
}
