// Tenants: the mock SCIM endpoints of a workspace, each with its behaviour profile and its first token.
import type { Database } from 'better-sqlite3';
import type { Tenant } from '../../shared/admin/tenant.ts';
import {
  DEFAULT_PRESET,
  readProfileSetting,
  resolveProfile,
  type ProfileSetting,
} from '../../shared/scim/profile/profile-setting.ts';
import type { Profile } from '../../shared/scim/profile/switches.ts';
import type { Clock } from '../base/clock.ts';
import type { ReadMemory } from './read-memory.ts';
import { readJson } from './stored-json.ts';

export interface TenantRecord {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** Origin set by the user; wins over `forwardedUrl`. */
  readonly publicUrl: string | null;
  /** Origin last seen in a request that a tunnel forwarded. */
  readonly forwardedUrl: string | null;
  /** What is stored: a preset and what differs from it. */
  readonly profileSetting: ProfileSetting;
  /** The value of every switch, as the setting says. */
  readonly profile: Profile;
  /** The secret of the first token that is not revoked; of the first one where all are. */
  readonly secretToken: string;
  readonly created: string;
}

export type NewTenant = Pick<TenantRecord, 'slug' | 'name' | 'secretToken'> &
  Partial<Pick<TenantRecord, 'publicUrl' | 'profileSetting'>>;

/** Members left out stay as they are. */
export type TenantUpdate = Partial<Omit<TenantRecord, 'id' | 'slug' | 'created' | 'profile'>>;

type TenantRow = Omit<TenantRecord, 'profile' | 'profileSetting'> & { readonly profile: string };

const UNCHANGED: ProfileSetting = { preset: DEFAULT_PRESET, overrides: {} };

export type TenantStore = ReturnType<typeof createTenantStore>;

export function createTenantStore(db: Database, clock: Clock, { remember }: ReadMemory) {
  const statements = prepareStatements(db);

  const find = remember(['tenants', 'tokens'], (slug: string): TenantRecord | undefined => {
    const row = statements.find.get(slug);
    return row && toTenant(row);
  });

  /** Whatever its slug is now; undefined once it has been deleted. */
  function get(id: number): TenantRecord | undefined {
    const row = statements.get.get(id);
    return row && toTenant(row);
  }

  function list(): readonly TenantRecord[] {
    return statements.list.all().map(toTenant);
  }

  /** The slug must be free: a second tenant of the same slug is a programming error. */
  function create(tenant: NewTenant): TenantRecord {
    const { profileSetting = UNCHANGED, ...rest } = tenant;
    const row = {
      publicUrl: null,
      ...rest,
      profile: JSON.stringify(profileSetting),
      created: clock.now().toISOString(),
    };
    insert(row);
    return requireRow(statements.find.get(tenant.slug));
  }

  const insert = db.transaction((row: object) => {
    statements.insert.run(row);
    statements.insertToken.run(row);
  });

  /** A secret token that is given is one that opens: neither expired nor revoked. */
  function update(tenant: TenantRecord, change: TenantUpdate): TenantRecord {
    const { profile: _, profileSetting, secretToken: _token, ...rest } = { ...tenant, ...change };
    const { secretToken } = change;
    if (secretToken !== undefined) statements.setToken.run({ id: tenant.id, secretToken });
    return requireRow(statements.update.get({ ...rest, profile: JSON.stringify(profileSetting) }));
  }

  /** But for requests: the request log knows those. */
  function counts({ id }: TenantRecord): Omit<Tenant['counts'], 'requests'> {
    const row = statements.counts.get({ id });
    if (row === undefined) throw new Error('A count returned no row');
    const { inactiveUsers, ...others } = row;
    return { ...others, activeUsers: row.users - inactiveUsers };
  }

  return { find, get, list, create, update, counts };
}

/** Of the Secret Token among the tokens of `tenants.id`. */
const SECRET_TOKEN_KEY = `
  select key from tokens where tenant_id = tenants.id order by revoked is not null, key limit 1`;

const COLUMNS = `
  id, slug, name, public_url as publicUrl, forwarded_url as forwardedUrl, profile,
  (select secret from tokens where key = (${SECRET_TOKEN_KEY})) as secretToken, created`;

type TenantCounts = Omit<Tenant['counts'], 'activeUsers' | 'requests'> & {
  readonly inactiveUsers: number;
};

function prepareStatements(db: Database) {
  return {
    find: db.prepare<[string], TenantRow>(`select ${COLUMNS} from tenants where slug = ?`),
    get: db.prepare<[number], TenantRow>(`select ${COLUMNS} from tenants where id = ?`),
    list: db.prepare<[], TenantRow>(`select ${COLUMNS} from tenants order by id`),
    insert: db.prepare<[object]>(`
      insert into tenants (slug, name, public_url, profile, created)
      values (:slug, :name, :publicUrl, :profile, :created)`),
    insertToken: db.prepare<[object]>(`
      insert into tokens (tenant_id, name, secret, created)
      select id, 'Secret Token', :secretToken, :created from tenants where slug = :slug`),
    setToken: db.prepare<[object]>(`
      update tokens
      set secret = :secretToken, previous_secret = null, previous_expires = null, expires = null,
          revoked = null
      where key = (select (${SECRET_TOKEN_KEY}) from tenants where id = :id)`),
    update: db.prepare<[object], TenantRow>(`
      update tenants
      set name = :name, public_url = :publicUrl, forwarded_url = :forwardedUrl,
          profile = :profile
      where id = :id
      returning ${COLUMNS}`),
    counts: db.prepare<[object], TenantCounts>(`
      select
        (select count(*) from resources where tenant_id = :id and resource_type = 'User') as users,
        (select count(*) from resources
          where tenant_id = :id and resource_type = 'User' and active = 0) as inactiveUsers,
        (select count(*) from resources where tenant_id = :id and resource_type = 'Group') as groups,
        (select count(*) from members where tenant_id = :id) as memberships`),
  };
}

function requireRow(row: TenantRow | undefined): TenantRecord {
  if (row === undefined) throw new Error('The tenant to write does not exist');
  return toTenant(row);
}

function toTenant(row: TenantRow): TenantRecord {
  return { ...row, ...readProfile(row.profile) };
}

type StoredProfile = Pick<TenantRecord, 'profile' | 'profileSetting'>;

const profiles = new Map<string, StoredProfile>();
const MAX_PROFILES = 100;

/** Read at every request: the same text gives the same objects, so that others can remember what follows from them. */
function readProfile(text: string): StoredProfile {
  const known = profiles.get(text);
  if (known !== undefined) return known;
  const profileSetting = readProfileSetting(readJson(text));
  const profile = resolveProfile(profileSetting.preset, profileSetting.overrides);
  if (profiles.size >= MAX_PROFILES) profiles.clear();
  profiles.set(text, { profile, profileSetting });
  return { profile, profileSetting };
}
