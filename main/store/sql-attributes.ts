// Where the values of each attribute are found by SQL: a key column, a table, or the JSON document. This is the closed
// table that filter-to-sql.ts draws on; all text in it is fixed or comes from schema definitions, never from a request.
// `r` is the resource that is asked about. What a document does not hold (id, meta, groups, members) and what is
// derived when a resource is read (the name of a manager or member) is looked up where it comes from.
import { resourceModels } from '../scim/schema/resource-models.ts';
import type {
  AttributeDefinition,
  AttributeRole,
  ResolvedAttribute,
} from '../scim/schema/schema-types.ts';

export type SqlParam = string | number | null;

/** The names that lead to a value in a document, outermost first. */
type Path = readonly string[];

/** One value as an SQL expression; null where the resource has none. */
export interface SqlValue {
  readonly sql: string;
  readonly params: readonly SqlParam[];
  /** The text is folded already: key columns are. */
  readonly isFolded: boolean;
  /** A bare column: a range over it can use an index. */
  readonly isColumn: boolean;
  /** A dateTime that the server wrote, always in one form: its texts are in the order of their instants. */
  readonly isInstant?: boolean;
}

/** The values of one attribute, all of them or the only one. */
export interface SqlAttribute {
  /** What follows `from` to have one row for each element; undefined when there is at most one value. */
  readonly from: string | undefined;
  /** What follows `order by` for these rows: the primary element, then as they are shown. */
  readonly firstBy?: string;
  /** The value itself, or one sub-attribute of it. */
  readonly value: (subAttribute: string | undefined) => SqlValue;
  /** Condition: there is anything at all in it. */
  readonly isPresent: string;
}

/** `baseUrl`: what `meta.location` and `$ref` begin with. */
export function findSqlAttribute(target: ResolvedAttribute, baseUrl: string): SqlAttribute {
  const { extension, attribute } = target;
  const path = extension === undefined ? [attribute.name] : [extension, attribute.name];
  if (attribute.role === 'manager') return managerAttribute(path, baseUrl);
  const special = attribute.role && SPECIAL.get(attribute.role);
  if (special !== undefined) return special(baseUrl, attribute);
  return attribute.multiValued ? elementsOf(path) : singleOf(path);
}

type Special = (baseUrl: string, attribute: AttributeDefinition) => SqlAttribute;

const SPECIAL: ReadonlyMap<AttributeRole, Special> = new Map<AttributeRole, Special>([
  ['id', () => columnAttribute('r.id')],
  ['externalId', () => columnAttribute('r.external_id')],
  ['userName', () => columnAttribute('r.user_name_key')],
  ['displayName', () => columnAttribute('r.display_name_key')],
  ['active', () => columnAttribute('r.active')],
  ['meta', metaAttribute],
  ['members', membersAttribute],
  ['groups', groupsAttribute],
]);

function columnAttribute(sql: string): SqlAttribute {
  return { from: undefined, value: () => column(sql), isPresent: `${sql} is not null` };
}

function metaAttribute(baseUrl: string): SqlAttribute {
  const values: Readonly<Record<string, SqlValue>> = {
    resourceType: expression('r.resource_type'),
    created: { ...column('r.created'), isInstant: true },
    lastModified: { ...column('r.last_modified'), isInstant: true },
    version: expression(`'W/"' || r.version || '"'`),
    location: reference(baseUrl, 'r.resource_type', 'r.id'),
  };
  return { from: undefined, value: pickFrom(values), isPresent: 'true' };
}

/** Members of a group; type and name are those of the resource where there is one. */
function membersAttribute(baseUrl: string): SqlAttribute {
  const type = 'coalesce(o.resource_type, m.type)';
  const values: Readonly<Record<string, SqlValue>> = {
    value: expression('m.member_id'),
    $ref: reference(baseUrl, type, 'm.member_id'),
    type: expression(type),
    display: folded('coalesce(o.display_name_key, fold(o.user_name_key), fold(m.display))'),
  };
  const from = `members m
    left join resources o on o.tenant_id = m.tenant_id and o.id = m.member_id
    where m.group_key = r.key`;
  const isPresent = `exists (select 1 from ${from})`;
  return { from, firstBy: 'm.position', value: pickFrom(values), isPresent };
}

const DIRECT_GROUPS = `members m
    join resources g on g.key = m.group_key
    where m.tenant_id = r.tenant_id and m.member_id = r.id`;

const IS_DIRECT = `exists (
    select 1 from members d where d.group_key = g.key and d.member_id = r.id)`;

