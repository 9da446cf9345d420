// What the entries that a filter finds sum up to.
import type { Database } from 'better-sqlite3';
import type {
  OutcomeCount,
  ProvisioningInsights,
} from '../../../shared/simulator/provisioning-log-pages.ts';
import type { LogCondition } from './log-condition.ts';
import { createLogStatements } from './log-statements.ts';

const MAX_CYCLES = 50;
const MAX_ERRORS = 50;

type CycleRow = OutcomeCount & {
  readonly cycleId: string;
  readonly jobId: string;
  readonly began: string;
  readonly ended: string;
};

type ApplicationRow = OutcomeCount & { readonly applicationId: string; readonly name: string };

export function createInsightReader(db: Database) {
  const { all } = createLogStatements(db);

  return function readInsights({ sql, params }: LogCondition): ProvisioningInsights {
    const from = `from provisioning_log l where ${sql}`;
    const outcomes = all<OutcomeCount>(
      `select l.status, l.action, count(*) as count ${from} group by 1, 2 order by 3 desc, 1, 2`,
      params,
    );
    return {
      total: outcomes.reduce((sum, { count }) => sum + count, 0),
      outcomes,
      applications: gatherApplications(
        all<ApplicationRow>(
          `select l.application_id as applicationId, a.display_name as name, l.status, l.action,
            count(*) as count
          from provisioning_log l join applications a on a.id = l.application_id
          where ${sql}
          group by 1, 3, 4
          order by 2, 1`,
          params,
        ),
      ),
      objects: all(
        `select l.status, count(distinct l.source_id) as count ${from} group by 1 order by 2 desc, 1`,
        params,
      ),
      objectTypes: all(
        `select l.source_type as type, count(distinct l.source_id) as count ${from}
          and l.status = 'success'
        group by 1
        order by 2 desc, 1`,
        params,
      ),
      errors: all(
        `select l.error_code as errorCode, count(*) as count ${from} and l.error_code is not null
        group by 1
        order by 2 desc, 1
        limit ${MAX_ERRORS}`,
        params,
      ),
      cycles: gatherCycles(
        all<CycleRow>(
          `select l.cycle_id as cycleId, l.job_id as jobId, min(l.at) as began, max(l.at) as ended,
            l.status, l.action, count(*) as count
          ${from} and l.cycle_id in (
            select l.cycle_id ${from} group by 1 order by max(l.seq) desc limit ${MAX_CYCLES})
          group by 1, 2, 5, 6
          order by max(l.seq) desc`,
          params,
        ),
      ),
    };
  };
}

function gatherApplications(rows: readonly ApplicationRow[]): ProvisioningInsights['applications'] {
  const found = new Map<string, ProvisioningInsights['applications'][number]>();
  for (const { applicationId, name, ...outcome } of rows) {
    const { outcomes } = found.get(applicationId) ?? { outcomes: [] };
    found.set(applicationId, { applicationId, name, outcomes: [...outcomes, outcome] });
  }
  return [...found.values()];
}

function gatherCycles(rows: readonly CycleRow[]): ProvisioningInsights['cycles'] {
  const cycles = new Map<string, ProvisioningInsights['cycles'][number]>();
  for (const { cycleId, jobId, began, ended, status, action, count } of rows) {
    const known = cycles.get(cycleId) ?? { cycleId, jobId, began, ended, outcomes: [] };
    cycles.set(cycleId, {
      cycleId,
      jobId,
      began: began < known.began ? began : known.began,
      ended: ended > known.ended ? ended : known.ended,
      outcomes: [...known.outcomes, { status, action, count }],
    });
  }
  return [...cycles.values()];
}
