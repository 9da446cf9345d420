// Virtual time of the recording against that of a run, whose clock stands still between the steps. A run moves in whole minutes
// and is never ahead of the recording, but for the moment that somebody asked for.
import { scenarioFailure } from '../scenario-failure.ts';
import type { ActionDraft } from './drafts.ts';

export interface StoryClock {
  /** From here on, `at` of the recording is where the run is. */
  readonly align: (at: string) => void;
  /** The jump that brings a run to this instant; undefined where there is nothing to pass. */
  readonly passTo: (instant: string, leastSeconds: number) => ActionDraft | undefined;
}

export function createStoryClock(begin: string): StoryClock {
  let origin = Date.parse(begin);
  let passed = 0;
  return {
    align(at) {
      origin = Date.parse(at) - passed * 1_000;
    },
    passTo(instant, leastSeconds) {
      const behind = (Date.parse(instant) - origin) / 1_000 - passed;
      if (Number.isNaN(behind)) throw scenarioFailure(`"${instant}" is no instant.`);
      const seconds = Math.max(Math.floor(behind / 60) * 60, leastSeconds);
      if (seconds <= 0) return undefined;
      passed += seconds;
      return { do: 'jump', ...toUnits(seconds) };
    },
  };
}

function toUnits(seconds: number): Record<string, number> {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3_600);
  const minutes = (seconds % 3_600) / 60;
  const units = Object.entries({ days, hours, minutes });
  return Object.fromEntries(units.filter(([, amount]) => amount > 0));
}
