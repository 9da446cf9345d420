// Which requests a list means, as SQL: filter, tenant, and without what has been removed.
import { parseRequestFilter } from '../../../shared/request-filter/parse-request-filter.ts';
import type { RequestFilter } from '../../../shared/request-filter/filter-tree.ts';
import {
  allOf,
  ANY_ROW,
  anyOf,
  driven,
  noneOf,
  plain,
  type Binder,
  type Condition,
} from './condition.ts';
import type { RemovalRow } from './removals.ts';
import { tokenToSql, type TokenContext } from './token-to-sql.ts';
import { findWordsAnywhere, type WordContext } from './words-to-sql.ts';

export function filterToCondition(tree: RequestFilter, context: TokenContext): Condition {
  switch (tree.kind) {
    case 'and':
      return allOf(tree.terms.map((term) => filterToCondition(term, context)));
    case 'or':
      return anyOf(tree.terms.map((term) => filterToCondition(term, context)));
    case 'not':
      return noneOf(filterToCondition(tree.term, context));
    case 'words':
      return findWordsAnywhere(tree.text, context);
    case 'token':
      return tokenToSql(tree.name, tree.value, context);
  }
}

/** Those of a tenant and those that named none. */
export function ofTenant(tenant: string | undefined, { bind }: Binder): Condition {
  if (tenant === undefined) return ANY_ROW;
  const slug = bind(tenant);
  return driven(
    `r.tenant is null or r.tenant = ${slug}`,
    9,
    `
    select id from request_log indexed by request_log_tenant
    where tenant = ${slug} and id between :lo and :hi
    union all
    select id from request_log indexed by request_log_tenant
    where tenant is null and id between :lo and :hi`,
  );
}

/** Those of a tenant alone. */
export function ofTenantOnly(tenant: string, { bind }: Binder): Condition {
  const slug = bind(tenant);
  return driven(
    `coalesce(r.tenant = ${slug}, 0)`,
    9,
    `
    select id from request_log indexed by request_log_tenant
    where tenant = ${slug} and id between :lo and :hi`,
  );
}

export function byIds(ids: readonly number[], binder: Binder): Condition {
  return byList(JSON.stringify(ids), binder);
}

/** `ids` as JSON. */
function byList(ids: string, { bind }: Binder): Condition {
  const sql = `select value from json_each(${bind(ids)})`;
  return driven(`r.id in (${sql})`, 0, `${sql} where value between :lo and :hi`);
}

/** What a removal takes away. */
export function ofRemoval(removal: RemovalRow, binder: WordContext): Condition {
  const { bind } = binder;
  const { onlyTenant, olderThan, ids } = removal;
  const context = { ...binder, now: new Date(removal.asked) };
  return allOf([
    plain(`r.id <= ${bind(removal.upTo)}`),
    ...(removal.openIds === '[]' ? [] : [noneOf(byList(removal.openIds, binder))]),
    ofTenant(removal.tenant ?? undefined, binder),
    ...(onlyTenant === null ? [] : [ofTenantOnly(onlyTenant, binder)]),
    ...(ids === null ? [] : [byList(ids, binder)]),
    ...(olderThan === null ? [] : [plain(`r.at < ${bind(olderThan)}`)]),
    ...(removal.includesPinned === 1 ? [] : [plain('r.is_pinned = 0')]),
    filterToCondition(parseRequestFilter(removal.filter), context),
  ]);
}
