// Where the time of a request goes. The steps of the middleware list follow each other, each ends where the next begins;
// what one spends on another phase in between (an operation reads the body and commits) is taken out of its own.
import type { PhaseName, Timeline } from '../../../shared/admin/request-log.ts';

export interface Stopwatch {
  /** The step that is on has ended; nothing more once the answer is being written. */
  readonly endStep: () => void;
  /** So much of the step that is on was another phase. */
  readonly spend: (phase: PhaseName, durationMs: number) => void;
  /** The rest went into the answer; where there is none, into the step that was on. */
  readonly stop: (isAnswered: boolean) => Timeline['phases'];
}

const STEPS: readonly PhaseName[] = ['receive', 'authenticate', 'route', 'apply'];

const ORDER: readonly PhaseName[] = [
  'receive',
  'authenticate',
  'route',
  'parse',
  'apply',
  'commit',
  'serialise',
];

export function startStopwatch(monotonicMs: () => number): Stopwatch {
  const spentMs = new Map<PhaseName, number>();
  let step = 0;
  let sinceMs = monotonicMs();
  let elsewhereMs = 0;

  function add(phase: PhaseName, durationMs: number): void {
    spentMs.set(phase, (spentMs.get(phase) ?? 0) + durationMs);
  }

  function end(phase: PhaseName | undefined): void {
    if (phase === undefined) return;
    const nowMs = monotonicMs();
    add(phase, Math.max(0, nowMs - sinceMs - elsewhereMs));
    sinceMs = nowMs;
    elsewhereMs = 0;
  }

  return {
    endStep() {
      end(STEPS[step]);
      step += 1;
    },
    spend(phase, durationMs) {
      add(phase, durationMs);
      elsewhereMs += durationMs;
    },
    stop(isAnswered) {
      end(isAnswered ? 'serialise' : (STEPS[step] ?? 'serialise'));
      return ORDER.flatMap((name) => {
        const durationMs = spentMs.get(name);
        return durationMs === undefined ? [] : [{ name, durationMs: round(durationMs) }];
      });
    },
  };
}

/** To the microsecond. */
function round(durationMs: number): number {
  return Math.round(durationMs * 1000) / 1000;
}
