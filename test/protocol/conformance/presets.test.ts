// Every preset under the same checks: what comes out otherwise than under RFC strict has a switch that causes it.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { presets, type PresetId } from '../../../shared/scim/profile/presets.ts';
import { resolveProfile } from '../../../shared/scim/profile/profile-setting.ts';
import { switchList } from '../../../shared/scim/profile/switches.ts';
import { EXPLAINED, NOT_PASSED_UNDER_RFC_STRICT } from './explained-differences.ts';
import { runConformance, statusesOf, type Statuses } from './run-conformance.ts';

const OTHERS = Object.keys(presets)
  .filter(isPresetId)
  .filter((preset) => preset !== 'rfc-strict');

test(
  'Each difference from RFC strict has a switch that explains it',
  { concurrency: true },
  async (t) => {
    const seen = new Map<PresetId, ReadonlySet<string>>();

    async function comparePreset(preset: PresetId, context: TestContext): Promise<void> {
      const report = await runConformance(preset, 'rfc', context);
      const differing = findDifferences(statusesOf(report));
      seen.set(preset, new Set(differing));
      const explained = new Set(changedSwitches(preset).flatMap((name) => EXPLAINED[name] ?? []));
      const unexplained = differing.filter((id) => !explained.has(id));
      assert.deepEqual(unexplained, []);
    }

    await Promise.all(
      OTHERS.map((preset) => t.test(preset, (context) => comparePreset(preset, context))),
    );

    await t.test('no explanation is stale', () => {
      const stale = switchList.flatMap(({ name }) => {
        const users = OTHERS.filter((preset) => changedSwitches(preset).includes(name));
        const isSeen = (id: string) => users.some((preset) => seen.get(preset)?.has(id));
        return (EXPLAINED[name] ?? []).filter((id) => !isSeen(id)).map((id) => `${name}: ${id}`);
      });
      assert.deepEqual(stale, []);
    });
  },
);

/** The ids of checks that come out otherwise than under RFC strict. */
function findDifferences(statuses: Statuses): readonly string[] {
  const { skipped, failed } = NOT_PASSED_UNDER_RFC_STRICT;
  return [...statuses]
    .filter(([id, status]) => {
      const strict = skipped.includes(id) ? 'skipped' : failed.includes(id) ? 'failed' : 'passed';
      return status !== strict;
    })
    .map(([id]) => id);
}

function changedSwitches(preset: PresetId) {
  const [strict, other] = [resolveProfile('rfc-strict'), resolveProfile(preset)];
  return switchList.map(({ name }) => name).filter((name) => strict[name] !== other[name]);
}

function isPresetId(name: string): name is PresetId {
  return Object.hasOwn(presets, name);
}
