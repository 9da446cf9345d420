// Whatever hangs on a tenant goes with it into its snapshot: a table that is forgotten would stay behind unnoticed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import SQLite, { type Database } from 'better-sqlite3';
import { prepareDatabase } from '../../main/store/prepare-database.ts';
import { TENANT_TABLES } from '../../main/store/tenant-rows.ts';

/** Removals name a tenant, and are about lists of requests, not a part of it. */
const NOT_OF_A_TENANT = ['tenants', 'request_removals'];

test('the tables of a tenant are all that name it, and all that refer to one of these', () => {
  const db = prepareDatabase(new SQLite(':memory:'));
  const named = list(
    db,
    "select distinct t.name from pragma_table_list t join pragma_table_info(t.name) c where t.type = 'table' and c.name in ('tenant_id', 'tenant')",
  );
  const owned = new Set(named.filter((name) => !NOT_OF_A_TENANT.includes(name)));
  for (const owner of owned) {
    for (const name of list(
      db,
      `select distinct t.name from pragma_table_list t join pragma_foreign_key_list(t.name) f where f."table" = '${owner}'`,
    )) {
      owned.add(name); // a set that grows is walked to its end
    }
  }

  assert.deepEqual(TENANT_TABLES.map(({ name }) => name).toSorted(), [...owned].toSorted());
  db.close();
});

function list(db: Database, sql: string): readonly string[] {
  return db.prepare<[], string>(sql).pluck().all();
}
