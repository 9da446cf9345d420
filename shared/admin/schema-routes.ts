// Routes of a tenant's schemas and resource types. @see ./schema.ts
import { z } from 'zod';
import {
  SchemaChange,
  SchemaChangeRequest,
  SchemaExport,
  SchemaPlan,
  TenantSchemaList,
} from './schema.ts';
import {
  ComparedWith,
  Discovery,
  DocumentUrl,
  FetchedDocument,
  SchemaComparison,
} from './schema-comparison.ts';

const nothing = z.object({});
const tenant = z.object({ tenant: z.string() });

export const schemaRoutes = {
  listSchemas: {
    method: 'GET',
    path: '/api/tenants/:tenant/schemas',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: TenantSchemaList,
  },
  exportSchemas: {
    method: 'GET',
    path: '/api/tenants/:tenant/schemas/export',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: SchemaExport,
  },
  /** Says what a change would do, and changes nothing. */
  planSchemaChange: {
    method: 'POST',
    path: '/api/tenants/:tenant/schemas/plan',
    params: tenant,
    query: nothing,
    body: SchemaChange,
    response: SchemaPlan,
  },
  /** Answers with the plan that was carried out. */
  changeSchemas: {
    method: 'POST',
    path: '/api/tenants/:tenant/schemas',
    params: tenant,
    query: nothing,
    body: SchemaChangeRequest,
    response: SchemaPlan,
  },
  /** What the tenant answers at /ServiceProviderConfig, /ResourceTypes and /Schemas. */
  getDiscovery: {
    method: 'GET',
    path: '/api/tenants/:tenant/discovery',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: Discovery,
  },
  compareDiscovery: {
    method: 'POST',
    path: '/api/tenants/:tenant/discovery/compare',
    params: tenant,
    query: nothing,
    body: ComparedWith,
    response: SchemaComparison,
  },
  /** Reads JSON from elsewhere, for `put` of a change; the page itself may ask nobody but this server. */
  fetchSchemaDocument: {
    method: 'POST',
    path: '/api/schema-documents/fetch',
    params: nothing,
    query: nothing,
    body: DocumentUrl,
    response: FetchedDocument,
  },
} as const;
