// Bearer tokens of tenants. The first one that is not revoked is the tenant's Secret Token.
import type { Database } from 'better-sqlite3';
import type { Source } from '../../shared/admin/request-log.ts';
import type { TokenScope } from '../../shared/admin/token.ts';
import type { ReadMemory } from './read-memory.ts';
import { createUsageBuffer, type Uses } from './usage-buffer.ts';

export interface TokenRecord {
  readonly key: number;
  /** Names it in the admin API. */
  readonly id: string;
  readonly name: string;
  /** In the clear: the UI shows it again, and it opens a mock. */
  readonly secret: string;
  /** Valid beside `secret` until `previousExpires`. */
  readonly previousSecret: string | null;
  readonly previousExpires: string | null;
  readonly scope: TokenScope;
  /** userName of the User that `/Me` stands for. */
  readonly actsAs: string | null;
  readonly created: string;
  readonly expires: string | null;
  readonly revoked: string | null;
  readonly lastUsed: string | null;
  readonly lastSource: Source | null;
  readonly requests: number;
}

export interface NewToken {
  readonly tenantId: number;
  readonly name: string;
  readonly secret: string;
  readonly scope: TokenScope;
  readonly actsAs: string | null;
  readonly created: string;
  readonly expires: string | null;
}

/** Members left out stay as they are. */
export type TokenUpdate = Partial<
  Omit<TokenRecord, 'key' | 'id' | 'created' | 'lastUsed' | 'lastSource' | 'requests'>
>;

export type TokenStore = ReturnType<typeof createTokenStore>;

export function createTokenStore(db: Database, { remember }: ReadMemory) {
  const statements = prepareStatements(db);
  const usage = createUsageBuffer((uses) => statements.addUses.run(uses));

  /** Oldest first, the revoked and expired included. */
  function list(tenantId: number): readonly TokenRecord[] {
    usage.flush();
    return statements.list.all(tenantId);
  }

  /** What a presented secret is compared with; numbers of uses may be behind. */
  const candidates = remember(['tokens'], (tenantId: number): readonly TokenRecord[] =>
    statements.list.all(tenantId),
  );

  function find(tenantId: number, id: string): TokenRecord | undefined {
    usage.flush();
    return statements.find.get(tenantId, id);
  }

  function create(token: NewToken): TokenRecord {
    return requireRow(statements.insert.get(token));
  }

  function update(token: TokenRecord, change: TokenUpdate): TokenRecord {
    return requireRow(statements.update.get({ ...token, ...change }));
  }

  /** Every secret that a request of the tenant may hold, those of its OAuth clients included. */
  const secretsOf = remember(
    ['tokens', 'oauth_clients', 'oauth_secrets'],
    (tenantId: number): readonly string[] => statements.secrets.all({ tenantId }),
  );

  return {
    list,
    candidates,
    find,
    create,
    update,
    secretsOf,
    noteUse: usage.note,
    flush: usage.flush,
  };
}

const COLUMNS = `
  key, id, name, secret, previous_secret as previousSecret, previous_expires as previousExpires,
  scope, acts_as as actsAs, created, expires, revoked, last_used as lastUsed,
  last_source as lastSource, requests`;

function prepareStatements(db: Database) {
  return {
    list: db.prepare<[number], TokenRecord>(
      `select ${COLUMNS} from tokens where tenant_id = ? order by key`,
    ),
    find: db.prepare<[number, string], TokenRecord>(
      `select ${COLUMNS} from tokens where tenant_id = ? and id = ?`,
    ),
    insert: db.prepare<[NewToken], TokenRecord>(`
      insert into tokens (tenant_id, name, secret, scope, acts_as, created, expires)
      values (:tenantId, :name, :secret, :scope, :actsAs, :created, :expires)
      returning ${COLUMNS}`),
    update: db.prepare<[object], TokenRecord>(`
      update tokens
      set name = :name, secret = :secret, previous_secret = :previousSecret,
          previous_expires = :previousExpires, scope = :scope, acts_as = :actsAs,
          expires = :expires, revoked = :revoked
      where key = :key
      returning ${COLUMNS}`),
    secrets: db
      .prepare<[object], string>(
        `
        select secret from tokens where tenant_id = :tenantId
        union
        select previous_secret from tokens
        where tenant_id = :tenantId and previous_secret is not null
        union
        select s.secret
        from oauth_clients c
        join oauth_secrets s on s.client_key = c.key
        where c.tenant_id = :tenantId`,
      )
      .pluck(),
    addUses: db.prepare<[Uses]>(`
      update tokens
      set requests = requests + :requests, last_used = :at, last_source = :source
      where key = :key`),
  };
}

function requireRow(row: TokenRecord | undefined): TokenRecord {
  if (row === undefined) throw new Error('The token to write does not exist');
  return row;
}
