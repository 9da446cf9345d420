// A tenant's schemas after a change: documents put in place of those with the same id or name, others taken away.
import type { SchemaChange } from '../../../shared/admin/schema.ts';
import { checkSchemas } from './check-schemas.ts';
import { readDefinitions } from './read-definitions.ts';
import { resourceModels } from './resource-models.ts';
import type { SchemaIssue } from './schema-issue.ts';
import type { SchemaDefinition, TenantSchemas } from './schema-types.ts';

export type ChangedSchemas =
  | { readonly kind: 'changed'; readonly schemas: TenantSchemas }
  | { readonly kind: 'refused'; readonly issues: readonly SchemaIssue[] };

type OwnType = TenantSchemas['resourceTypes'][number];

/** Built-in schemas may be among the documents, as in what discovery answers, where they are as they were. */
export function changeSchemas(before: TenantSchemas, change: SchemaChange): ChangedSchemas {
  const read = readDefinitions(change.put, 'put');
  const missing = findMissing(before, change);
  if (read.issues.length + missing.length > 0) {
    return { kind: 'refused', issues: [...read.issues, ...missing] };
  }
  const schemas = dropExtensions(
    {
      schemas: put(
        without(before.schemas, change.deleteSchemas, ({ id }) => id),
        read.schemas.filter(({ id }) => !BUILT_IN.has(id)),
        ({ id }) => id,
      ),
      resourceTypes: put(
        without(before.resourceTypes, change.deleteResourceTypes, ({ name }) => name),
        read.resourceTypes.map(withoutBuiltIn),
        ({ name }) => name,
      ),
    },
    change.deleteSchemas,
  );
  const issues = [...findRedefined(read.schemas), ...checkSchemas(schemas)];
  return issues.length > 0 ? { kind: 'refused', issues } : { kind: 'changed', schemas };
}

const BUILT_IN: ReadonlyMap<string, SchemaDefinition> = new Map(
  resourceModels
    .flatMap(({ core, extensions }) => [core, ...extensions])
    .map((schema) => [schema.id, schema]),
);

/** A built-in schema may come along in an import, but it must not say something else. */
function findRedefined(schemas: readonly SchemaDefinition[]): readonly SchemaIssue[] {
  return schemas.flatMap((schema) => {
    const known = BUILT_IN.get(schema.id);
    const names = new Set(known?.attributes.map(({ name }) => name));
    const added = known && schema.attributes.find(({ name }) => !names.has(name));
    if (added === undefined) return [];
    const message = 'cannot be added to a built-in schema; use an extension';
    return [{ path: `${schema.id}:${added.name}`, message }];
  });
}

function findMissing(
  { schemas, resourceTypes }: TenantSchemas,
  { deleteSchemas, deleteResourceTypes }: SchemaChange,
): readonly SchemaIssue[] {
  const urns = new Set(schemas.map(({ id }) => id));
  const names = new Set(resourceTypes.map(({ name }) => name));
  const message = "is none of the tenant's own";
  return [
    ...deleteSchemas
      .filter((urn) => !urns.has(urn))
      .map((urn) => ({ path: `deleteSchemas: ${urn}`, message })),
    ...deleteResourceTypes
      .filter((name) => !names.has(name))
      .map((name) => ({ path: `deleteResourceTypes: ${name}`, message })),
  ];
}

function without<Item>(
  items: readonly Item[],
  keys: readonly string[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  return items.filter((item) => !keys.includes(keyOf(item)));
}

/** In the place of the one with the same key, or at the end. Documents that come twice are left for the check. */
function put<Item>(
  items: readonly Item[],
  added: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const replaced = items.map(
    (item) => added.find((candidate) => keyOf(candidate) === keyOf(item)) ?? item,
  );
  return [...replaced, ...added.filter((item) => !replaced.includes(item))];
}

/** What a built-in type has anyway is not the tenant's own. */
function withoutBuiltIn(type: OwnType): OwnType {
  if (!isBuiltInType(type)) return type;
  const schemaExtensions = type.schemaExtensions.filter(({ schema }) => !BUILT_IN.has(schema));
  return { ...type, schemaExtensions };
}

function dropExtensions(
  { schemas, resourceTypes }: TenantSchemas,
  deleted: readonly string[],
): TenantSchemas {
  const types = resourceTypes.map((type) => ({
    ...type,
    schemaExtensions: type.schemaExtensions.filter(({ schema }) => !deleted.includes(schema)),
  }));
  const isNeeded = (type: OwnType) => type.schemaExtensions.length > 0 || !isBuiltInType(type);
  return { schemas, resourceTypes: types.filter(isNeeded) };
}

function isBuiltInType({ name }: OwnType): boolean {
  return resourceModels.some(({ type }) => type.name === name);
}
