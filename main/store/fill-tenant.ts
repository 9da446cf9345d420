// One tenant out of the workspace into a file of its own, and back again; the others and their requests are left alone.
import SQLite, { type Database } from 'better-sqlite3';
import { makeWorkspaceFile } from './new-workspace-file.ts';
import {
  CREDENTIAL_TABLES,
  issueToken,
  type Credentials,
} from './snapshot-files/keep-credentials.ts';
import { hasManifest } from './snapshot-files/manifest.ts';
import { passTenant } from './tenant-rows.ts';

/** `target` becomes a workspace with this tenant alone. `prepare` brings a database to the newest schema. */
export function copyTenant(
  db: Database,
  { slug, target }: { readonly slug: string; readonly target: string },
  prepare: (db: Database) => Database,
): void {
  makeWorkspaceFile(target, prepare);
  withAttached(db, target, () =>
    db.transaction(() => passTenant(db, { from: 'main', to: 'snapshot', slug })).deferred(),
  );
}

export function hasTenant(file: string, slug: string): boolean {
  const db = new SQLite(file, { readonly: true });
  try {
    return db.prepare('select 1 from tenants where slug = ?').get(slug) !== undefined;
  } finally {
    db.close();
  }
}

export interface TenantFilling {
  readonly slug: string;
  readonly now: string;
  readonly lastRequestId: number;
}

/** `file` is a workspace that has the tenant and that nobody else has open. Returns what `fillFrom` does. */
export function fillTenantFrom(
  db: Database,
  file: string,
  filling: TenantFilling,
): Credentials | null {
  return withAttached(db, file, () => db.transaction(() => fill(db, filling)).immediate());
}

function fill(db: Database, { slug, now, lastRequestId }: TenantFilling): Credentials | null {
  const passage = { from: 'snapshot', to: 'main', slug, lastRequestId };
  const isImported = hasManifest(db, 'snapshot');
  if (!isImported) {
    passTenant(db, passage);
    return null;
  }
  const isHere = db.prepare('select 1 from main.tenants where slug = ?').get(slug) !== undefined;
  const without = isHere ? CREDENTIAL_TABLES : [];
  const tenantId = passTenant(db, { ...passage, without, isForeign: true });
  if (isHere) return { kept: [slug], issued: [] };
  issueToken(db, tenantId, now);
  return { kept: [], issued: [slug] };
}

function withAttached<Result>(db: Database, file: string, work: () => Result): Result {
  db.prepare('attach database ? as snapshot').run(file);
  try {
    return work();
  } finally {
    db.exec('detach database snapshot');
  }
}
