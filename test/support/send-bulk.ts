// Bulk requests and what came of their operations. @see RFC 7644 §3.7
import assert from 'node:assert/strict';
import { isJsonArray, isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import type { ScimAnswer, TestTenant } from './start-tenant.ts';
import { textOf } from './text-of.ts';

export const BULK_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const BULK_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse';

/** What came of each operation, after checking that the answer is a BulkResponse. */
export async function sendBulk(
  tenant: TestTenant,
  operations: readonly JsonObject[],
  more: JsonObject = {},
): Promise<readonly JsonObject[]> {
  const body = { schemas: [BULK_REQUEST], ...more, Operations: operations };
  return readBulkResponse(await tenant.scim('POST', '/Bulk', { body }));
}

export function readBulkResponse({ status, body, text }: ScimAnswer): readonly JsonObject[] {
  assert.equal(status, 200, text);
  assert.ok(isJsonObject(body));
  assert.deepEqual(body['schemas'], [BULK_RESPONSE]);
  const { Operations } = body;
  assert.ok(isJsonArray(Operations));
  return Operations.filter((each) => isJsonObject(each));
}

/** The statuses alone. */
export function statusesOf(outcomes: readonly JsonObject[]) {
  return outcomes.map(({ status }) => status);
}

/** The detail of the SCIM error in the outcome of an operation. */
export function detailOf(outcome: JsonObject | undefined): string {
  const response = outcome?.['response'];
  assert.ok(isJsonObject(response), JSON.stringify(outcome));
  assert.deepEqual(response['schemas'], ['urn:ietf:params:scim:api:messages:2.0:Error']);
  assert.equal(response['status'], outcome?.['status']);
  return textOf(response['detail']);
}
