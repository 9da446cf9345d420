// Routes of work on many resources or on their past. @see ./resource-tools.ts
import { z } from 'zod';
import {
  BlameList,
  BulkEdit,
  BulkPlan,
  DeletedPage,
  DeletedQuery,
  PurgeOrder,
  RestoreRequest,
  RestoreResult,
  ReturnedQuery,
  ReturnedResource,
  RevisionDocument,
  ValueList,
  ValueQuery,
} from './resource-tools.ts';
import { Job } from './transfer.ts';

const nothing = z.object({});
const resources = z.object({ tenant: z.string(), resourceType: z.string() });
const resource = resources.extend({ id: z.string() });
const RESOURCES = '/api/tenants/:tenant/resources/:resourceType';

export const resourceToolRoutes = {
  /** Of a deleted resource too. */
  getRevision: {
    method: 'GET',
    path: `${RESOURCES}/:id/revisions/:version`,
    params: resource.extend({ version: z.coerce.number().int().min(1) }),
    query: nothing,
    body: z.undefined(),
    response: RevisionDocument,
  },
  /** A deleted resource comes back with its id. */
  restoreResource: {
    method: 'POST',
    path: `${RESOURCES}/:id/restore`,
    params: resource,
    query: nothing,
    body: RestoreRequest,
    response: RestoreResult,
  },
  /** Those that are not stored any more, as the history has them. */
  listDeletedResources: {
    method: 'GET',
    path: '/api/tenants/:tenant/deleted/:resourceType',
    params: resources,
    query: DeletedQuery,
    body: z.undefined(),
    response: DeletedPage,
  },
  /**
   * Forgets deleted resources for good, as a job: their history goes, and with it the way to restore them. The request
   * log stays, and so does what the history of groups says of their members. What is stored is skipped.
   */
  purgeDeletedResources: {
    method: 'POST',
    path: '/api/tenants/:tenant/deleted/:resourceType/purge',
    params: resources,
    query: nothing,
    body: PurgeOrder,
    response: Job,
  },
  getBlame: {
    method: 'GET',
    path: `${RESOURCES}/:id/blame`,
    params: resource,
    query: nothing,
    body: z.undefined(),
    response: BlameList,
  },
  readReturned: {
    method: 'GET',
    path: `${RESOURCES}/:id/returned`,
    params: resource,
    query: ReturnedQuery,
    body: z.undefined(),
    response: ReturnedResource,
  },
  listValues: {
    method: 'GET',
    path: '/api/tenants/:tenant/values/:resourceType',
    params: resources,
    query: ValueQuery,
    body: z.undefined(),
    response: ValueList,
  },
  planBulkEdit: {
    method: 'POST',
    path: '/api/tenants/:tenant/bulk-edits/:resourceType/plan',
    params: resources,
    query: nothing,
    body: BulkEdit,
    response: BulkPlan,
  },
  startBulkEdit: {
    method: 'POST',
    path: '/api/tenants/:tenant/bulk-edits/:resourceType',
    params: resources,
    query: nothing,
    body: BulkEdit,
    response: Job,
  },
  /** A job that brings what another has changed or deleted back to what it was; what was changed again since stays. */
  undoBulkEdit: {
    method: 'POST',
    path: '/api/jobs/:id/undo',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: z.undefined(),
    response: Job,
  },
} as const;
