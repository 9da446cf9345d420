// Routes of snapshots. @see ./snapshot.ts
import { z } from 'zod';
import { Restoration, Snapshot, SnapshotList, SnapshotOrder } from './snapshot.ts';

const nothing = z.object({});
const snapshot = z.object({ id: z.string() });

export const snapshotRoutes = {
  /** Newest first. */
  listSnapshots: {
    method: 'GET',
    path: '/api/snapshots',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: SnapshotList,
  },
  takeSnapshot: {
    method: 'POST',
    path: '/api/snapshots',
    params: nothing,
    query: nothing,
    body: SnapshotOrder,
    response: Snapshot,
  },
  /** Jobs that run are cancelled first. All or nothing: where it fails, the workspace is as it was. */
  restoreSnapshot: {
    method: 'POST',
    path: '/api/snapshots/:id/restore',
    params: snapshot,
    query: nothing,
    body: z.undefined(),
    response: Restoration,
  },
  deleteSnapshot: {
    method: 'DELETE',
    path: '/api/snapshots/:id',
    params: snapshot,
    query: nothing,
    body: z.undefined(),
    response: nothing,
  },
} as const;
