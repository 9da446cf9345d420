// The simulator's clock: as the wall's, faster, or only moved by hand. It never goes back but to the wall's, which is what
// the mode `real` means.
import type { SimulatorClock, SimulatorClockSetting } from '../../../shared/simulator/job-run.ts';
import type { Clock } from '../../base/clock.ts';
import type { ClockRecord } from '../../store/sync-jobs/clock-record.ts';
import type { SyncJobStore } from '../../store/sync-jobs/sync-jobs.ts';

export interface VirtualClock {
  readonly now: () => Date;
  readonly describe: () => SimulatorClock;
  readonly set: (setting: SimulatorClockSetting) => void;
  /** Forward only. In the mode `real` it becomes one of its own, as fast as the wall's. */
  readonly moveTo: (instant: Date) => void;
  /** How long the wall's clock takes until then; infinite where only a hand moves it. */
  readonly wallMsUntil: (instant: Date) => number;
}

const REAL: Pick<ClockRecord, 'mode' | 'factor'> = { mode: 'real', factor: 1 };

export function createVirtualClock(
  store: { readonly syncJobs: Pick<SyncJobStore, 'clock'> },
  wall: Pick<Clock, 'now'>,
): VirtualClock {
  const { clock } = store.syncJobs;

  function read(): ClockRecord {
    const at = wall.now().toISOString();
    return clock.read() ?? { ...REAL, virtualAt: at, wallAt: at };
  }

  function now(): Date {
    const record = read();
    const passedMs = wall.now().getTime() - Date.parse(record.wallAt);
    return new Date(Date.parse(record.virtualAt) + Math.max(0, passedMs) * paceOf(record));
  }

  function write(setting: Pick<ClockRecord, 'mode' | 'factor'>, virtual: Date): void {
    const wallAt = wall.now().toISOString();
    clock.write({ ...setting, virtualAt: virtual.toISOString(), wallAt });
  }

  return {
    now,
    describe() {
      const { mode, factor } = read();
      return { mode, factor, now: now().toISOString() };
    },
    set({ mode, factor, now: wanted }) {
      const isReal = mode === 'real';
      const virtual = wanted === undefined ? (isReal ? wall.now() : now()) : new Date(wanted);
      write({ mode, factor: isReal ? 1 : factor }, virtual);
    },
    moveTo(instant) {
      const { mode, factor } = read();
      if (instant.getTime() > now().getTime()) write({ mode, factor }, instant);
    },
    wallMsUntil(instant) {
      const pace = paceOf(read());
      const leftMs = instant.getTime() - now().getTime();
      return leftMs <= 0 ? 0 : pace === 0 ? Number.POSITIVE_INFINITY : leftMs / pace;
    },
  };
}

function paceOf({ mode, factor }: ClockRecord): number {
  return mode === 'step' ? 0 : mode === 'fast' ? factor : 1;
}
