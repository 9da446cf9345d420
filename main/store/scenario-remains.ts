// What the run of a scenario that is under way has made. @see shared/scenario/scenario-remains.ts
import type { Database } from 'better-sqlite3';
import { ScenarioRemains } from '../../shared/scenario/scenario-remains.ts';
import { readJson } from './stored-json.ts';

export type ScenarioRemainsStore = ReturnType<typeof createScenarioRemainsStore>;

export function createScenarioRemainsStore(db: Database) {
  const select = db.prepare<[], string>('select remains from scenario_remains').pluck();
  const upsert = db.prepare<[string]>(`
    insert into scenario_remains (id, remains) values (1, ?)
    on conflict (id) do update set remains = excluded.remains`);
  const remove = db.prepare<[]>('delete from scenario_remains');
  return {
    /** Undefined: no run is under way, nor was one when the server ended. */
    read(): ScenarioRemains | undefined {
      const text = select.get();
      return text === undefined ? undefined : ScenarioRemains.safeParse(readJson(text)).data;
    },
    write(remains: ScenarioRemains | null): void {
      if (remains === null) remove.run();
      else upsert.run(JSON.stringify(remains));
    },
  };
}
