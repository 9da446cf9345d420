// Two states of a workspace, side by side: a snapshot, and another one or what is there now. The files are attached to
// the open connection for as long as the comparison takes, because a workspace in memory cannot be opened twice.
// A resource is the same one when tenant, type and id are the same.
import type { Database } from 'better-sqlite3';
import type {
  ResourceDifference,
  Snapshot,
  TenantComparison,
} from '../../shared/admin/snapshot.ts';
import type { ScimResource } from '../../shared/scim/json.ts';
import { readJsonObject } from './stored-json.ts';

/** Schema names as the statements below know them: what was attached, or `main`. */
type Side = 'before' | 'after' | 'main';

interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** A resource in one of the two states; its members, where it is a group. */
export interface ComparedResource {
  readonly resourceType: string;
  readonly document: ScimResource;
  readonly members: readonly string[];
}

export interface DifferenceQuery {
  readonly tenant: string;
  readonly resourceType: string;
  /** Differences after this id, in the order of ids; empty: from the first. */
  readonly after: string;
  readonly limit: number;
}

/** `fileOf` gives a file of the newest schema that holds a snapshot. It may throw a `StoreOpenError`. */
export function createSnapshotComparer(db: Database, fileOf: (snapshot: Snapshot) => string) {
  /** `after` is null for the workspace as it is. */
  return function compare(before: Snapshot, after: Snapshot | null) {
    const sides: Sides = { before: 'before', after: after === null ? 'main' : 'after' };
    const files = [
      ['before', fileOf(before)],
      ...(after === null ? [] : [['after', fileOf(after)] as const]),
    ] as const;
    const read = <Result>(work: () => Result) => withAttached(db, files, work);
    return {
      count: () => read(() => countDifferences(db, sides)),
      list: (query: DifferenceQuery) => read(() => listDifferences(db, sides, query)),
      find: (resource: { readonly tenant: string; readonly id: string }) =>
        read(() => ({
          before: findCompared(db, sides.before, resource),
          after: findCompared(db, sides.after, resource),
        })),
    };
  };
}

function withAttached<Result>(
  db: Database,
  files: readonly (readonly [side: string, file: string])[],
  work: () => Result,
): Result {
  const attached: string[] = [];
  try {
    for (const [side, file] of files) {
      db.prepare(`attach database ? as ${side}`).run(file);
      attached.push(side);
    }
    return work();
  } finally {
    for (const side of attached) db.exec(`detach database ${side}`);
  }
}

/** How many resources of each type came, went and changed, tenant by tenant. */
function countDifferences(db: Database, { before, after }: Sides): TenantComparison[] {
  const rows = db
    .prepare<[], CountRow>(
      `
      select slug, max(tenant_name) as tenantName, max(had_tenant) as hadTenant,
        max(has_tenant) as hasTenant, resource_type as resourceType,
        sum(added) as added, sum(removed) as removed, sum(changed) as changed
      from (
        select t.slug, t.name as tenant_name, 1 as had_tenant, 0 as has_tenant,
          null as resource_type, 0 as added, 0 as removed, 0 as changed
        from ${before}.tenants t
        union all
        select t.slug, t.name, 0, 1, null, 0, 0, 0 from ${after}.tenants t
        union all
        select slug, null, 0, 0, resource_type, kind = 'added', kind = 'removed', kind = 'changed'
        from (${differences(before, after)})
      )
      group by slug, resource_type
      order by slug, resource_type`,
    )
    .all();
  return [...groupByTenant(rows).values()];
}

function listDifferences(
  db: Database,
  { before, after }: Sides,
  query: DifferenceQuery,
): readonly ResourceDifference[] {
  return db
    .prepare<[object], ResourceDifference>(
      `
      select kind, id, resource_type as resourceType, name
      from (${differences(before, after)})
      where slug = :tenant and resource_type = :resourceType and id > :after
      order by id
      limit :limit`,
    )
    .all(query);
}

function findCompared(
  db: Database,
  side: Side,
  resource: { readonly tenant: string; readonly id: string },
): ComparedResource | undefined {
  const row = db
    .prepare<[object], { key: number; resourceType: string; document: string }>(
      `
      select r.key, r.resource_type as resourceType, r.document
      from ${side}.resources r
      join ${side}.tenants t on t.id = r.tenant_id
      where t.slug = :tenant and r.id = :id`,
    )
    .get(resource);
  if (row === undefined) return undefined;
  const members = db
    .prepare<[number], string>(
      `select member_id from ${side}.members where group_key = ? order by member_id`,
    )
    .pluck()
    .all(row.key);
  return { resourceType: row.resourceType, document: readJsonObject(row.document), members };
}

interface CountRow {
  readonly slug: string;
  readonly tenantName: string | null;
  readonly hadTenant: number;
  readonly hasTenant: number;
  readonly resourceType: string | null;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

function groupByTenant(rows: readonly CountRow[]): ReadonlyMap<string, TenantComparison> {
  const tenants = new Map<string, TenantComparison>();
  for (const { slug, tenantName, hadTenant, hasTenant, resourceType, ...counts } of rows) {
    // The row without a type comes first: null sorts before text.
    const known = tenants.get(slug) ?? {
      tenant: slug,
      name: tenantName ?? slug,
      kind: hadTenant === 0 ? 'added' : hasTenant === 0 ? 'removed' : 'kept',
      types: [],
    };
    const types = resourceType === null ? [] : [{ resourceType, ...counts }];
    tenants.set(slug, { ...known, types: [...known.types, ...types] });
  }
  return tenants;
}

/** Where neither version nor time has moved nothing has changed, and the documents need not be read. */
function differences(before: Side, after: Side): string {
  return `
    select 'removed' as kind, ${shown('old')}
    from ${before}.resources old
    join ${before}.tenants t on t.id = old.tenant_id
    where not exists (
      select 1
      from ${after}.tenants other
      join ${after}.resources r on r.tenant_id = other.id and r.id = old.id
      where other.slug = t.slug)
    union all
    select 'added', ${shown('new')}
    from ${after}.resources new
    join ${after}.tenants t on t.id = new.tenant_id
    where not exists (
      select 1
      from ${before}.tenants other
      join ${before}.resources r on r.tenant_id = other.id and r.id = new.id
      where other.slug = t.slug)
    union all
    select 'changed', ${shown('new')}
    from ${after}.resources new
    join ${after}.tenants t on t.id = new.tenant_id
    join ${before}.tenants other on other.slug = t.slug
    join ${before}.resources old on old.tenant_id = other.id and old.id = new.id
    where (old.version <> new.version or old.last_modified <> new.last_modified)
      and (
        old.document <> new.document
        or old.resource_type <> new.resource_type
        or exists (
          select member_id from ${before}.members where group_key = old.key
          except
          select member_id from ${after}.members where group_key = new.key)
        or exists (
          select member_id from ${after}.members where group_key = new.key
          except
          select member_id from ${before}.members where group_key = old.key))`;
}

function shown(resource: 'old' | 'new'): string {
  return `t.slug as slug, ${resource}.id as id, ${resource}.resource_type as resource_type,
    coalesce(${resource}.document ->> '$.userName', ${resource}.document ->> '$.displayName') as name`;
}
