// A scenario from its first step to its last.
import type { ScenarioReport } from '../../shared/scenario/report.ts';
import type { Scenario } from '../../shared/scenario/scenario.ts';
import { openSession, type SessionOptions } from './session.ts';

/** Rejects with a sentence when it cannot begin. */
export async function runScenario(
  scenario: Scenario,
  options: SessionOptions,
): Promise<ScenarioReport> {
  const session = await openSession(scenario, options);
  while (await session.step());
  return session.finish();
}
