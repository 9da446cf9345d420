// Users and groups in and out of a tenant, and made-up ones. Files are streams beside the route table:
// `POST /api/tenants/:tenant/import?…` takes one as its body and answers with a Job, `GET /api/tenants/:tenant/export?…`
// answers with one (`POST` takes a long ExportQuery as its body); `POST /api/tenant-documents?…` and `GET /api/tenants/:tenant/document` do so with whole tenants.
import { z } from 'zod';
import { JsonObject } from './json-schema.ts';
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
  /** SCIM filter over one resource type; empty = all of it. */
  filter: z.string().default(''),
  /** Ids with commas between them: only these of one resource type. */
  ids: z.string().default(''),
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

/** Languages of made-up names. */
export const SeedLocale = z.enum(['en', 'de', 'es', 'fr', 'it', 'ja', 'pl', 'pt_BR', 'sv', 'tr']);
export type SeedLocale = z.infer<typeof SeedLocale>;

export const SeedRequest = z.object({
  /** `people`: as many as `people` says. */
  preset: z.enum([...SeedPreset.options, 'people']),
  /** The same number gives the same people. Absent: that of the settings. */
  seed: z.int().min(0).optional(),
  /** Of the made-up people; the presets that are written out have their own names. */
  locale: SeedLocale.default('en'),
  /** How many, of the preset `people`; with 8 to 50 groups. */
  people: z.int().min(1).max(100_000).default(100),
});
export type SeedRequest = z.infer<typeof SeedRequest>;
/** With the defaults still open. */
export type SeedOrder = z.input<typeof SeedRequest>;

export const ImportSample = ImportQuery.pick({ format: true, resourceType: true }).extend({
  /** How the file begins; it may break off anywhere. */
  text: z.string().max(1_000_000),
});
export type ImportSample = z.infer<typeof ImportSample>;

/** The first resources of a file as an import would read them. */
export const ImportPreview = z.object({
  /** Of a CSV file: each column and the attribute path that it is; null where it is none and is left out. */
  columns: z.array(z.object({ title: z.string(), path: z.string().nullable() })),
  entries: z.array(
    z.object({ line: z.int(), resource: JsonObject.nullable(), problem: z.string().nullable() }),
  ),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const TransferIssue = z.object({
  /** Of the file, from 1; in CSV the record, the header being 1. Of a change of many: the place in the selection. */
  line: z.int(),
  /** Attribute path; empty when it is about the whole. */
  attribute: z.string(),
  reason: z.string(),
});
export type TransferIssue = z.infer<typeof TransferIssue>;

export const TransferResult = z.object({
  created: z.int(),
  /** Put in the place of what was there; by a change of many: changed, or deleted; by a purge: purged. */
  replaced: z.int(),
  skipped: z.int(),
  /** Resources that were not taken. */
  failed: z.int(),
  /** The first of them; `issueCount` says how many there were. */
  issues: z.array(TransferIssue),
  issueCount: z.int(),
});
export type TransferResult = z.infer<typeof TransferResult>;

/** `dry-run`: an import that stores nothing. */
export const JobKind = z.enum([
  'import',
  'dry-run',
  'export',
  'seed',
  'import-tenant',
  'export-tenant',
  'bulk-edit',
  'bulk-delete',
  'purge',
  'undo',
  'directory-generate',
  'directory-import',
  'snapshot-take',
  'snapshot-export',
  'snapshot-import',
  'snapshot-restore',
  'har-import',
]);
export type JobKind = z.infer<typeof JobKind>;

export const Job = z.object({
  id: z.string(),
  kind: JobKind,
  /** Slug; empty where the job works on the simulated directory, or on the whole workspace. */
  tenant: z.string(),
  /** What the snapshot is called that it is about; null where there is none, or it is not known yet. */
  name: z.string().nullable(),
  /** The one that it is about; null where it is about all of them. */
  resourceType: z.string().nullable(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Resources that are done, and stored where the job stores; of a snapshot bytes, of a HAR file its entries. */
  done: z.int(),
  /** How many there are in all; null where nobody has counted. */
  total: z.int().nullable(),
  /** From 0 to 1; null where it is not known. */
  share: z.number().nullable(),
  /** Of what `done` counts, a second. */
  rate: z.number(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** Of an import or a seed, as far as it came. */
  result: TransferResult.nullable(),
  /** Whether `undoBulkEdit` can take it back. */
  isUndoable: z.boolean(),
  /** Why the job failed, in a sentence. */
  error: z.string().nullable(),
});
export type Job = z.infer<typeof Job>;

export const JobList = z.object({ jobs: z.array(Job) });
export type JobList = z.infer<typeof JobList>;
