// One tenant with all that is its own, from one attached workspace into another of the same schema; every other tenant
// there stays as it is. It is known by its slug: where the other workspace has it, it is replaced, and keeps its number.
// Surprise: rows get new keys on the way, because in the meantime others may have been given theirs. Only what people see,
// the numbers of requests and of events, stays wherever it is free.
import type { Database } from 'better-sqlite3';

/** Schema names of the two workspaces. */
export interface Passage {
  readonly from: string;
  readonly to: string;
  readonly slug: string;
  /** Tables to pass over, on both sides. */
  readonly without?: readonly string[];
  /** Numbers of requests up to this one are in use, whether they are logged or not. */
  readonly lastRequestId?: number;
  /** The numbers of its requests mean nothing over there. */
  readonly isForeign?: boolean;
}

interface TenantTable {
  readonly name: string;
  /** How its rows are told to be the tenant's: by its number, its slug, or by a row of another table. */
  readonly by: 'number' | 'slug' | { readonly column: string; readonly owner: string };
  readonly key?: string;
  /** The key is seen by people. */
  readonly isSeen?: boolean;
  /** Columns that hold keys of other tables. */
  readonly refers?: Readonly<Record<string, string>>;
  /** A column that no two rows of a workspace share, and nothing refers to. */
  readonly unique?: string;
}

const REQUEST = 'request_log';

/** Owners before what is theirs. */
export const TENANT_TABLES: readonly TenantTable[] = [
  { name: 'tenant_schemas', by: 'number', key: 'key' },
  { name: 'tenant_resource_types', by: 'number', key: 'key' },
  { name: 'resources', by: 'number', key: 'key' },
  { name: 'members', by: 'number', key: 'position', refers: { group_key: 'resources' } },
  {
    name: 'attribute_index',
    by: { column: 'resource_key', owner: 'resources' },
    refers: { resource_key: 'resources' },
  },
  {
    name: REQUEST,
    by: 'slug',
    key: 'id',
    isSeen: true,
    refers: { retry_of: REQUEST, connection: REQUEST },
  },
  { name: 'request_exchanges', by: { column: 'id', owner: REQUEST }, refers: { id: REQUEST } },
  {
    name: 'request_findings',
    by: { column: 'request_id', owner: REQUEST },
    refers: { request_id: REQUEST },
  },
  { name: 'request_unindexed', by: { column: 'id', owner: REQUEST }, refers: { id: REQUEST } },
  { name: 'request_traffic', by: 'slug' },
  { name: 'resource_history', by: 'number', key: 'key', refers: { request_id: REQUEST } },
  { name: 'event_feeds', by: 'number' },
  { name: 'events', by: 'number', key: 'key', isSeen: true },
  {
    name: 'async_requests',
    by: 'number',
    key: 'key',
    refers: { request_id: REQUEST },
    unique: 'txn',
  },
  { name: 'auth_settings', by: 'number' },
  { name: 'first_steps', by: 'number' },
  { name: 'tenant_serving', by: 'number' },
  { name: 'tokens', by: 'number', key: 'key', unique: 'id' },
  { name: 'oauth_clients', by: 'number', key: 'key' },
  {
    name: 'oauth_secrets',
    by: { column: 'client_key', owner: 'oauth_clients' },
    key: 'key',
    refers: { client_key: 'oauth_clients' },
    unique: 'id',
  },
  {
    name: 'access_tokens',
    by: { column: 'client_key', owner: 'oauth_clients' },
    refers: { client_key: 'oauth_clients' },
    unique: 'digest',
  },
];

/** Within a transaction of the caller. Returns the number of the tenant over there. */
export function passTenant(db: Database, passage: Passage): number {
  const { to, slug, without = [] } = passage;
  const tables = TENANT_TABLES.filter(({ name }) => !without.includes(name));
  const bound = { slug };
  forgetWords(db, passage);
  // The requests that it hides, and could bring back, go now.
  db.prepare<[object]>(`delete from ${to}.request_removals where only_tenant = :slug`).run(bound);
  for (const table of tables.toReversed()) {
    db.prepare<[object]>(`delete from ${to}.${table.name} where ${isOwned(table, to)}`).run(bound);
  }
  const tenantId = passTenantRow(db, passage);
  const shifts = new Map<string, number>();
  for (const table of tables) {
    shifts.set(table.name, findShift(db, table, passage));
    fillTable(db, table, { ...passage, tenantId, shifts });
  }
  db.prepare<[object]>(
    `
    insert or ignore into ${to}.request_unindexed
      select id from ${to}.request_log where tenant = :slug`,
  ).run(bound);
  return tenantId;
}

/** The full-text index has no texts of its own, and is filled anew in the background. */
function forgetWords(db: Database, { to, slug }: Passage): void {
  db.prepare<[object]>(
    `
    delete from ${to}.request_words
    where rowid in (
      select w.id
      from ${to}.request_log r
      join ${to}.request_words_docsize w on w.id = r.id
      where r.tenant = :slug)`,
  ).run({ slug });
}

