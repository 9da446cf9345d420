// How virtual time passes: an instant of the wall, the virtual one that belongs to it, and the pace from there.
import type { Database } from 'better-sqlite3';
import type { SimulatorClock } from '../../../shared/simulator/job-run.ts';

export interface ClockRecord {
  readonly mode: SimulatorClock['mode'];
  readonly factor: number;
  readonly virtualAt: string;
  readonly wallAt: string;
}

export function createClockRecord(db: Database) {
  const read = db.prepare<[], ClockRecord>(
    'select mode, factor, virtual_at as virtualAt, wall_at as wallAt from simulator_clock where key = 1',
  );
  const write = db.prepare<[ClockRecord]>(`
    insert into simulator_clock (key, mode, factor, virtual_at, wall_at)
    values (1, :mode, :factor, :virtualAt, :wallAt)
    on conflict (key) do update set
      mode = excluded.mode, factor = excluded.factor, virtual_at = excluded.virtual_at, wall_at = excluded.wall_at`);
  return {
    /** Undefined: as on the wall. */
    read: (): ClockRecord | undefined => read.get(),
    write: (record: ClockRecord): void => void write.run(record),
  };
}
