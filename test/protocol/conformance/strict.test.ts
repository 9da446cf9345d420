// Our own server under the checks that `npm run check:scim` makes of any other.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NOT_PASSED_UNDER_RFC_STRICT } from './explained-differences.ts';
import { describeFailures, runConformance, statusesOf } from './run-conformance.ts';

describe('Conformance of a tenant', () => {
  test('every MUST and SHOULD that can be decided holds under RFC strict', async (t) => {
    const report = await runConformance('rfc-strict', 'rfc', t);

    const statuses = [...statusesOf(report)];
    const idsOf = (wanted: string) =>
      statuses.filter(([, status]) => status === wanted).map(([id]) => id);
    const binding = describeFailures(report).filter((line) => / (MUST|SHOULD|MAY):/.test(line));
    assert.deepEqual(binding, []);
    assert.deepEqual(idsOf('failed'), NOT_PASSED_UNDER_RFC_STRICT.failed);
    assert.deepEqual(idsOf('skipped'), NOT_PASSED_UNDER_RFC_STRICT.skipped);
    assert.equal(report.conforms, true);
    assert.deepEqual(report.leftBehind, []);
  });

  test('everything that Entra needs, gallery tests included, holds under Entra-tolerant', async (t) => {
    const report = await runConformance('entra-tolerant', 'entra', t);

    const others = describeFailures(report).filter((line) => !line.startsWith('D15 MAY'));
    assert.deepEqual(others, []);
    assert.equal(report.conforms, true);
  });
});
