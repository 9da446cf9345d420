// Files in and out: what the admin API has beside its route table, as a table too, for who offers all of it.
import { z } from 'zod';
import { HarImportQuery, HarImportResult, RequestExportQuery } from './request-export.ts';
import { SnapshotImport, SnapshotImportQuery } from './snapshot.ts';
import { ProvisioningLogExportQuery } from '../simulator/log-files.ts';
import { DocumentImportQuery, DocumentQuery, ExportQuery, ImportQuery, Job } from './transfer.ts';

interface StreamRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** What it does, in a sentence. */
  readonly summary: string;
  /** A GET answers with a file; a POST takes one as its body and answers with this. */
  readonly response: z.ZodType | null;
}

const nothing = z.object({});
const tenant = z.object({ tenant: z.string() });

export const adminStreams = {
  exportRequests: {
    method: 'GET',
    path: '/api/requests/export',
    params: nothing,
    query: RequestExportQuery,
    summary: 'Logged requests as a file in any export format, redacted unless told otherwise.',
    response: null,
  },
  importRequests: {
    method: 'POST',
    path: '/api/requests/import',
    params: nothing,
    query: HarImportQuery,
    summary: 'Puts the exchanges of a HAR 1.2 file into the request log; nothing is executed.',
    response: HarImportResult,
  },
  exportResources: {
    method: 'GET',
    path: '/api/tenants/:tenant/export',
    params: tenant,
    query: ExportQuery,
    summary: 'Users, groups and other resources of a tenant as a file.',
    response: null,
  },
  importResources: {
    method: 'POST',
    path: '/api/tenants/:tenant/import',
    params: tenant,
    query: ImportQuery,
    summary: 'Stores the resources of a file in a tenant, as a job.',
    response: Job,
  },
  getLocalCa: {
    method: 'GET',
    path: '/api/tls/ca.pem',
    params: nothing,
    query: nothing,
    summary: 'Certificate of the local CA, in PEM; the CA is made if there is none yet.',
    response: null,
  },
  exportTenant: {
    method: 'GET',
    path: '/api/tenants/:tenant/document',
    params: tenant,
    query: DocumentQuery,
    summary: 'A whole tenant as one JSON document.',
    response: null,
  },
  importTenant: {
    method: 'POST',
    path: '/api/tenant-documents',
    params: nothing,
    query: DocumentImportQuery,
    summary: 'Makes a new tenant from such a document, as a job.',
    response: Job,
  },
  exportProvisioningLogs: {
    method: 'GET',
    path: '/api/applications/:application/provisioning-logs/export',
    params: z.object({ application: z.string() }),
    query: ProvisioningLogExportQuery,
    summary:
      'Provisioning logs as JSON, as one of the three CSV files that Entra makes, or as a ZIP of all three.',
    response: null,
  },
  exportSnapshot: {
    method: 'GET',
    path: '/api/snapshots/:id/file',
    params: z.object({ id: z.string() }),
    query: nothing,
    summary:
      'A snapshot as a .scimsnap file: everything of it but tokens, passwords and other secrets.',
    response: null,
  },
  importSnapshot: {
    method: 'POST',
    path: '/api/snapshots/import',
    params: nothing,
    query: SnapshotImportQuery,
    summary: 'Adds such a file to the snapshots, or tells what is in it; nothing is restored.',
    response: SnapshotImport,
  },
} as const satisfies Readonly<Record<string, StreamRoute>>;