/** A circle ends by itself: union keeps each group once. */
const NESTED_GROUPS = `resources g
    where g.key in (
      with recursive holders (key) as (
        select m.group_key
        from members m
        where m.tenant_id = r.tenant_id and m.member_id = r.id
        union
        select n.group_key
        from holders h
        cross join resources i on i.key = h.key
        cross join members n on n.tenant_id = i.tenant_id and n.member_id = i.id
      )
      select key from holders)`;

/** The groups that have the resource as a member; through others too where the schema knows such. @see RFC 7643 §4.1.2 */
function groupsAttribute(
  baseUrl: string,
  { subAttributes = [] }: AttributeDefinition,
): SqlAttribute {
  const type = subAttributes.find(({ name }) => name === 'type');
  const isNested = type?.canonicalValues?.includes('indirect') ?? false;
  const values: Readonly<Record<string, SqlValue>> = {
    value: expression('g.id'),
    $ref: reference(baseUrl, 'g.resource_type', 'g.id'),
    type: expression(
      isNested ? `case when ${IS_DIRECT} then 'direct' else 'indirect' end` : `'direct'`,
    ),
    display: folded('g.display_name_key'),
  };
  const from = isNested ? NESTED_GROUPS : DIRECT_GROUPS;
  const firstBy = isNested ? `${IS_DIRECT} desc, g.key` : 'm.position';
  return { from, firstBy, value: pickFrom(values), isPresent: `exists (select 1 from ${from})` };
}

/** Of a manager only the id is stored; the rest is that of the resource with this id, if there is one. */
function managerAttribute(path: Path, baseUrl: string): SqlAttribute {
  const id = `r.document ->> ${jsonPath([...path, 'value'])}`;
  const from = `from resources o where o.tenant_id = r.tenant_id and o.id = ${id}`;
  const url = reference(baseUrl, 'o.resource_type', 'o.id');
  const values: Readonly<Record<string, SqlValue>> = {
    value: expression(id),
    $ref: {
      ...url,
      sql: `coalesce((select ${url.sql} ${from}), r.document ->> ${jsonPath([...path, '$ref'])})`,
    },
    displayName: folded(`(select coalesce(o.display_name_key, fold(o.user_name_key)) ${from})`),
  };
  return { ...singleOf(path), value: pickFrom(values) };
}

function elementsOf(path: Path): SqlAttribute {
  return {
    from: `json_each(r.document, ${jsonPath(path)}) e where true`,
    firstBy: `(case e.type when 'object' then e.value ->> '$.primary' end) is 1 desc, e.key`,
    value: (subAttribute) =>
      subAttribute === undefined
        ? expression('e.value')
        : expression(`case e.type when 'object' then e.value ->> ${jsonPath([subAttribute])} end`),
    isPresent: hasLeaf(path),
  };
}

function singleOf(path: Path): SqlAttribute {
  return {
    from: undefined,
    value: (subAttribute) => {
      const names = subAttribute === undefined ? path : [...path, subAttribute];
      return expression(`r.document ->> ${jsonPath(names)}`);
    },
    isPresent: hasLeaf(path),
  };
}

/** Anything that is neither null nor empty, however deep. @see RFC 7643 §2.5 */
function hasLeaf(path: Path): string {
  return `exists (select 1 from json_tree(r.document, ${jsonPath(path)}) t where t.atom <> '')`;
}

function pickFrom(
  values: Readonly<Record<string, SqlValue>>,
): (subAttribute: string | undefined) => SqlValue {
  return (subAttribute = 'value') => values[subAttribute] ?? expression('null');
}

/** The URL of a resource of our own: null for a type that has no endpoint. */
function reference(baseUrl: string, type: string, id: string): SqlValue {
  const cases = resourceModels.map((model) => {
    return `when ${literal(model.type.name)} then ${literal(`${model.type.endpoint}/`)}`;
  });
  const own = `(select t.endpoint || '/' from tenant_resource_types t
    where t.tenant_id = r.tenant_id and t.name = ${type})`;
  const sql = `? || case ${type} ${cases.join(' ')} else ${own} end || ${id}`;
  return { ...expression(sql), params: [baseUrl] };
}

function expression(sql: string): SqlValue {
  return { sql: `(${sql})`, params: [], isFolded: false, isColumn: false };
}

function folded(sql: string): SqlValue {
  return { ...expression(sql), isFolded: true };
}

function column(sql: string): SqlValue {
  return { sql, params: [], isFolded: sql.endsWith('_key'), isColumn: true };
}

function jsonPath(names: Path): string {
  return literal(`$${names.map((name) => `.${JSON.stringify(name)}`).join('')}`);
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
