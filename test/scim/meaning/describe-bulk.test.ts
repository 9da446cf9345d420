// What the log says of Bulk, of polls, and of requests that are done later.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { deriveMeaning } from '../../../main/scim/meaning/derive-meaning.ts';
import type { ExchangeFacts } from '../../../main/scim/meaning/exchange.ts';
import { buildExchange } from './build-exchange.ts';

type Case = readonly [
  name: string,
  facts: Partial<ExchangeFacts>,
  operation: string,
  sentence: string,
];

const two = { Operations: [{ method: 'DELETE' }, { method: 'DELETE' }] };

const cases: readonly Case[] = [
  [
    'Bulk that went well',
    {
      method: 'POST',
      path: '/Bulk',
      status: 200,
      requestBody: two,
      responseBody: { Operations: [{ status: '204' }, { status: '204' }] },
    },
    'bulk',
    'Bulk (2 operations)',
  ],
  [
    'Bulk that ended early',
    {
      method: 'POST',
      path: '/Bulk',
      status: 200,
      requestBody: two,
      responseBody: { Operations: [{ status: '404' }] },
    },
    'bulk',
    'Bulk (2 operations): 1 failed, 1 left undone',
  ],
  [
    'Bulk with more operations than are taken',
    {
      method: 'POST',
      path: '/Bulk',
      status: 413,
      requestBody: two,
      errorDetail: 'Operations has 2 elements, 1 is the limit',
    },
    'bulk',
    'Bulk (2 operations) refused: Operations has 2 elements, 1 is the limit',
  ],
  [
    'Bulk for later',
    { method: 'POST', path: '/Bulk', status: 202, requestBody: { Operations: [{}] } },
    'bulk',
    'Bulk (1 operation): accepted for later',
  ],
  [
    'a poll',
    {
      method: 'POST',
      path: '/.events',
      status: 200,
      requestBody: {},
      responseBody: { sets: { a: 'x' } },
    },
    'poll-events',
    'Poll events: 1 told',
  ],
  [
    'the outcome of a request',
    { method: 'GET', path: '/.async/x', status: 200, responseBody: {} },
    'read-outcome',
    'Ask for the outcome of an accepted request',
  ],
  [
    'the outcome of nothing',
    { method: 'GET', path: '/.async/x', status: 404 },
    'read-outcome',
    'Ask for the outcome of an accepted request: not found',
  ],
  [
    'a read of what has not changed',
    { method: 'GET', path: '/Users/1', status: 304 },
    'read',
    'Read user 1: not changed since',
  ],
];

describe('requests beside those for one resource', () => {
  for (const [name, facts, operation, sentence] of cases) {
    test(`${name}: ${sentence}`, () => {
      const meaning = deriveMeaning(buildExchange(facts));

      assert.deepEqual([meaning.operation, meaning.sentence], [operation, sentence]);
    });
  }
});
