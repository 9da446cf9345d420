// What the admin API has beside its route table, because it is streamed: files in and out, and the live feed. As data, for
// the OpenAPI document, the command line and the API client.
import { z } from 'zod';
import { DocumentImportQuery, DocumentQuery, ExportQuery, ImportQuery, Job } from './transfer.ts';

const nothing = z.object({});
const tenant = z.object({ tenant: z.string() });

export interface StreamRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** Media types of what is sent; empty = no body. */
  readonly accepts: readonly string[];
  /** Media types of what comes. */
  readonly answers: readonly string[];
  /** Schema of the answer, where it is JSON of a known shape. */
  readonly response?: z.ZodType;
}

export const streamRoutes = {
  followLiveFeed: {
    method: 'GET',
    path: '/api/live',
    params: nothing,
    query: nothing,
    accepts: [],
    answers: ['text/event-stream'],
  },
  importResources: {
    method: 'POST',
    path: '/api/tenants/:tenant/import',
    params: tenant,
    query: ImportQuery,
    accepts: ['application/octet-stream'],
    answers: ['application/json'],
    response: Job,
  },
  exportResources: {
    method: 'GET',
    path: '/api/tenants/:tenant/export',
    params: tenant,
    query: ExportQuery,
    accepts: [],
    answers: ['application/scim+json', 'application/jsonl', 'text/csv'],
  },
  exportTenant: {
    method: 'GET',
    path: '/api/tenants/:tenant/document',
    params: tenant,
    query: DocumentQuery,
    accepts: [],
    answers: ['application/json'],
  },
  importTenant: {
    method: 'POST',
    path: '/api/tenant-documents',
    params: nothing,
    query: DocumentImportQuery,
    accepts: ['application/octet-stream'],
    answers: ['application/json'],
    response: Job,
  },
} as const satisfies Readonly<Record<string, StreamRoute>>;

export type StreamName = keyof typeof streamRoutes;
