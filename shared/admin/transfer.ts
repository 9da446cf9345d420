// Users and groups in and out of a tenant, and made-up ones. Files are streams beside the route table:
// `POST /api/tenants/:tenant/import?…` takes one as its body and answers with a Job, `GET /api/tenants/:tenant/export?…`
// answers with one; `POST /api/tenant-documents?…` and `GET /api/tenants/:tenant/document` do so with whole tenants.
import { z } from 'zod';
import { TenantSlug } from './tenant-life.ts';

/** `json`: a ListResponse, an array or one resource; `jsonl`: one resource a line; `csv`: one resource type a file. */
export const TransferFormat = z.enum(['json', 'jsonl', 'csv']);
export type TransferFormat = z.infer<typeof TransferFormat>;

/** What becomes of a resource that the tenant has already. */
export const ConflictRule = z.enum(['skip', 'replace', 'fail']);
export type ConflictRule = z.infer<typeof ConflictRule>;

export const ImportQuery = z.object({
  format: TransferFormat,
  /** Of resources that do not say it themselves; a CSV file never does. */
  resourceType: z.string().default('User'),
  onConflict: ConflictRule.default('skip'),
  /** Ids in the file become those in the tenant. */
  keepIds: z.stringbool().default(false),
  /** Checks everything and stores nothing. */
  dryRun: z.stringbool().default(false),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

export const ExportQuery = z.object({
  format: TransferFormat,
  /** Absent = all types; CSV then has users. */
  resourceType: z.string().optional(),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

export const DocumentQuery = z.object({
  /** The token of the tenant is in the file only when asked for. */
  secrets: z.stringbool().default(false),
});
export type DocumentQuery = z.infer<typeof DocumentQuery>;

/** Of the new tenant; an absent name = that in the document. */
export const DocumentImportQuery = z.object({
  slug: TenantSlug,
  name: z.string().trim().min(1).max(100).optional(),
});
export type DocumentImportQuery = z.infer<typeof DocumentImportQuery>;

export const SeedPreset = z.enum(['contoso-12', 'people-500', 'people-10000', 'nasty-names']);
export type SeedPreset = z.infer<typeof SeedPreset>;

export const SeedRequest = z.object({
  preset: SeedPreset,
  /** The same number gives the same people. */
  seed: z.int().min(0).default(1),
});
export type SeedRequest = z.infer<typeof SeedRequest>;

export const TransferIssue = z.object({
  /** Of the file, from 1; in CSV the record, the header being 1. */
  line: z.int(),
  /** Attribute path; empty when it is about the whole. */
  attribute: z.string(),
  reason: z.string(),
});
export type TransferIssue = z.infer<typeof TransferIssue>;

export const TransferResult = z.object({
  created: z.int(),
  replaced: z.int(),
  skipped: z.int(),
  /** Resources that were not taken. */
  failed: z.int(),
  /** The first of them; `issueCount` says how many there were. */
  issues: z.array(TransferIssue),
  issueCount: z.int(),
});
export type TransferResult = z.infer<typeof TransferResult>;

export const JobKind = z.enum(['import', 'export', 'seed', 'import-tenant', 'export-tenant']);
export type JobKind = z.infer<typeof JobKind>;

export const Job = z.object({
  id: z.string(),
  kind: JobKind,
  tenant: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Resources that are done, and stored where the job stores. */
  done: z.int(),
  /** Resources in all; null where nobody has counted. */
  total: z.int().nullable(),
  /** From 0 to 1; null where it is not known. */
  share: z.number().nullable(),
  /** Resources a second. */
  rate: z.number(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** Of an import or a seed, as far as it came. */
  result: TransferResult.nullable(),
  /** Why the job failed, in a sentence. */
  error: z.string().nullable(),
});
export type Job = z.infer<typeof Job>;

export const JobList = z.object({ jobs: z.array(Job) });
export type JobList = z.infer<typeof JobList>;