function passTenantRow(db: Database, { from, to, slug }: Passage): number {
  const columns = listColumns(db, 'tenants', to).filter(
    (name) => !['id', 'slug', 'schema_revision'].includes(name),
  );
  const list = columns.join(', ');
  db.prepare<[object]>(
    `
    insert into ${to}.tenants (slug, ${list})
    select slug, ${list} from ${from}.tenants where slug = :slug
    on conflict (slug) do update set ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  ).run({ slug });
  // Models are remembered by tenant and revision: none of them may be taken for one of before.
  const tenantId = db
    .prepare<[object], number>(
      `
      update ${to}.tenants
      set schema_revision = 1 + (select max(schema_revision) from ${to}.tenants)
      where slug = :slug
      returning id`,
    )
    .pluck()
    .get({ slug });
  if (tenantId === undefined) throw new Error(`The workspace to read has no tenant "${slug}"`);
  return tenantId;
}

/** By how much the keys of a table rise, so that none of them is taken. */
function findShift(db: Database, table: TenantTable, passage: Passage): number {
  const { name, key, isSeen = false } = table;
  const { from, to, slug, lastRequestId = 0 } = passage;
  if (key === undefined) return 0;
  if (isSeen && !mustRise(db, table, passage)) return 0;
  const least = db
    .prepare<[object], number | null>(
      `select min(${key}) from ${from}.${name} where ${isOwned(table, from)}`,
    )
    .pluck()
    .get({ slug });
  const used = db.prepare<[], number>(`select coalesce(max(${key}), 0) from ${to}.${name}`).pluck();
  const last = Math.max(used.get() ?? 0, name === REQUEST ? lastRequestId : 0);
  return Math.max(0, last + 1 - (least ?? 0));
}

/** Where one of the numbers is another's, or a removal that reaches further than the tenant would hide its requests. */
function mustRise(db: Database, table: TenantTable, passage: Passage): boolean {
  const { from, to, slug, isForeign = false } = passage;
  const { name, key = '' } = table;
  const isTaken = db
    .prepare<[object], number>(
      `
      select exists (
        select 1 from ${from}.${name} s
        where ${isOwned(table, from)}
          and exists (select 1 from ${to}.${name} t where t.${key} = s.${key}))`,
    )
    .pluck();
  if (isForeign || isTaken.get({ slug }) === 1) return true;
  if (name !== REQUEST) return false;
  const hides = db.prepare<[], number>(`select exists (select 1 from ${to}.request_removals)`);
  return hides.pluck().get() === 1;
}

interface Filling extends Passage {
  readonly tenantId: number;
  readonly shifts: ReadonlyMap<string, number>;
}

function fillTable(db: Database, table: TenantTable, filling: Filling): void {
  const { from, to, slug, tenantId } = filling;
  const { name } = table;
  const columns = listColumns(db, name, to);
  const values = columns.map((column) => valueOf(column, table, filling));
  db.prepare<[object]>(
    `
    insert into ${to}.${name} (${columns.join(', ')})
    select ${values.join(', ')}
    from ${from}.${name} s
    where ${isOwned(table, from)}
    order by ${table.key ?? '1'}`,
  ).run({ slug, ...(values.some((value) => value.includes(':tenantId')) && { tenantId }) });
}

function valueOf(column: string, table: TenantTable, filling: Filling): string {
  const { to, shifts } = filling;
  const { name, key, refers = {}, unique } = table;
  if (column === 'tenant_id') return 'cast(:tenantId as integer)';
  if (column === key) return `s.${column} + ${shifts.get(name) ?? 0}`;
  const owner = refers[column];
  if (owner !== undefined) return referTo(column, owner, filling);
  // An index name begins with the number of its tenant.
  if (column === 'index_name') {
    return "cast(:tenantId as integer) || substr(s.index_name, instr(s.index_name, '/'))";
  }
  if (column !== unique) return `s.${column}`;
  // A tenant of another slug may have it: this one has been renamed since.
  return `iif(
    exists (select 1 from ${to}.${name} t where t.${column} = s.${column}),
    lower(hex(randomblob(8))), s.${column})`;
}

/** Where numbers rise, or are of another workspace, one of a request that is not there would be that of another. */
function referTo(
  column: string,
  owner: string,
  { from, shifts, isForeign = false }: Filling,
): string {
  const shift = shifts.get(owner) ?? 0;
  if (shift === 0 && !isForeign) return `s.${column}`;
  const table = requireTable(owner);
  return `(
    select o.${table.key} + ${shift} from ${from}.${owner} o
    where o.${table.key} = s.${column} and ${isOwned(table, from)})`;
}

/** A condition on the rows of a table in one of the workspaces; it binds `slug`. */
function isOwned({ by }: TenantTable, schema: string): string {
  if (by === 'slug') return 'tenant = :slug';
  if (by === 'number') return `tenant_id = (select id from ${schema}.tenants where slug = :slug)`;
  const owner = requireTable(by.owner);
  return `${by.column} in (
    select ${owner.key} from ${schema}.${owner.name} where ${isOwned(owner, schema)})`;
}

function requireTable(wanted: string): TenantTable & { readonly key: string } {
  const table = TENANT_TABLES.find(({ name }) => name === wanted);
  if (table?.key === undefined) throw new Error(`No rows are owned by rows of "${wanted}"`);
  return { ...table, key: table.key };
}

function listColumns(db: Database, table: string, schema: string): readonly string[] {
  return db
    .prepare<[string, string], string>('select name from pragma_table_info(?, ?)')
    .pluck()
    .all(table, schema);
}
