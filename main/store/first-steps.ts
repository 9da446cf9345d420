// Which first steps a tenant has behind it. Noted when they happen: neither the request log nor the history need tell of
// them later.
import type { Database } from 'better-sqlite3';
import { FirstStep } from '../../shared/admin/first-steps.ts';

export type FirstStepStore = ReturnType<typeof createFirstStepStore>;

export function createFirstStepStore(db: Database) {
  const insert = db.prepare<[string, string]>(`
    insert or ignore into first_steps (tenant_id, step)
    select id, ? from tenants where slug = ?`);
  const insertForAll = db.prepare<[string]>(
    'insert or ignore into first_steps (tenant_id, step) select id, ? from tenants',
  );
  const select = db
    .prepare<[number], string>('select step from first_steps where tenant_id = ?')
    .pluck();

  /** `tenant`: slug; without it the step is of every tenant. */
  function note(step: FirstStep, tenant?: string): void {
    if (tenant === undefined) insertForAll.run(step);
    else insert.run(step, tenant);
  }

  function list(tenantId: number): ReadonlySet<FirstStep> {
    const noted = select.all(tenantId);
    return new Set(FirstStep.options.filter((step) => noted.includes(step)));
  }

  return { note, list };
}
