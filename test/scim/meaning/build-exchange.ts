// Facts of an exchange, and the table that most tests of this folder are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Effect } from '../../../shared/admin/request-log.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { deriveMeaning } from '../../../main/scim/meaning/derive-meaning.ts';
import type { ExchangeFacts } from '../../../main/scim/meaning/exchange.ts';

export const ADA = '5f2f4d0d6c7a4e0f9a11';
export const BOB = '7b0c3f1e2d4b4a58b322';
export const SALES = '9d1e6f30aa7c4c7ab812';
export const GUID = 'cf4d78e8-5d1c-4c3b-9b0a-0d5f6ad1e001';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const NAMES = new Map([
  [ADA, 'ada@contoso.test'],
  [BOB, 'bob@contoso.test'],
  [SALES, 'Sales EMEA'],
]);

/** What is told apart, the facts, and what is said about them. */
export type Row = readonly [
  title: string,
  facts: Partial<ExchangeFacts>,
  operation: string,
  sentence: string,
];

export function runTable(rows: readonly Row[]): void {
  for (const [title, facts, operation, sentence] of rows) {
    test(`${title}: ${sentence}`, () => {
      const meaning = deriveMeaning(buildExchange(facts));
      assert.deepEqual([meaning.operation, meaning.sentence], [operation, sentence]);
    });
  }
}

export function buildExchange(facts: Partial<ExchangeFacts>): ExchangeFacts {
  return {
    method: 'GET',
    path: '/Users',
    query: [],
    requestBody: undefined,
    requestBytes: 0,
    status: 200,
    scimType: null,
    errorDetail: null,
    responseBody: undefined,
    effects: [],
    findName: (id) => NAMES.get(id) ?? null,
    ...facts,
  };
}

export function patchUser(operation: JsonValue): Partial<ExchangeFacts> {
  return patch(`/Users/${ADA}`, [operation]);
}

export function patchGroup(...operations: readonly JsonValue[]): Partial<ExchangeFacts> {
  return patch(`/Groups/${SALES}`, operations);
}

function patch(path: string, operations: readonly JsonValue[]): Partial<ExchangeFacts> {
  return { method: 'PATCH', path, requestBody: { Operations: operations } };
}

export function listResponse(total: number): JsonValue {
  return { totalResults: total, Resources: [] };
}

export function userEffect(
  paths: readonly string[],
  after: Record<string, JsonValue> = {},
): Effect {
  return {
    action: 'updated',
    resourceType: 'User',
    resourceId: ADA,
    resourceName: 'ada@contoso.test',
    before: {},
    after,
    changes: paths.map((path) => ({ path, kind: 'changed' })),
  };
}
