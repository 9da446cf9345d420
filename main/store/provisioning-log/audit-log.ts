// Audit entries of provisioning: who changed what, newest first.
import type { Database } from 'better-sqlite3';
import type { AuditEntry, NewAuditEntry } from '../../../shared/simulator/audit-log.ts';
import { readJsonObject } from '../stored-json.ts';

export interface AuditQuery {
  readonly applicationId: string;
  /** Begin after the entry with this id. */
  readonly after: string | null;
  readonly limit: number;
}

type AuditRow = Omit<AuditEntry, 'details'> & { readonly details: string };

export type AuditLogStore = ReturnType<typeof createAuditLogStore>;

export function createAuditLogStore(db: Database) {
  const listeners: ((applicationId: string | null) => void)[] = [];
  const insert = db.prepare<[object]>(`
    insert into audit_log (at, application_id, activity, actor, details)
    values (:at, :applicationId, :activity, :actor, :details)`);
  const list = db.prepare<[object], AuditRow>(`
    select id, at, application_id as applicationId, activity, actor, details
    from audit_log
    where application_id = :applicationId
      and (:after is null or seq < (select seq from audit_log where id = :after))
    order by seq desc
    limit :limit`);

  function note(entry: NewAuditEntry): void {
    insert.run({ ...entry, details: JSON.stringify(entry.details) });
    for (const listener of listeners) listener(entry.applicationId);
  }

  function read(query: AuditQuery): readonly AuditEntry[] {
    return list.all(query).map((row) => ({ ...row, details: readJsonObject(row.details) }));
  }

  return {
    note,
    read,
    /** Called after each `note`, in its transaction still. */
    onNoted: (listener: (applicationId: string | null) => void) => void listeners.push(listener),
  };
}
