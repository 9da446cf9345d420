// A tenant of ours under a preset, asked by the conformance checker as any SCIM URL would be.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { CheckPreset, CheckReport } from '../../../shared/checker/report.ts';
import type { PresetId } from '../../../shared/scim/profile/presets.ts';
import { systemClock } from '../../../main/base/clock.ts';
import { newUuid } from '../../../main/base/ids.ts';
import { createTrust } from '../../../main/base/trust.ts';
import { allChecks } from '../../../main/checker/all-checks.ts';
import { runChecks } from '../../../main/checker/run-checks.ts';
import { startTenant } from '../../support/start-tenant.ts';

/** Status of each check by its id. */
export type Statuses = ReadonlyMap<string, CheckReport['results'][number]['outcome']['status']>;

export async function runConformance(
  preset: PresetId,
  checkPreset: CheckPreset,
  context: TestContext,
): Promise<CheckReport> {
  const tenant = await startTenant({}, context);
  await tenant.admin('setProfile', { params: { tenant: 'default' }, body: { preset } });
  const report = await runChecks(
    { target: tenant.scimUrl, token: tenant.token, preset: checkPreset, checks: allChecks },
    { clock: systemClock, newId: newUuid, trust: createTrust() },
  );
  assert.equal(report.problem, null);
  return report;
}

export function statusesOf({ results }: CheckReport): Statuses {
  return new Map(results.map(({ id, outcome }) => [id, outcome.status]));
}

/** One line for each failure, for messages. */
export function describeFailures({ results }: CheckReport): readonly string[] {
  return results.flatMap(({ id, grade, outcome }) =>
    outcome.status === 'failed'
      ? [`${id} ${grade}: expected ${outcome.expected}, got ${outcome.got}`]
      : [],
  );
}
