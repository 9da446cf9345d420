// Whether a file that somebody hands in is a snapshot that this app can restore. It is a stranger's: nothing in it is
// run, it must have our tables and no others, and whatever opens a tenant is thrown away even if it claims to have some.
// Every refusal is a sentence that says what the file is and what to do.
import { closeSync, openSync, readSync } from 'node:fs';
import SQLite, { type Database } from 'better-sqlite3';
import { isSystemError } from '../../base/system-error.ts';
import type { SnapshotManifest } from '../../../shared/admin/snapshot.ts';
import { DEFAULT_TENANT_SLUG } from '../../../shared/tenant-path.ts';
import { createAuthSettingStore } from '../auth-settings.ts';
import { APPLICATION_ID, LATEST_VERSION } from '../migrate.ts';
import { createSchemaStore } from '../schemas.ts';
import { isStoreOpenError, storeOpenError, type StoreOpenError } from '../store-open-error.ts';
import { createReadMemory } from '../read-memory.ts';
import { createTenantStore } from '../tenants.ts';
import type { Clock } from '../../base/clock.ts';
import { FILE_VERSION, MANIFEST_TABLE, readManifest } from './manifest.ts';

const MAGIC = 'SQLite format 3\0';

/** Schema of the newest version, as `sqlite_schema` tells it. */
type Schema = ReadonlyMap<string, string>;

export interface Judge {
  readonly clock: Clock;
  /** Brings a database to the newest schema. Throws a `StoreOpenError`. */
  readonly prepare: (db: Database) => Database;
}

/**
 * Proves `file`, which is ours to change, brings it to the newest schema, and returns it open with what it says of
 * itself. Throws a `StoreOpenError`.
 */
export function openSnapshotFile(
  file: string,
  { clock, prepare }: Judge,
): { readonly db: Database; readonly manifest: SnapshotManifest } {
  requireSqlite(file);
  const db = new SQLite(file);
  try {
    return orDamaged(() => {
      db.pragma('trusted_schema = off');
      requireOurs(db);
      const manifest = requireManifest(db);
      requireKnownVersion(db, manifest);
      requireOurSchema(db, prepare);
      requireSound(db);
      prepare(db);
      db.pragma('journal_mode = delete');
      requireReadable(db, manifest, clock);
      return { db, manifest };
    });
  } catch (error) {
    db.close();
    throw error;
  }
}

function unreadable(sentence: string, cause?: unknown): StoreOpenError {
  return storeOpenError('unreadable', sentence, cause);
}

const DAMAGED =
  'The file is a snapshot, but damaged: it was cut off or changed on its way. Export it again, or fetch it again.';

/** What SQLite or a schema says of bytes that make no sense means this alone to a person. */
function orDamaged<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (isStoreOpenError(error) || !(error instanceof Error)) throw error;
    const isFull = isSystemError(error) && error.code === 'SQLITE_FULL';
    throw isFull ? error : unreadable(DAMAGED, error);
  }
}

function requireSqlite(file: string): void {
  const start = Buffer.alloc(MAGIC.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, start, 0, MAGIC.length, 0);
  } finally {
    closeSync(handle);
  }
  if (start.toString('latin1') === MAGIC) return;
  throw unreadable(
    'The file is no snapshot. Snapshot files end in .scimsnap and come from Export on the Snapshots page.',
  );
}

function requireOurs(db: Database): void {
  if (db.pragma('application_id', { simple: true }) === APPLICATION_ID) return;
  throw unreadable('The file is a database of another program, not a snapshot.');
}

function requireManifest(db: Database): SnapshotManifest {
  const manifest = readManifest(db);
  if (manifest !== undefined) return manifest;
  throw unreadable(
    'The file is a workspace and may hold secrets; a snapshot to pass on comes from Export on the Snapshots page.',
  );
}

function requireKnownVersion(db: Database, { version, appVersion }: SnapshotManifest): void {
  const schema = Number(db.pragma('user_version', { simple: true }));
  if (schema <= LATEST_VERSION && version <= FILE_VERSION) return;
  throw storeOpenError(
    'newer',
    `The snapshot was written by a newer version of this app (${appVersion}; schema ${schema}, this one knows ` +
      `${LATEST_VERSION}). Update this app, then import it again.`,
  );
}

/** One of an older schema has fewer tables; none has a trigger, a view or anything else that would act by itself. */
function requireOurSchema(db: Database, prepare: Judge['prepare']): void {
  const known = ourSchema(prepare);
  const isLatest = db.pragma('user_version', { simple: true }) === LATEST_VERSION;
  for (const [name, sql] of readSchema(db)) {
    if (name === `table ${MANIFEST_TABLE}`) continue;
    const ours = known.get(name);
    if (ours === undefined || (isLatest && ours !== sql)) {
      throw unreadable(
        `The file is no snapshot of this app: its ${name} is not what a workspace has.`,
      );
    }
  }
}

function ourSchema(prepare: Judge['prepare']): Schema {
  const empty = new SQLite(':memory:');
  try {
    return readSchema(prepare(empty));
  } finally {
    empty.close();
  }
}

function readSchema(db: Database): Schema {
  const rows = db
    .prepare<[], { readonly name: string; readonly sql: string }>(
      `
      select type || ' ' || name as name, coalesce(sql, '') as sql
      from sqlite_schema`,
    )
    .all();
  return new Map(rows.map(({ name, sql }) => [name, sql]));
}

function requireSound(db: Database): void {
  const verdict = db.pragma('integrity_check(1)', { simple: true });
  const orphans = db.prepare('select count(*) from pragma_foreign_key_check').pluck().get();
  if (verdict !== 'ok' || orphans !== 0) throw unreadable(DAMAGED);
}

/** What is read at every request: a workspace whose tenants cannot be read would serve nobody any more. */
function requireReadable(db: Database, { tenant }: SnapshotManifest, clock: Clock): void {
  const memory = createReadMemory(db);
  const tenants = createTenantStore(db, clock, memory).list();
  const schemas = createSchemaStore(db, memory);
  const settings = createAuthSettingStore(db, memory);
  for (const { id } of tenants) {
    schemas.modelsOf(id);
    settings.read(id);
  }
  if (tenant !== null) return requireOnly(tenants, tenant);
  if (tenants.some(({ slug }) => slug === DEFAULT_TENANT_SLUG)) return;
  throw unreadable('The file is no snapshot of this app: it has no default tenant.');
}

function requireOnly(tenants: readonly { readonly slug: string }[], wanted: string): void {
  if (tenants.length === 1 && tenants[0]?.slug === wanted) return;
  throw unreadable(
    `The file says that it holds the tenant "${wanted}" alone, and does not. Export it again.`,
  );
}
