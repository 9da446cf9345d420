// Failed writes that wait to be tried again, one of each kind for an object.
import type { Database } from 'better-sqlite3';
import type { EscrowEntry } from '../../../shared/simulator/job-run.ts';

export type EscrowKind = EscrowEntry['kind'];

const COLUMNS = `
  source_id as sourceId, object_type as objectType, kind, error_code as errorCode, reason, attempts,
  first_failed as firstFailed, next_attempt as nextAttempt`;

export function createEscrowStore(db: Database) {
  const statements = prepareStatements(db);
  return {
    find: (jobKey: number, sourceId: string, kind: EscrowKind): EscrowEntry | undefined =>
      statements.find.get(jobKey, sourceId, kind),
    /** By source id. */
    list: (jobKey: number, limit: number): readonly EscrowEntry[] =>
      statements.list.all(jobKey, limit),
    count: (jobKey: number): number => statements.count.get(jobKey) ?? 0,
    /** Those whose next attempt is not after `now`. */
    listDue: (jobKey: number, now: string): readonly EscrowEntry[] =>
      statements.due.all(jobKey, now),
    write: (jobKey: number, escrow: EscrowEntry): void =>
      void statements.upsert.run({ jobKey, ...escrow }),
    remove: (jobKey: number, sourceId: string, kind: EscrowKind): void =>
      void statements.remove.run(jobKey, sourceId, kind),
    removeAll: (jobKey: number): number => statements.removeAll.run(jobKey).changes,
  };
}

function prepareStatements(db: Database) {
  return {
    find: db.prepare<[number, string, string], EscrowEntry>(
      `select ${COLUMNS} from sync_escrows where job_key = ? and source_id = ? and kind = ?`,
    ),
    list: db.prepare<[number, number], EscrowEntry>(
      `select ${COLUMNS} from sync_escrows where job_key = ? order by source_id, kind limit ?`,
    ),
    count: db
      .prepare<[number], number>('select count(*) from sync_escrows where job_key = ?')
      .pluck(),
    due: db.prepare<[number, string], EscrowEntry>(`
      select ${COLUMNS} from sync_escrows where job_key = ? and next_attempt <= ? order by source_id, kind`),
    upsert: db.prepare<[EscrowEntry & { readonly jobKey: number }]>(`
      insert into sync_escrows (job_key, source_id, kind, object_type, error_code, reason, attempts, first_failed,
        next_attempt)
      values (:jobKey, :sourceId, :kind, :objectType, :errorCode, :reason, :attempts, :firstFailed, :nextAttempt)
      on conflict (job_key, source_id, kind) do update set
        error_code = excluded.error_code, reason = excluded.reason, attempts = excluded.attempts,
        next_attempt = excluded.next_attempt`),
    remove: db.prepare<[number, string, string]>(
      'delete from sync_escrows where job_key = ? and source_id = ? and kind = ?',
    ),
    removeAll: db.prepare<[number]>('delete from sync_escrows where job_key = ?'),
  };
}
