// A snapshot without secrets comes back: whatever opens a tenant stays what it is where the tenant stays, found by its
// slug; a tenant that was not there gets a new Secret Token. So nobody is locked out, and no file decides who is let in.
import type { Database } from 'better-sqlite3';
import type { Restoration } from '../../../shared/admin/snapshot.ts';
import { newSecretToken } from '../../base/ids.ts';

/** Left alone while the other tables are filled; access tokens and secrets hang on their clients. */
export const CREDENTIAL_TABLES: readonly string[] = [
  'tokens',
  'oauth_clients',
  'oauth_secrets',
  'access_tokens',
  'signing_keys',
  'mail_settings', // nor whom mails are sent through
];

export type Credentials = NonNullable<Restoration['credentials']>;

/**
 * Called before the tables are filled from `snapshot`, within the same transaction, with foreign keys off; what it
 * returns is called once they are.
 */
export function keepCredentials(db: Database, now: string): () => Credentials {
  const slugsBefore = readSlugs(db);
  return function putBack() {
    const tenants = readSlugs(db);
    const kept = [...tenants].filter(([slug]) => slugsBefore.has(slug));
    const issued = [...tenants].filter(([slug]) => !slugsBefore.has(slug));
    moveCredentials(
      db,
      kept.map(([slug, id]) => ({ from: slugsBefore.get(slug), to: id })),
    );
    for (const [, id] of issued) issueCredentials(db, id, now);
    return { kept: kept.map(([slug]) => slug), issued: issued.map(([slug]) => slug) };
  };
}

function readSlugs(db: Database): ReadonlyMap<string, number> {
  const rows = db
    .prepare<[], { readonly id: number; readonly slug: string }>(
      'select id, slug from main.tenants order by id',
    )
    .all();
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

/** In two rounds, by negative ids: the number that one tenant gets may be that of another until then. */
function moveCredentials(
  db: Database,
  moves: readonly { readonly from: number | undefined; readonly to: number }[],
): void {
  for (const table of ['tokens', 'oauth_clients']) {
    const move = db.prepare<[object]>(
      `update main.${table} set tenant_id = -:to where tenant_id = :from`,
    );
    for (const each of moves) move.run(each);
    db.exec(`
      delete from main.${table} where tenant_id > 0;
      update main.${table} set tenant_id = -tenant_id;`);
  }
  db.exec(`
    delete from main.oauth_secrets
      where client_key not in (select key from main.oauth_clients);
    delete from main.access_tokens
      where client_key not in (select key from main.oauth_clients);`);
}

export function issueToken(db: Database, tenantId: number, created: string): void {
  db.prepare<[object]>(
    `
    insert into main.tokens (tenant_id, name, secret, created)
    values (:tenantId, 'Secret Token', :secret, :created)`,
  ).run({ tenantId, secret: newSecretToken(), created });
}

function issueCredentials(db: Database, tenantId: number, created: string): void {
  issueToken(db, tenantId, created);
  db.prepare<[object]>(
    `
    insert into main.oauth_clients
      (tenant_id, client_id, name, scope, acts_as, assertion_subject, created, revoked)
    select tenant_id, client_id, name, scope, acts_as, assertion_subject, created, revoked
    from snapshot.oauth_clients
    where tenant_id = :tenantId`,
  ).run({ tenantId });
}
