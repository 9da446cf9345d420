// Clearing the request log. Whole, it goes exchanges first: SQLite drops a whole table at once, while a cascade would go
// row by row.
import type { Database } from 'better-sqlite3';

export function createLogEraser(db: Database) {
  const eraseExchanges = db.prepare('delete from request_exchanges');
  const eraseRequests = db.prepare('delete from request_log');
  const eraseTraffic = db.prepare('delete from request_traffic');
  const eraseTrafficOfTenant = db.prepare<[string]>('delete from request_traffic where tenant = ?');
  const eraseOfTenant = db
    .prepare<[string], number>('delete from request_log where tenant = ? returning recorded_bytes')
    .pluck();

  /** Returns how many entries went. */
  const eraseAll = db.transaction((): number => {
    eraseExchanges.run();
    eraseTraffic.run();
    return eraseRequests.run().changes;
  });

  /** Returns the recorded bytes of each entry that went. */
  function eraseTenant(tenant: string): readonly number[] {
    eraseTrafficOfTenant.run(tenant);
    return eraseOfTenant.all(tenant);
  }

  return { eraseAll, eraseTenant };
}
