// What commits cost: from the end of the work to the return of the outermost transaction.
import type { Database } from 'better-sqlite3';

export function measureCommits(db: Database, monotonicMs: () => number) {
  let spentMs = 0;

  /** `run` hands the result of its work to `noteEnd` and gives it back. */
  function measure(run: (noteEnd: (result: unknown) => unknown) => unknown): unknown {
    if (db.inTransaction) return run((result) => result);
    let endedMs = monotonicMs();
    const result = run((worked) => {
      endedMs = monotonicMs();
      return worked;
    });
    spentMs += monotonicMs() - endedMs;
    return result;
  }

  function take(): number {
    const taken = spentMs;
    spentMs = 0;
    return taken;
  }

  return { measure, take };
}
