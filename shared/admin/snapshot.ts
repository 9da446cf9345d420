// Snapshots of the whole workspace, or of one tenant of it, in its own folder: taken, listed, restored, deleted; and as
// files, without secrets, that others can import. Files are streams beside the route table (./streams.ts).
import { z } from 'zod';
import { AttributeChange } from './request-log.ts';
import { Instant } from './token.ts';

export const SnapshotOrder = z.object({
  name: z.string().trim().min(1).max(100),
  note: z.string().max(1_000).default(''),
  /** Slug of the only tenant in it; absent: the whole workspace. */
  tenant: z.string().optional(),
});
export type SnapshotOrder = z.infer<typeof SnapshotOrder>;

export const SnapshotCounts = z.object({
  tenants: z.int(),
  users: z.int(),
  groups: z.int(),
  requests: z.int(),
});

/**
 * `automatic`: taken by the app before it destroyed something; the newest 10 are kept. `imported`: from a file, without
 * secrets.
 */
export const SnapshotOrigin = z.enum(['user', 'automatic', 'imported']);
export type SnapshotOrigin = z.infer<typeof SnapshotOrigin>;

export const Snapshot = z.object({
  id: z.string(),
  origin: SnapshotOrigin.default('user'),
  name: z.string(),
  note: z.string(),
  at: z.string(),
  /** Slug of the only tenant in it; null: the whole workspace. */
  tenant: z.string().nullable().default(null),
  /** Bytes on disk. */
  size: z.int(),
  counts: SnapshotCounts,
});
export type Snapshot = z.infer<typeof Snapshot>;

export const SnapshotList = z.object({ snapshots: z.array(Snapshot) });
export type SnapshotList = z.infer<typeof SnapshotList>;

export const RestoreQuery = z.object({
  /** Slug: this one alone becomes what it was; of the others nothing changes. A snapshot of one tenant has no other. */
  tenant: z.string().optional(),
});

/** `restored` is now the workspace, or `tenant` of it; what was there before is the snapshot `before`. */
export const Restoration = z.object({
  restored: Snapshot,
  /** Slug; null: all of it. */
  tenant: z.string().nullable(),
  before: Snapshot,
  /** Of an imported one, which has no secrets, by slugs; null for the others. */
  credentials: z
    .object({
      /** Tokens and OAuth clients are those that the tenant had before. */
      kept: z.array(z.string()),
      /** The tenant was not there: it has a new Secret Token, and its OAuth clients need new secrets. */
      issued: z.array(z.string()),
    })
    .nullable(),
});
export type Restoration = z.infer<typeof Restoration>;

/** What a file says of itself. */
export const SnapshotManifest = z.object({
  /** Of the form of files; a file of a higher one is refused. */
  version: z.int().min(1),
  /** Of the app that wrote the file. */
  appVersion: z.string().max(50),
  name: SnapshotOrder.shape.name,
  note: z.string().max(1_000),
  /** When the snapshot was taken. */
  at: Instant,
  /** Slug of the only tenant in it; null: a whole workspace. */
  tenant: z.string().nullable().default(null),
});
export type SnapshotManifest = z.infer<typeof SnapshotManifest>;

export const SnapshotImportQuery = z.object({
  /** Tells what is in the file and adds nothing. */
  dryRun: z.stringbool().default(false),
});

export const SnapshotFile = z.object({
  name: z.string(),
  note: z.string(),
  /** When the snapshot was taken. */
  at: z.string(),
  /** Of the app that wrote the file. */
  appVersion: z.string(),
  /** Slug of the only tenant in it; null: a whole workspace. */
  tenant: z.string().nullable(),
  size: z.int(),
  counts: SnapshotCounts,
  tenants: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      users: z.int(),
      groups: z.int(),
      requests: z.int(),
      /** Whether the workspace has a tenant of this slug: then its tokens stay when the snapshot is restored. */
      isHere: z.boolean(),
    }),
  ),
});
export type SnapshotFile = z.infer<typeof SnapshotFile>;

/** `snapshot` is null after a dry run. */
export const SnapshotImport = z.object({ file: SnapshotFile, snapshot: Snapshot.nullable() });
export type SnapshotImport = z.infer<typeof SnapshotImport>;

/** The other state: a snapshot by its id, or the workspace as it is. */
export const ComparisonQuery = z.object({ with: z.string().default('now') });

export const TypeComparison = z.object({
  resourceType: z.string(),
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
});

export const TenantComparison = z.object({
  /** Slug. */
  tenant: z.string(),
  name: z.string(),
  /** Whether the tenant itself came or went. */
  kind: z.enum(['added', 'removed', 'kept']),
  /** Types without a difference are left out. */
  types: z.array(TypeComparison),
});
export type TenantComparison = z.infer<typeof TenantComparison>;

/** `before` is the older of the two; `after` is null for the workspace as it is. */
export const Comparison = z.object({
  before: Snapshot,
  after: Snapshot.nullable(),
  tenants: z.array(TenantComparison),
});
export type Comparison = z.infer<typeof Comparison>;

export const ResourceDifference = z.object({
  kind: z.enum(['added', 'removed', 'changed']),
  id: z.string(),
  resourceType: z.string(),
  /** userName or displayName, where there is one. */
  name: z.string().nullable(),
});
export type ResourceDifference = z.infer<typeof ResourceDifference>;

export const DifferenceQuery = ComparisonQuery.extend({
  tenant: z.string(),
  resourceType: z.string(),
  /** The id of the last difference that is known. */
  after: z.string().default(''),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** In the order of ids. */
export const DifferencePage = z.object({
  differences: z.array(ResourceDifference),
  hasMore: z.boolean(),
});
export type DifferencePage = z.infer<typeof DifferencePage>;

export const ResourceComparisonQuery = ComparisonQuery.extend({ tenant: z.string() });

/** One resource in both states, attribute by attribute; members by their ids. */
export const ResourceComparison = ResourceDifference.extend({
  kind: z.enum(['added', 'removed', 'changed', 'same']),
  changes: z.array(AttributeChange),
});
export type ResourceComparison = z.infer<typeof ResourceComparison>;

export const PutBackOrder = z.object({
  tenant: z.string(),
  ids: z.array(z.string()).min(1).max(1_000),
});
export type PutBackOrder = z.infer<typeof PutBackOrder>;

/** What is now as it was in the snapshot, and what could not be; `before` is the snapshot of the state before. */
export const PutBackResult = z.object({
  before: Snapshot,
  done: z.array(z.object({ id: z.string(), action: z.enum(['created', 'replaced', 'deleted']) })),
  failed: z.array(z.object({ id: z.string(), message: z.string() })),
});
export type PutBackResult = z.infer<typeof PutBackResult>;
