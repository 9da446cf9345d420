// What a cycle did, counted from its entries alone: a cycle that was cut short has nobody else to tell it.
import type { Database } from 'better-sqlite3';
import type {
  ProvisioningAction,
  ProvisioningStatus,
} from '../../../shared/simulator/provisioning-log.ts';

export interface LoggedOutcome {
  readonly action: ProvisioningAction;
  readonly status: ProvisioningStatus;
  /** Whether it tells of references: these entries have no import. */
  readonly isReference: boolean;
  /** Why nothing was done; null: something was. */
  readonly skipReason: string | null;
  readonly count: number;
  /** Sent for these entries. */
  readonly requests: number;
}

type OutcomeRow = Omit<LoggedOutcome, 'isReference'> & { readonly isReference: number };

export function createCycleSum(db: Database) {
  const read = db.prepare<[string], OutcomeRow>(`
    select
      l.action,
      l.status,
      l.action <> 'stageddelete' and not exists (
        select 1 from json_each(d.steps)
        where value ->> 'provisioningStepType' = 'import') as isReference,
      (select value ->> '$.details.SkipReason' from json_each(d.steps)
        where value ->> '$.details.SkipReason' is not null) as skipReason,
      count(*) as count,
      sum(json_array_length(d.requests)) as requests
    from provisioning_log l
    join provisioning_details d on d.seq = l.seq
    where l.cycle_id = ?
    group by 1, 2, 3, 4`);

  return function sumUpCycle(cycleId: string): readonly LoggedOutcome[] {
    return read.all(cycleId).map((row) => ({ ...row, isReference: row.isReference === 1 }));
  };
}
