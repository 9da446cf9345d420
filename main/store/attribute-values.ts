// Values of an attribute that occur: for completion. Names that have an index are read from it, in order; of any other
// attribute the newest resources are looked at, so that an answer costs the same however many there are.
import type { Database } from 'better-sqlite3';
import { foldCase } from '../scim/fold-case.ts';
import type { AttributeRole, ResolvedAttribute } from '../scim/schema/schema-types.ts';
import { createPreparedQueries } from './prepared-queries.ts';
import type { ResourceScope } from './resource-record.ts';
import { findSqlAttribute } from './sql-attributes.ts';

const MOST = 20;
const LOOKED_AT = 2_000;

/** Key columns and where the document has their text. */
const KEY_COLUMNS: ReadonlyMap<AttributeRole, readonly [string, string]> = new Map([
  ['userName', ['r.user_name_key', "r.document ->> '$.userName'"]],
  ['displayName', ['r.display_name_key', "r.document ->> '$.displayName'"]],
  ['externalId', ['r.external_id', "r.document ->> '$.externalId'"]],
]);

export type AttributeValueStore = ReturnType<typeof createAttributeValueStore>;

export function createAttributeValueStore(db: Database) {
  const run = createPreparedQueries(db);

  /** At most twenty that begin with the prefix, whatever its case. */
  function list(
    scope: ResourceScope,
    target: ResolvedAttribute,
    prefix: string,
  ): readonly (string | number)[] {
    const role = target.subAttribute === undefined ? target.attribute.role : undefined;
    const columns = role === undefined ? undefined : KEY_COLUMNS.get(role);
    const found =
      columns === undefined ? sample(scope, target, prefix) : search(scope, columns, prefix);
    return found.flatMap(({ value }) =>
      typeof value === 'string' || typeof value === 'number' ? [value] : [],
    );
  }

  function search(
    { tenantId, resourceType }: ResourceScope,
    [column, text]: readonly [string, string],
    prefix: string,
  ): readonly FoundRow[] {
    const key = column.endsWith('_key') ? foldCase(prefix) : prefix;
    return read(
      `select ${text} as value
       from resources r
       where r.tenant_id = ? and r.resource_type = ? and ${column} >= ? and ${column} < ?
       order by ${column}
       limit ${MOST}`,
      [tenantId, resourceType, key, `${key}\u{10ffff}`],
    );
  }

  function sample(
    { tenantId, resourceType }: ResourceScope,
    target: ResolvedAttribute,
    prefix: string,
  ): readonly FoundRow[] {
    const attribute = findSqlAttribute(target, '');
    const { sql, params } = attribute.value(target.subAttribute?.name);
    const elements = attribute.from === undefined ? 'newest r' : `newest r, ${attribute.from}`;
    return read(
      `with newest as (
         select r.* from resources r
         where r.tenant_id = ? and r.resource_type = ?
         order by r.key desc
         limit ${LOOKED_AT})
       select value from (select ${sql} as value from ${elements})
       where value <> '' and instr(fold(cast(value as text)), ?) = 1
       group by value
       order by count(*) desc, value
       limit ${MOST}`,
      [tenantId, resourceType, ...params, foldCase(prefix)],
    );
  }

  function read(sql: string, params: readonly (string | number | null)[]): readonly FoundRow[] {
    return run.readRows({ sql, params }) as readonly FoundRow[]; // the one column that it selects
  }

  return { list };
}

interface FoundRow {
  readonly value: unknown;
}
