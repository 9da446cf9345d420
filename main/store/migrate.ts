// Brings a workspace to the newest schema: numbered steps, forward only, each in a transaction of its own.
// `user_version` remembers the last one; `application_id` tells our files from other SQLite files.
import type { Database } from 'better-sqlite3';
import { initial } from './migrations/0001-initial.ts';
import { tenantSchemas } from './migrations/0002-tenant-schemas.ts';
import { credentials } from './migrations/0003-credentials.ts';
import { findings } from './migrations/0004-findings.ts';
import { events } from './migrations/0005-events.ts';
import { uniqueExternalId } from './migrations/0007-unique-external-id.ts';
import { sortIndexes } from './migrations/0008-sort-indexes.ts';
import { settings } from './migrations/0010-settings.ts';
import { compose } from './migrations/0011-compose.ts';
import { traffic } from './migrations/0012-traffic.ts';
import { historyMembers } from './migrations/0013-history-members.ts';
import { requestSearch } from './migrations/0014-request-search.ts';
import { importedRequests } from './migrations/0015-imported-requests.ts';
import { provisioningLog } from './migrations/0017-provisioning-log.ts';
import { directory } from './migrations/0018-directory.ts';
import { syncJobs } from './migrations/0019-sync-jobs.ts';
import { deletedResources } from './migrations/0020-deleted-resources.ts';
import { initialScope } from './migrations/0021-initial-scope.ts';
import { scenarioRemains } from './migrations/0022-scenario-remains.ts';
import { tenantServing } from './migrations/0023-tenant-serving.ts';
import { statisticsToDate } from './migrations/0024-statistics-to-date.ts';
import { connections } from './migrations/0031-connections.ts';
import { deletedResourceIds } from './migrations/0034-deleted-resource-ids.ts';
import { storeOpenError } from './store-open-error.ts';

interface Migration {
  readonly id: number;
  readonly sql: string;
}

const MIGRATIONS: readonly Migration[] = [
  initial,
  tenantSchemas,
  credentials,
  findings,
  events,
  uniqueExternalId,
  sortIndexes,
  settings,
  compose,
  traffic,
  historyMembers,
  requestSearch,
  importedRequests,
  provisioningLog,
  directory,
  syncJobs,
  deletedResources,
  initialScope,
  scenarioRemains,
  tenantServing,
  statisticsToDate,
  connections,
  deletedResourceIds,
];

/** The schema version that this app writes. */
export const LATEST_VERSION = Math.max(...MIGRATIONS.map(({ id }) => id));

/** "SCMT" in the SQLite header. */
export const APPLICATION_ID = 0x53_43_4d_54;

/**
 * Runs the migrations that the file has not seen. Throws a `StoreOpenError`: `newer` when the file was written by a
 * newer version of the app, `unreadable` when it is not a workspace.
 */
export function migrate(db: Database): void {
  const version = readNumber(db, 'user_version');
  refuseForeign(db, version);
  if (version > LATEST_VERSION) {
    throw storeOpenError(
      'newer',
      `The workspace "${db.name}" was written by a newer version of this app ` +
        `(schema ${version}, this version knows ${LATEST_VERSION}).`,
    );
  }
  for (const migration of MIGRATIONS.filter(({ id }) => id > version)) run(db, migration);
}

function refuseForeign(db: Database, version: number): void {
  const applicationId = readNumber(db, 'application_id');
  const tables = db.prepare('select count(*) from sqlite_schema').pluck().get();
  if (applicationId === APPLICATION_ID || (version === 0 && tables === 0)) return;
  throw storeOpenError(
    'unreadable',
    `The file "${db.name}" is a database of another program, not a workspace.`,
  );
}

function run(db: Database, migration: Migration): void {
  db.transaction(() => {
    db.exec(migration.sql);
    db.pragma(`user_version = ${migration.id}`);
    db.pragma(`application_id = ${APPLICATION_ID}`);
  }).immediate();
}

function readNumber(db: Database, pragma: 'user_version' | 'application_id'): number {
  return Number(db.pragma(pragma, { simple: true }));
}
