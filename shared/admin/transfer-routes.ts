// Routes of long work: made-up data, and the jobs that every transfer is. @see ./transfer.ts
import { z } from 'zod';
import { ImportPreview, ImportSample, Job, JobList, SeedRequest } from './transfer.ts';

const nothing = z.object({});
const tenant = z.object({ tenant: z.string() });
const job = z.object({ id: z.string() });

export const transferRoutes = {
  startSeed: {
    method: 'POST',
    path: '/api/tenants/:tenant/seed',
    params: tenant,
    query: nothing,
    body: SeedRequest,
    response: Job,
  },
  previewImport: {
    method: 'POST',
    path: '/api/tenants/:tenant/import-preview',
    params: tenant,
    query: nothing,
    body: ImportSample,
    response: ImportPreview,
  },
  /** Newest first; the last fifty are kept. */
  listJobs: {
    method: 'GET',
    path: '/api/jobs',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: JobList,
  },
  getJob: {
    method: 'GET',
    path: '/api/jobs/:id',
    params: job,
    query: nothing,
    body: z.undefined(),
    response: Job,
  },
  /** What has been stored stays, but nothing of a snapshot or of a HAR file: of these all is kept, or none. */
  cancelJob: {
    method: 'POST',
    path: '/api/jobs/:id/cancel',
    params: job,
    query: nothing,
    body: z.undefined(),
    response: Job,
  },
} as const;
