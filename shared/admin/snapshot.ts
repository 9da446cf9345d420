// Snapshots of the whole workspace, in its own folder: taken, listed, restored, deleted.
import { z } from 'zod';

export const SnapshotOrder = z.object({
  name: z.string().trim().min(1).max(100),
  note: z.string().max(1_000).default(''),
});
export type SnapshotOrder = z.infer<typeof SnapshotOrder>;

export const SnapshotCounts = z.object({
  tenants: z.int(),
  users: z.int(),
  groups: z.int(),
  requests: z.int(),
});

export const Snapshot = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  at: z.string(),
  /** Bytes on disk. */
  size: z.int(),
  counts: SnapshotCounts,
});
export type Snapshot = z.infer<typeof Snapshot>;

export const SnapshotList = z.object({ snapshots: z.array(Snapshot) });
export type SnapshotList = z.infer<typeof SnapshotList>;

/** `restored` is now the workspace; what was there before is the snapshot `before`. */
export const Restoration = z.object({ restored: Snapshot, before: Snapshot });
export type Restoration = z.infer<typeof Restoration>;
