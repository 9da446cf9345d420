// OAuth clients of tenants, their secrets, and the access tokens that they were given. Of an access token only the
// digest is kept: nobody is to be shown it again.
import type { Database } from 'better-sqlite3';
import type { Source } from '../../shared/admin/request-log.ts';
import type { TokenScope } from '../../shared/admin/token.ts';
import type { ReadMemory } from './read-memory.ts';
import { createUsageBuffer, type Uses } from './usage-buffer.ts';

export interface OAuthSecretRecord {
  readonly id: string;
  /** In the clear: the UI shows it again, and it opens a mock. */
  readonly secret: string;
  readonly created: string;
  readonly expires: string | null;
}

interface ClientRow {
  readonly key: number;
  readonly clientId: string;
  readonly name: string;
  /** Of its access tokens. */
  readonly scope: TokenScope;
  readonly actsAs: string | null;
  /** `sub` of the assertions that stand for it; null = its client id. */
  readonly assertionSubject: string | null;
  readonly created: string;
  readonly revoked: string | null;
  readonly lastUsed: string | null;
  readonly lastSource: Source | null;
  readonly requests: number;
}

export interface OAuthClientRecord extends ClientRow {
  /** Oldest first, the expired included. */
  readonly secrets: readonly OAuthSecretRecord[];
}

export interface NewOAuthClient extends Pick<
  OAuthClientRecord,
  'clientId' | 'name' | 'scope' | 'actsAs' | 'assertionSubject' | 'created'
> {
  readonly tenantId: number;
}

/** Members left out stay as they are. */
export type OAuthClientUpdate = Partial<
  Pick<OAuthClientRecord, 'name' | 'scope' | 'actsAs' | 'assertionSubject' | 'revoked'>
>;

export interface AccessTokenRecord {
  readonly clientKey: number;
  readonly scope: TokenScope;
  readonly expires: string;
  readonly clientName: string;
  readonly actsAs: string | null;
  /** Of the client. */
  readonly revoked: string | null;
}

export interface NewAccessToken {
  readonly digest: string;
  readonly clientKey: number;
  readonly scope: TokenScope;
  readonly expires: string;
}

export type OAuthClientStore = ReturnType<typeof createOAuthClientStore>;

export function createOAuthClientStore(db: Database, { remember }: ReadMemory) {
  const statements = prepareStatements(db);
  const usage = createUsageBuffer((uses) => statements.addUses.run(uses));

  function withSecrets(row: ClientRow): OAuthClientRecord {
    return { ...row, secrets: statements.secrets.all(row.key) };
  }

  /** Oldest first, the revoked included. */
  function list(tenantId: number): readonly OAuthClientRecord[] {
    usage.flush();
    return statements.list.all(tenantId).map(withSecrets);
  }

  function find(tenantId: number, clientId: string): OAuthClientRecord | undefined {
    usage.flush();
    const row = statements.find.get(tenantId, clientId);
    return row && withSecrets(row);
  }

  /** The client id must be free in the tenant. */
  function create(client: NewOAuthClient): OAuthClientRecord {
    return withSecrets(requireRow(statements.insert.get(client)));
  }

  function update(client: OAuthClientRecord, change: OAuthClientUpdate): OAuthClientRecord {
    return withSecrets(requireRow(statements.update.get({ ...client, ...change })));
  }

  function addSecret(clientKey: number, secret: Omit<OAuthSecretRecord, 'id'>): void {
    statements.insertSecret.run({ clientKey, ...secret });
  }

  /** Returns whether the client had it. */
  function removeSecret(clientKey: number, id: string): boolean {
    return statements.deleteSecret.run(clientKey, id).changes > 0;
  }

  /** Forgets those that expired before `forgetBefore` on the way. */
  function addAccessToken(token: NewAccessToken, forgetBefore: string): void {
    statements.insertAccessToken.run(token);
    statements.forgetAccessTokens.run(forgetBefore);
  }

  /** The expired, and those of revoked clients, included. */
  const findAccessToken = remember(
    ['access_tokens', 'oauth_clients'],
    (tenantId: number, digest: string): AccessTokenRecord | undefined =>
      statements.findAccessToken.get(digest, tenantId),
  );

  return {
    list,
    find,
    create,
    update,
    addSecret,
    removeSecret,
    addAccessToken,
    findAccessToken,
    noteUse: usage.note,
    flush: usage.flush,
  };
}

const COLUMNS = `
  key, client_id as clientId, name, scope, acts_as as actsAs,
  assertion_subject as assertionSubject, created, revoked, last_used as lastUsed,
  last_source as lastSource, requests`;

function prepareStatements(db: Database) {
  return {
    list: db.prepare<[number], ClientRow>(
      `select ${COLUMNS} from oauth_clients where tenant_id = ? order by key`,
    ),
    find: db.prepare<[number, string], ClientRow>(
      `select ${COLUMNS} from oauth_clients where tenant_id = ? and client_id = ?`,
    ),
    insert: db.prepare<[NewOAuthClient], ClientRow>(`
      insert into oauth_clients
        (tenant_id, client_id, name, scope, acts_as, assertion_subject, created)
      values (:tenantId, :clientId, :name, :scope, :actsAs, :assertionSubject, :created)
      returning ${COLUMNS}`),
    update: db.prepare<[object], ClientRow>(`
      update oauth_clients
      set name = :name, scope = :scope, acts_as = :actsAs,
          assertion_subject = :assertionSubject, revoked = :revoked
      where key = :key
      returning ${COLUMNS}`),
    addUses: db.prepare<[Uses]>(`
      update oauth_clients
      set requests = requests + :requests, last_used = :at, last_source = :source
      where key = :key`),
    ...prepareSecretStatements(db),
  };
}

function prepareSecretStatements(db: Database) {
  return {
    secrets: db.prepare<[number], OAuthSecretRecord>(
      'select id, secret, created, expires from oauth_secrets where client_key = ? order by key',
    ),
    insertSecret: db.prepare<[object]>(`
      insert into oauth_secrets (client_key, secret, created, expires)
      values (:clientKey, :secret, :created, :expires)`),
    deleteSecret: db.prepare<[number, string]>(
      'delete from oauth_secrets where client_key = ? and id = ?',
    ),
    insertAccessToken: db.prepare<[NewAccessToken]>(`
      insert into access_tokens (digest, client_key, scope, expires)
      values (:digest, :clientKey, :scope, :expires)`),
    forgetAccessTokens: db.prepare<[string]>('delete from access_tokens where expires < ?'),
    findAccessToken: db.prepare<[string, number], AccessTokenRecord>(`
      select a.client_key as clientKey, a.scope, a.expires, c.name as clientName,
        c.acts_as as actsAs, c.revoked
      from access_tokens a
      join oauth_clients c on c.key = a.client_key
      where a.digest = ? and c.tenant_id = ?`),
  };
}

function requireRow(row: ClientRow | undefined): ClientRow {
  if (row === undefined) throw new Error('The OAuth client to write does not exist');
  return row;
}
