// Replays every recorded Entra and Okta exchange over HTTP, each against a tenant of its own on one server, and checks
// answer, stored state and what the request log says about it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isJsonObject, type JsonValue } from '../../shared/scim/json.ts';
import { tokenPath } from '../../shared/tenant-path.ts';
import { assertHas, assertLacks } from '../support/resource-claims.ts';
import { type PlainAnswer, readJsonBody, sendRequest } from '../support/send-request.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';
import { checkAnswer } from './check-answer.ts';
import { encodeQuery } from './encode-query.ts';
import { readExchanges, type RecordedExchange, type StateClaim } from './exchange-file.ts';
import { type FillCredentials, prepareCredentials } from './fill-credentials.ts';
import { seedWorkspace } from './seed-workspace.ts';

const TOKEN = 'exchange-token';
const EXCHANGE_COUNT = 103;

/** Files that cannot be replayed yet. */
const LEFT_OUT = new Map([['030', 'throttling: the tenant has no faults to inject yet']]);

const exchanges = readExchanges();
/** Exchanges with other credentials than a secret token. */
const AUTH_EXCHANGES = ['081', '082', '083'];
let tenant: TestTenant;
let fill: FillCredentials;

before(async () => {
  tenant = await startTenant();
  seedWorkspace(tenant.store, exchanges, TOKEN);
  fill = await prepareCredentials(tenant, { numbers: AUTH_EXCHANGES, token: TOKEN });
});

after(() => tenant.close());

test('every recorded exchange is replayed but those that say why not', (context) => {
  assert.equal(exchanges.length, EXCHANGE_COUNT);
  const withoutMeaning = exchanges.filter(({ file }) => file.meaning === undefined);
  assert.deepEqual(
    withoutMeaning.map(({ number }) => number),
    [...LEFT_OUT.keys()],
  );
  for (const [number, reason] of LEFT_OUT) context.diagnostic(`left out: ${number}, ${reason}`);
});

describe('a recorded exchange', () => {
  for (const exchange of exchanges) {
    if (!LEFT_OUT.has(exchange.number)) test(exchange.title, () => replay(exchange));
  }
});

async function replay(exchange: RecordedExchange): Promise<void> {
  const answer = await sendRecorded(exchange);

  checkAnswer(answer, exchange.file);
  await checkMeaning(exchange);
  await checkFindings(exchange);
  for (const claim of exchange.file.expectState) await checkState(exchange, claim, answer);
}

function sendRecorded({ number, file }: RecordedExchange): Promise<PlainAnswer> {
  const base = baseUrl(number);
  const isToTokenEndpoint = file.path === '<token endpoint>';
  const path = isToTokenEndpoint ? tokenPath(number) : new URL(base).pathname + file.path;
  return sendRequest({
    method: file.method,
    url: `${tenant.scimOrigin}${path}${file.query === '' ? '' : `?${encodeQuery(file.query)}`}`,
    headers: Object.fromEntries(
      Object.entries(file.headers).map(([key, value]) => [key, fill(value)]),
    ),
    ...(file.body !== null && { body: readBody(file.body, base) }),
  });
}

/** A text is a form, anything else JSON. */
function readBody(body: JsonValue, base: string): string {
  if (typeof body === 'string') return fill(body);
  return JSON.stringify(body).replaceAll('https://<base>', base);
}

async function checkMeaning({ number, file }: RecordedExchange): Promise<void> {
  const { requests } = await tenant.admin('listRequests', { query: { tenant: number } });
  const recorded = requests.map(({ operation, source }) => ({ operation, source }));
  assert.deepEqual(recorded, [file.meaning]);
}

async function checkFindings({ number, file }: RecordedExchange): Promise<void> {
  const { requests } = await tenant.admin('listRequests', { query: { tenant: number } });
  const { findingList } = await tenant.admin('getRequest', {
    params: { id: requests[0]?.id ?? 0 },
  });
  const ruleIds = [...new Set(findingList.map(({ ruleId }) => ruleId))];
  assert.deepEqual(ruleIds, file.findings);
}

async function checkState(
  { number }: RecordedExchange,
  claim: StateClaim,
  answer: PlainAnswer,
): Promise<void> {
  const read = await sendRequest({
    method: 'GET',
    url: `${baseUrl(number)}${claim.get.replace('{id}', readId(answer))}`,
    headers: { Authorization: `Bearer ${TOKEN}` },
  });
  const body = readJsonBody(read);
  assert.equal(read.status, claim.status);
  if (claim.has !== undefined) assertHas(body, claim.has);
  for (const path of claim.lacks) assertLacks(body, path);
}

function readId(answer: PlainAnswer): string {
  const body: JsonValue | undefined = readJsonBody(answer);
  const id = isJsonObject(body) ? body['id'] : undefined;
  return typeof id === 'string' ? id : '';
}

function baseUrl(number: string): string {
  return `${tenant.scimOrigin}/t/${number}/scim/v2`;
}
