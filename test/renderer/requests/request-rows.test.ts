// What the rows of the Requests list tell of the tenant on screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasOnlyStrays, NO_ROWS } from '../../../renderer/features/requests/request-rows.ts';
import { buildSummary } from '../../support/build-request.ts';

test('requests that named no tenant leave a tenant waiting for its first', () => {
  const strays = { ...NO_ROWS, rows: [1, 2].map((id) => buildSummary(id, { tenant: null })) };
  const withOne = { ...strays, rows: [...strays.rows, buildSummary(3, { tenant: 'demo' })] };

  assert.deepEqual([strays, { ...strays, hasBefore: true }, withOne].map(hasOnlyStrays), [
    true,
    false,
    false,
  ]);
});
