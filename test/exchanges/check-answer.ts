// Whether an answer is what the provisioning service can read: media type, envelope, members and their types, no nulls.
import assert from 'node:assert/strict';
import { isJsonArray, isJsonObject, type JsonValue } from '../../shared/scim/json.ts';
import { type PlainAnswer, readJsonBody } from '../support/send-request.ts';
import type { ExchangeFile } from './exchange-file.ts';

const LIST_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

export function checkAnswer(answer: PlainAnswer, { expected }: ExchangeFile): void {
  const accepted = [expected.status, ...expected.alsoAccepted.map(readStatus).filter(isSuccess)];
  assert.ok(accepted.includes(answer.status), `${answer.status} is not ${accepted.join(' or ')}`);
  if (answer.status === 204) return assert.equal(answer.text, '');
  if (expected.shape.startsWith('{access_token')) return checkAccessToken(answer);
  assert.match(answer.headers['content-type'] ?? '', /^application\/scim\+json\b/);
  const body = readJsonBody(answer);
  checkNoNull(body, '');
  if (expected.body !== null) checkShape(body, expected.body, '');
  if (answer.status >= 400) return checkError(body, answer.status, expected.scimType);
  if (isJsonObject(body) && isList(body)) return checkList(body, expected.totalResults);
  checkResource(body, answer);
}

/** @see RFC 6749 §5.1 */
function checkAccessToken(answer: PlainAnswer): void {
  const recorded = { access_token: '', token_type: 'Bearer', expires_in: 3600 };
  const body = readJsonBody(answer);
  assert.match(answer.headers['content-type'] ?? '', /^application\/json\b/);
  assert.equal(answer.headers['cache-control'], 'no-store');
  checkShape(body, recorded, '');
  assert.ok(isJsonObject(body));
  const { token_type, expires_in } = body;
  assert.deepEqual({ ...recorded, token_type, expires_in }, recorded);
}

function readStatus(text: string): number {
  return Number.parseInt(text, 10);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function checkError(body: JsonValue | undefined, status: number, scimType: string | undefined) {
  assert.ok(isJsonObject(body));
  assert.deepEqual(
    [body['schemas'], body['status'], body['scimType']],
    [[ERROR], String(status), scimType],
  );
  assert.ok(typeof body['detail'] === 'string' && body['detail'] !== '', 'an error has a detail');
}

function checkList(body: { readonly [name: string]: JsonValue }, total: number | undefined): void {
  const resources = body['Resources'];
  assert.ok(isJsonArray(resources), 'Resources is an array');
  assert.equal(body['itemsPerPage'], resources.length);
  assert.ok(Number.isInteger(body['startIndex']));
  assert.ok(Number.isInteger(body['totalResults']));
  if (total !== undefined) assert.equal(body['totalResults'], total);
}

function checkResource(body: JsonValue | undefined, answer: PlainAnswer): void {
  assert.ok(isJsonObject(body));
  const { id, meta, schemas } = body;
  assert.ok(typeof id === 'string' && id !== '', 'a resource has an id');
  assert.ok(isJsonArray(schemas) && schemas.length > 0, 'a resource names its schemas');
  const location = isJsonObject(meta) ? meta['location'] : undefined;
  assert.ok(typeof location === 'string' && location.endsWith(`s/${id}`), 'meta has a location');
  assert.ok(typeof body['userName'] === 'string' || typeof body['displayName'] === 'string');
  assert.equal(body['password'], undefined);
  if (answer.status === 201) assert.equal(answer.headers.location, location);
}

function isList(body: JsonValue): boolean {
  const schemas = isJsonObject(body) ? body['schemas'] : undefined;
  return isJsonArray(schemas) && schemas.includes(LIST_RESPONSE);
}

/** Each member of the recorded answer is there, with a value of the same type; the first element speaks for a list. */
function checkShape(actual: JsonValue | undefined, recorded: JsonValue, path: string): void {
  assert.equal(typeOf(actual), typeOf(recorded), `type of ${path || 'the body'}`);
  if (isJsonArray(recorded) && isJsonArray(actual)) {
    if (recorded[0] !== undefined) checkShape(actual[0], recorded[0], `${path}[0]`);
    return;
  }
  if (!isJsonObject(recorded) || !isJsonObject(actual)) return;
  for (const [key, value] of Object.entries(recorded)) {
    checkShape(actual[key], value, `${path}.${key}`);
  }
}

function checkNoNull(value: JsonValue | undefined, path: string): void {
  assert.notEqual(value, null, `${path} is null`);
  if (isJsonArray(value))
    value.forEach((element, index) => checkNoNull(element, `${path}[${index}]`));
  if (!isJsonObject(value)) return;
  for (const [key, member] of Object.entries(value)) checkNoNull(member, `${path}.${key}`);
}

function typeOf(value: JsonValue | undefined): string {
  return isJsonArray(value) ? 'array' : typeof value;
}
