// Routes of the list of tenants. @see ./tenant-life.ts
import { z } from 'zod';
import {
  Removal,
  TenantCopy,
  TenantCreation,
  TenantDeletionQuery,
  TenantEmptying,
  TenantList,
  TenantRename,
} from './tenant-life.ts';
import { Tenant } from './tenant.ts';

const nothing = z.object({});
const tenant = z.object({ tenant: z.string() });

export const tenantLifeRoutes = {
  listTenants: {
    method: 'GET',
    path: '/api/tenants',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: TenantList,
  },
  createTenant: {
    method: 'POST',
    path: '/api/tenants',
    params: nothing,
    query: nothing,
    body: TenantCreation,
    response: Tenant,
  },
  copyTenant: {
    method: 'POST',
    path: '/api/tenants/:tenant/copy',
    params: tenant,
    query: nothing,
    body: TenantCopy,
    response: Tenant,
  },
  renameTenant: {
    method: 'POST',
    path: '/api/tenants/:tenant/rename',
    params: tenant,
    query: nothing,
    body: TenantRename,
    response: Tenant,
  },
  emptyTenant: {
    method: 'POST',
    path: '/api/tenants/:tenant/empty',
    params: tenant,
    query: nothing,
    body: TenantEmptying,
    response: Removal,
  },
  deleteTenant: {
    method: 'DELETE',
    path: '/api/tenants/:tenant',
    params: tenant,
    query: TenantDeletionQuery,
    body: z.undefined(),
    response: Removal,
  },
} as const;
