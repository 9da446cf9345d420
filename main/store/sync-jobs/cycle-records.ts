// Cycles of a job, the newest kept. One that was running when the server ended says so to whoever opens the store next.
import type { Database } from 'better-sqlite3';
import { CycleExecution } from '../../../shared/simulator/job.ts';
import { ProbedCycle, type FailedProbe } from '../../../shared/simulator/job-run.ts';
import { readJson } from '../stored-json.ts';

const KEPT = 500;

interface CycleRow {
  readonly jobKey: number;
  readonly activityId: string;
  readonly state: string;
  readonly hasExports: number;
  readonly execution: string;
}

export function createCycleRecords(db: Database) {
  const statements = prepareStatements(db);

  /** With the connection test that failed, where that ended it: the log has no entry that tells of it. */
  function write(
    jobKey: number,
    execution: CycleExecution,
    probe: FailedProbe | null = null,
  ): void {
    statements.upsert.run({
      jobKey,
      activityId: execution.activityIdentifier,
      state: execution.state,
      hasExports: Number(execution.countExported > 0),
      execution: JSON.stringify(probe === null ? execution : { ...execution, probe }),
    });
    statements.prune.run(jobKey, jobKey, KEPT);
  }

  /** Newest first. */
  function list(jobKey: number, limit: number): readonly CycleExecution[] {
    return statements.list.all(jobKey, limit).flatMap(toExecutions);
  }

  /** The last that ended, the last that succeeded, the last of these that wrote anything. */
  function findLast(jobKey: number) {
    const read = (statement: typeof statements.lastEnded) =>
      statement.all(jobKey).flatMap(toExecutions)[0] ?? null;
    return {
      ended: read(statements.lastEnded),
      succeeded: read(statements.lastSucceeded),
      exported: read(statements.lastExported),
    };
  }

  /** Those that the end of the server broke off. */
  function listRunning(jobKey: number): readonly CycleExecution[] {
    return statements.running.all(jobKey).flatMap(toExecutions);
  }

  /** Undefined: the job has no such cycle. Null: something else ended it. */
  function findProbe(jobKey: number, activityId: string): FailedProbe | null | undefined {
    const text = statements.find.get(jobKey, activityId);
    if (text === undefined) return undefined;
    const read = ProbedCycle.safeParse(readJson(text));
    return read.success ? read.data.probe : null;
  }

  return { write, list, findLast, listRunning, findProbe };
}

function toExecutions(text: string): CycleExecution[] {
  const read = CycleExecution.safeParse(readJson(text));
  return read.success ? [read.data] : [];
}

function prepareStatements(db: Database) {
  const last = (condition: string) =>
    db
      .prepare<[number], string>(
        `select execution from sync_cycles where job_key = ? and ${condition} order by key desc limit 1`,
      )
      .pluck();
  return {
    upsert: db.prepare<[CycleRow]>(`
      insert into sync_cycles (job_key, activity_id, state, has_exports, execution)
      values (:jobKey, :activityId, :state, :hasExports, :execution)
      on conflict (activity_id) do update set
        state = excluded.state, has_exports = excluded.has_exports, execution = excluded.execution`),
    prune: db.prepare<[number, number, number]>(`
      delete from sync_cycles where job_key = ? and key <= (
        select key from sync_cycles where job_key = ? order by key desc limit 1 offset ?)`),
    list: db
      .prepare<[number, number], string>(
        'select execution from sync_cycles where job_key = ? order by key desc limit ?',
      )
      .pluck(),
    find: db
      .prepare<[number, string], string>(
        'select execution from sync_cycles where job_key = ? and activity_id = ?',
      )
      .pluck(),
    lastEnded: last("state <> 'Running'"),
    lastSucceeded: last("state in ('Succeeded', 'EntryLevelErrors')"),
    lastExported: last("state in ('Succeeded', 'EntryLevelErrors') and has_exports = 1"),
    running: db
      .prepare<[number], string>(
        "select execution from sync_cycles where job_key = ? and state = 'Running' order by key",
      )
      .pluck(),
  };
}
