// A tenant's own schemas and resource types, and the index of attribute values that such schemas ask for: one row for
// each distinct value of a resource, so that uniqueness is decided by SQLite.

export const tenantSchemas = {
  id: 2,
  sql: `
    -- moves with every change of the schemas and resource types of the tenant
    alter table tenants add column schema_revision integer not null default 0;

    create table tenant_schemas (
      key integer primary key,
      tenant_id integer not null references tenants (id) on delete cascade,
      urn text not null,
      document text not null
    ) strict;
    create unique index tenant_schemas_urn on tenant_schemas (tenant_id, urn);

    -- one named User or Group holds the extensions that the tenant adds to it
    create table tenant_resource_types (
      key integer primary key,
      tenant_id integer not null references tenants (id) on delete cascade,
      name text not null,
      endpoint text not null,
      document text not null
    ) strict;
    create unique index tenant_resource_types_name on tenant_resource_types (tenant_id, name);

    -- index_name: tenant, resource type and attribute path; value: folded text, number, or milliseconds of an instant
    create table attribute_index (
      index_name text not null,
      value any not null,
      resource_key integer not null references resources (key) on delete cascade,
      is_unique integer not null
    ) strict;
    create unique index attribute_index_unique on attribute_index (index_name, value)
      where is_unique = 1;
    create index attribute_index_value on attribute_index (index_name, value, resource_key);
    create index attribute_index_resource on attribute_index (resource_key);
  `,
} as const;
