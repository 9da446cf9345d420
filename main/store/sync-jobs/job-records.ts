// Provisioning jobs: one for an application, made when it is first asked for, with the settings of a fresh one.
import type { Database } from 'better-sqlite3';
import {
  DEFAULT_JOB_SETTINGS,
  JobCredentials,
  JobSettings,
  JobStatus,
  JobTarget,
} from '../../../shared/simulator/job.ts';
import { SynchronizationSchema } from '../../../shared/simulator/mapping.ts';
import { readJson } from '../stored-json.ts';

export type Quarantine = NonNullable<JobStatus['quarantine']>;
export type Schedule = JobStatus['schedule']['state'];

export interface JobRecord {
  readonly key: number;
  readonly applicationId: string;
  readonly id: string;
  readonly target: JobTarget | null;
  readonly credentials: JobCredentials | null;
  readonly settings: JobSettings;
  /** Null: the default mappings. */
  readonly schema: SynchronizationSchema | null;
  readonly schedule: Schedule;
  readonly hasRun: boolean;
  readonly nextCycle: string | null;
  /** Null: the next cycle is an initial one. */
  readonly watermark: number | null;
  /** The scope of the last initial cycle; null: none has come to its end. */
  readonly initialScope: JobSettings['scope'] | null;
  /** The next cycle carries out what the accidental deletion guard held back. */
  readonly forceDeletes: boolean;
  readonly quarantine: Quarantine | null;
  readonly successiveFailures: number;
  readonly escrowsPruned: boolean;
  readonly steadyFirst: string | null;
  readonly steadyLast: string | null;
}

export type JobChange = Partial<Omit<JobRecord, 'key' | 'applicationId' | 'id'>>;

interface JobRow {
  readonly key: number;
  readonly applicationId: string;
  readonly id: string;
  readonly target: string | null;
  readonly credentials: string | null;
  readonly settings: string;
  readonly schema: string | null;
  readonly schedule: Schedule;
  readonly hasRun: number;
  readonly nextCycle: string | null;
  readonly watermark: number | null;
  readonly initialScope: string | null;
  readonly forceDeletes: number;
  readonly quarantine: string | null;
  readonly successiveFailures: number;
  readonly escrowsPruned: number;
  readonly steadyFirst: string | null;
  readonly steadyLast: string | null;
}

const COLUMNS = `
  key, application_id as applicationId, id, target, credentials, settings, schema, schedule, has_run as hasRun,
  next_cycle as nextCycle, watermark, initial_scope as initialScope, force_deletes as forceDeletes, quarantine,
  successive_failures as successiveFailures, escrows_pruned as escrowsPruned, steady_first as steadyFirst,
  steady_last as steadyLast`;

export function createJobRecords(db: Database) {
  const statements = prepareStatements(db);

  /** Made with `id` and `settings` when the application has none yet. */
  function open(
    applicationId: string,
    id: string,
    settings: JobSettings = DEFAULT_JOB_SETTINGS,
  ): JobRecord {
    statements.insert.run(applicationId, id, JSON.stringify(settings));
    return find(applicationId) ?? fail(applicationId);
  }

  function find(applicationId: string): JobRecord | undefined {
    const row = statements.find.get(applicationId);
    return row && toJob(row);
  }

  function list(): readonly JobRecord[] {
    return statements.list.all().map(toJob);
  }

  /** Read anew first: who changes one thing keeps what another has changed meanwhile. */
  function update(applicationId: string, change: JobChange): JobRecord {
    const before = find(applicationId) ?? fail(applicationId);
    const after = { ...before, ...change };
    statements.update.run(toRow(after));
    return after;
  }

  function remove(applicationId: string): void {
    statements.remove.run(applicationId);
  }

  return { open, find, list, update, remove };
}

function fail(applicationId: string): never {
  throw new Error(`The application ${applicationId} has no job`);
}

function toJob(row: JobRow): JobRecord {
  return {
    ...row,
    target: parsed(JobTarget, row.target),
    credentials: parsed(JobCredentials, row.credentials),
    settings: { ...DEFAULT_JOB_SETTINGS, ...parsed(JobSettings, row.settings) },
    schema: parsed(SynchronizationSchema, row.schema),
    quarantine: parsed(JobStatus.shape.quarantine, row.quarantine),
    initialScope: JobSettings.shape.scope.safeParse(row.initialScope).data ?? null,
    hasRun: row.hasRun !== 0,
    forceDeletes: row.forceDeletes !== 0,
    escrowsPruned: row.escrowsPruned !== 0,
  };
}

/** What another version has written and this one cannot read counts as not there. */
function parsed<Value>(
  schema: {
    readonly safeParse: (value: unknown) => { success: boolean; data?: Value | undefined };
  },
  text: string | null,
): Value | null {
  if (text === null) return null;
  return schema.safeParse(readJson(text)).data ?? null;
}

function toRow(job: JobRecord): JobRow {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  return {
    ...job,
    target: json(job.target),
    credentials: json(job.credentials),
    settings: JSON.stringify(job.settings),
    schema: json(job.schema),
    quarantine: json(job.quarantine),
    hasRun: Number(job.hasRun),
    forceDeletes: Number(job.forceDeletes),
    escrowsPruned: Number(job.escrowsPruned),
  };
}

function prepareStatements(db: Database) {
  return {
    find: db.prepare<[string], JobRow>(`select ${COLUMNS} from sync_jobs where application_id = ?`),
    list: db.prepare<[], JobRow>(`select ${COLUMNS} from sync_jobs order by key`),
    insert: db.prepare<[string, string, string]>(`
      insert into sync_jobs (application_id, id, settings) values (?, ?, ?)
      on conflict (application_id) do nothing`),
    update: db.prepare<[JobRow]>(`
      update sync_jobs set
        target = :target, credentials = :credentials, settings = :settings, schema = :schema,
        schedule = :schedule, has_run = :hasRun, next_cycle = :nextCycle, watermark = :watermark,
        initial_scope = :initialScope,
        force_deletes = :forceDeletes, quarantine = :quarantine, successive_failures = :successiveFailures,
        escrows_pruned = :escrowsPruned, steady_first = :steadyFirst, steady_last = :steadyLast
      where key = :key`),
    remove: db.prepare<[string]>('delete from sync_jobs where application_id = ?'),
  };
}
