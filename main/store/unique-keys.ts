// The key columns of all that a tenant holds, computed anew when its profile asks for other ones; lookup-keys.ts says
// the same for one document. Which resources would clash is asked first, so that it can be told.
import type { Database } from 'better-sqlite3';
import type { KeyRules } from './lookup-keys.ts';

/** Two resources that a profile would not let stand beside each other. */
export interface KeyClash {
  readonly attribute: 'userName' | 'displayName' | 'externalId';
  readonly value: string;
  readonly ids: readonly string[];
}

export type UniqueKeyStore = ReturnType<typeof createUniqueKeyStore>;

export function createUniqueKeyStore(db: Database) {
  const statements = prepareStatements(db);

  /** Runs in the transaction of its caller. A clash has changed nothing. */
  function rekey(tenantId: number, rules: KeyRules): KeyClash | undefined {
    const clash = findClash(tenantId, rules);
    if (clash === undefined) statements.rekey.run({ tenantId, ...toParams(rules) });
    return clash;
  }

  function findClash(tenantId: number, rules: KeyRules): KeyClash | undefined {
    const rows = [
      rules.userNameCaseExact ? undefined : statements.userNames.get(tenantId),
      rules.uniqueGroupDisplayName ? statements.displayNames.get(tenantId) : undefined,
      rules.uniqueExternalId ? statements.externalIds.get(tenantId) : undefined,
    ];
    const row = rows.find((found) => found !== undefined);
    return row && { attribute: row.attribute, value: row.value, ids: [row.first, row.last] };
  }

  return { rekey };
}

interface ClashRow extends Pick<KeyClash, 'attribute' | 'value'> {
  readonly first: string;
  readonly last: string;
}

function prepareStatements(db: Database) {
  return {
    rekey: db.prepare<[object]>(`
      update resources
      set
        user_name_key = case when resource_type = 'User' then
          case when :caseExact then document ->> '$.userName' else fold(document ->> '$.userName') end
        end,
        unique_display_name_key =
          case when :uniqueGroups and resource_type = 'Group' then display_name_key end,
        unique_external_id = case when :uniqueExternalIds then external_id end
      where tenant_id = :tenantId`),
    userNames: prepareClash(db, {
      attribute: 'userName',
      key: `fold(document ->> '$.userName')`,
      condition: `resource_type = 'User'`,
    }),
    displayNames: prepareClash(db, {
      attribute: 'displayName',
      key: 'display_name_key',
      condition: `resource_type = 'Group'`,
    }),
    externalIds: prepareClash(db, {
      attribute: 'externalId',
      key: 'external_id',
      condition: 'true',
    }),
  };
}

interface Clash {
  readonly attribute: KeyClash['attribute'];
  readonly key: string;
  readonly condition: string;
}

function prepareClash(db: Database, { attribute, key, condition }: Clash) {
  return db.prepare<[number], ClashRow>(`
    select '${attribute}' as attribute, ${key} as value, min(id) as first, max(id) as last
    from resources
    where tenant_id = ? and ${condition} and ${key} is not null
    group by resource_type, ${key}
    having count(*) > 1
    limit 1`);
}

function toParams(rules: KeyRules) {
  return {
    caseExact: Number(rules.userNameCaseExact),
    uniqueGroups: Number(rules.uniqueGroupDisplayName),
    uniqueExternalIds: Number(rules.uniqueExternalId),
  };
}
