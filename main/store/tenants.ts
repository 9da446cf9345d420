// Tenants: the mock SCIM endpoints of a workspace, each with its token and behaviour profile.
import type { Database } from 'better-sqlite3';
import type { Tenant } from '../../shared/admin/tenant.ts';
import { isJsonObject } from '../../shared/scim/json.ts';
import type { Clock } from '../base/clock.ts';
import { ENTRA_TOLERANT, type Profile } from '../scim/profile/profile.ts';
import { readJson } from './stored-json.ts';

export interface TenantRecord {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** Origin set by the user; wins over `forwardedUrl`. */
  readonly publicUrl: string | null;
  /** Origin last seen in a request that a tunnel forwarded. */
  readonly forwardedUrl: string | null;
  readonly profile: Profile;
  /** In the clear: the UI shows it again, and it opens a mock. */
  readonly secretToken: string;
  readonly created: string;
}

export type NewTenant = Pick<TenantRecord, 'slug' | 'name' | 'secretToken'> &
  Partial<Pick<TenantRecord, 'publicUrl' | 'profile'>>;

/** Members left out stay as they are. */
export type TenantUpdate = Partial<Omit<TenantRecord, 'id' | 'slug' | 'created'>>;

type TenantRow = Omit<TenantRecord, 'profile'> & { readonly profile: string };

export type TenantStore = ReturnType<typeof createTenantStore>;

export function createTenantStore(db: Database, clock: Clock) {
  const statements = prepareStatements(db);

  function find(slug: string): TenantRecord | undefined {
    const row = statements.find.get(slug);
    return row && toTenant(row);
  }

  function list(): readonly TenantRecord[] {
    return statements.list.all().map(toTenant);
  }

  /** The slug must be free: a second tenant of the same slug is a programming error. */
  function create(tenant: NewTenant): TenantRecord {
    return requireRow(
      statements.insert.get({
        publicUrl: null,
        ...tenant,
        profile: JSON.stringify(tenant.profile ?? ENTRA_TOLERANT),
        created: clock.now().toISOString(),
      }),
    );
  }

  function update(tenant: TenantRecord, change: TenantUpdate): TenantRecord {
    const { profile, ...rest } = { ...tenant, ...change };
    return requireRow(statements.update.get({ ...rest, profile: JSON.stringify(profile) }));
  }

  function counts(tenant: TenantRecord): Tenant['counts'] {
    const row = statements.counts.get({ id: tenant.id, slug: tenant.slug });
    if (row === undefined) throw new Error('A count returned no row');
    const { inactiveUsers, ...others } = row;
    return { ...others, activeUsers: row.users - inactiveUsers };
  }

  return { find, list, create, update, counts };
}

const COLUMNS = `
  id, slug, name, public_url as publicUrl, forwarded_url as forwardedUrl, profile,
  secret_token as secretToken, created`;

type TenantCounts = Omit<Tenant['counts'], 'activeUsers'> & { readonly inactiveUsers: number };

function prepareStatements(db: Database) {
  return {
    find: db.prepare<[string], TenantRow>(`select ${COLUMNS} from tenants where slug = ?`),
    list: db.prepare<[], TenantRow>(`select ${COLUMNS} from tenants order by id`),
    insert: db.prepare<[object], TenantRow>(`
      insert into tenants (slug, name, public_url, profile, secret_token, created)
      values (:slug, :name, :publicUrl, :profile, :secretToken, :created)
      returning ${COLUMNS}`),
    update: db.prepare<[object], TenantRow>(`
      update tenants
      set name = :name, public_url = :publicUrl, forwarded_url = :forwardedUrl,
          profile = :profile, secret_token = :secretToken
      where id = :id
      returning ${COLUMNS}`),
    counts: db.prepare<[object], TenantCounts>(`
      select
        (select count(*) from resources where tenant_id = :id and resource_type = 'User') as users,
        (select count(*) from resources
          where tenant_id = :id and resource_type = 'User' and active = 0) as inactiveUsers,
        (select count(*) from resources where tenant_id = :id and resource_type = 'Group') as groups,
        (select count(*) from members where tenant_id = :id) as memberships,
        (select count(*) from request_log where tenant = :slug or tenant is null) as requests`),
  };
}

function requireRow(row: TenantRow | undefined): TenantRecord {
  if (row === undefined) throw new Error('The tenant to write does not exist');
  return toTenant(row);
}

function toTenant(row: TenantRow): TenantRecord {
  return { ...row, profile: readProfile(row.profile) };
}

/** Switches that an older version did not store have their default. */
function readProfile(text: string): Profile {
  const value = readJson(text);
  const stored = isJsonObject(value) ? value : {};
  const answer = (name: 'userPatchAnswer' | 'groupPatchAnswer') =>
    stored[name] === 'resource' || stored[name] === 'no-content'
      ? stored[name]
      : ENTRA_TOLERANT[name];
  const unique = stored['uniqueGroupDisplayName'];
  return {
    userPatchAnswer: answer('userPatchAnswer'),
    groupPatchAnswer: answer('groupPatchAnswer'),
    uniqueGroupDisplayName:
      typeof unique === 'boolean' ? unique : ENTRA_TOLERANT.uniqueGroupDisplayName,
  };
}
