// What must not be in a file that others are given: whatever opens a tenant or signs for it, passwords, attributes that
// are never returned. The caller vacuums afterwards: what a page held before is still in the file until then.
import type { Database } from 'better-sqlite3';
import { AuthSetting } from '../../../shared/admin/auth-setting.ts';
import { ComposedRequest } from '../../../shared/admin/compose.ts';
import { stripSecrets } from '../../../shared/compose/strip-secrets.ts';
import { hasSecrets, hideSecrets } from '../../scim/resource/hide-secrets.ts';
import { indexResources } from '../attribute-index.ts';
import { createResourceStore } from '../resources.ts';
import { createReadMemory } from '../read-memory.ts';
import { createSchemaStore } from '../schemas.ts';
import { readJson } from '../stored-json.ts';
import { createTenantDataStore } from '../tenant-data.ts';

/** A shorter one, which only the command line lets through, would be found in ordinary words. */
const MIN_LENGTH = 8;
const INSTEAD = '***';

/** `db` is a workspace of the newest schema that nobody else has open. */
export function removeSecrets(db: Database): void {
  db.transaction(() => {
    const secrets = listSecrets(db);
    // Work that was accepted and is not done yet may hold a password; neither it nor a mail is to be sent twice, and no
    // job of the simulator begins by itself because a file has come in.
    db.exec(`
      delete from access_tokens;
      delete from oauth_secrets;
      delete from tokens;
      delete from signing_keys;
      update sync_jobs set credentials = null;
      update sync_jobs set schedule = 'Paused', next_cycle = null where schedule = 'Active';
      delete from settings;
      delete from mail_settings;
      update mailbox set delivery = 'kept', next_attempt = null where delivery = 'waiting';
      delete from async_requests where outcome is null;
      update resources set password_hash = null where password_hash is not null;
      insert into request_words (request_words) values ('delete-all');
      insert into provisioning_words (provisioning_words) values ('delete-all');
      insert or ignore into request_unindexed select id from request_log;`);
    stripSavedRequests(db);
    stripIssuers(db);
    stripResources(db);
    replaceEverywhere(db, secrets);
  }).immediate();
}

function listSecrets(db: Database): readonly string[] {
  return db
    .prepare<[], string>(
      `
      select secret from tokens
      union
      select previous_secret from tokens where previous_secret is not null
      union
      select secret from oauth_secrets
      union
      select password from mail_settings
      union
      select credentials ->> '$.secretToken' from sync_jobs where credentials ->> '$.secretToken' is not null
      union
      select credentials ->> '$.clientSecret' from sync_jobs where credentials ->> '$.clientSecret' is not null`,
    )
    .pluck()
    .all()
    .filter(({ length }) => length >= MIN_LENGTH);
}

function stripSavedRequests(db: Database): void {
  const update = db.prepare<[object]>(
    'update saved_requests set request = :request, keeps_secrets = 0 where id = :id',
  );
  const rows = db
    .prepare<[], { id: number; request: string }>(
      'select id, request from saved_requests where keeps_secrets = 1',
    )
    .all();
  for (const { id, request } of rows) {
    const plain = stripSecrets(ComposedRequest.parse(readJson(request)));
    update.run({ id, request: JSON.stringify(plain) });
  }
}

/** The address of an issuer's keys may hold a name and a password. */
function stripIssuers(db: Database): void {
  const update = db.prepare<[object]>(
    'update auth_settings set setting = :setting where tenant_id = :tenantId',
  );
  const rows = db
    .prepare<[], { tenantId: number; setting: string }>(
      'select tenant_id as tenantId, setting from auth_settings',
    )
    .all();
  for (const { tenantId, setting } of rows) {
    const { trustedIssuers, ...rest } = AuthSetting.parse(readJson(setting));
    const plain = trustedIssuers.map((issuer) => ({
      ...issuer,
      jwksUri: issuer.jwksUri && withoutCredentials(issuer.jwksUri),
    }));
    update.run({ tenantId, setting: JSON.stringify({ ...rest, trustedIssuers: plain }) });
  }
}

function withoutCredentials(address: string): string {
  const url = new URL(address);
  if (url.username === '' && url.password === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
}

/** Attributes of a tenant's own schemas that are never returned, and what is indexed of them. */
function stripResources(db: Database): void {
  const schemas = createSchemaStore(db, createReadMemory(db));
  const resources = indexResources(db, createResourceStore(db), schemas);
  const { walk } = createTenantDataStore(db);
  const update = db.prepare<[object]>('update resources set document = :document where key = :key');
  for (const tenantId of db.prepare<[], number>('select id from tenants').pluck().all()) {
    for (const model of schemas.modelsOf(tenantId).filter(hasSecrets)) {
      const scope = { tenantId, resourceType: model.type.name };
      resources.clearIndex(scope);
      for (const record of walk(scope)) {
        const document = hideSecrets(record.document, model);
        update.run({ key: record.key, document: JSON.stringify(document) });
        resources.reindex({ ...record, document });
      }
    }
  }
}

/** A member of a setting or a body, by its name: whatever of that kind is stored, today or by a later part of the app. */
const MEMBER =
  /("(?:secretToken|clientSecret|client_secret|password|accessToken|access_token|refreshToken|privateKey)"\s*:\s*)"(?:[^"\\]|\\.)+"/gi;

/** Also where a client has put a token into a name or a note, or into a body before it was a token. */
function replaceEverywhere(db: Database, secrets: readonly string[]): void {
  const longestFirst = secrets.toSorted((one, other) => other.length - one.length);
  const escaped = longestFirst.map((secret) => secret.replaceAll(/\W/g, '\\$&'));
  const known = escaped.length === 0 ? undefined : new RegExp(escaped.join('|'), 'g');
  db.function('without_secrets', { deterministic: true, directOnly: true }, (text: unknown) => {
    if (typeof text !== 'string') return text;
    const rest = text.replace(MEMBER, `$1"${INSTEAD}"`);
    return known === undefined ? rest : rest.replace(known, INSTEAD);
  });
  for (const { table, column } of listTextColumns(db)) {
    db.exec(`
      update "${table}" set "${column}" = without_secrets("${column}")
      where "${column}" is not without_secrets("${column}")`);
  }
}

function listTextColumns(db: Database) {
  return db
    .prepare<[], { readonly table: string; readonly column: string }>(
      `
      select t.name as "table", c.name as "column"
      from pragma_table_list t
      join pragma_table_info(t.name) c
      where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite_%'
        and c.type in ('TEXT', 'ANY')`,
    )
    .all();
}
