// Routes of snapshots. @see ./snapshot.ts
import { z } from 'zod';
import {
  Comparison,
  ComparisonQuery,
  DifferencePage,
  DifferenceQuery,
  PutBackOrder,
  PutBackResult,
  ResourceComparison,
  ResourceComparisonQuery,
  Restoration,
  RestoreQuery,
  Snapshot,
  SnapshotList,
  SnapshotOrder,
} from './snapshot.ts';

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
  /**
   * The whole workspace, or one tenant of it with its part of the request log. Jobs that run on it are cancelled first.
   * All or nothing: where it fails, the workspace is as it was.
   */
  restoreSnapshot: {
    method: 'POST',
    path: '/api/snapshots/:id/restore',
    params: snapshot,
    query: RestoreQuery,
    body: z.undefined(),
    response: Restoration,
  },
  /** How many resources came, went and changed, tenant by tenant. */
  compareSnapshot: {
    method: 'GET',
    path: '/api/snapshots/:id/comparison',
    params: snapshot,
    query: ComparisonQuery,
    body: z.undefined(),
    response: Comparison,
  },
  listSnapshotDifferences: {
    method: 'GET',
    path: '/api/snapshots/:id/differences',
    params: snapshot,
    query: DifferenceQuery,
    body: z.undefined(),
    response: DifferencePage,
  },
  compareSnapshotResource: {
    method: 'GET',
    path: '/api/snapshots/:id/differences/:resource',
    params: snapshot.extend({ resource: z.string() }),
    query: ResourceComparisonQuery,
    body: z.undefined(),
    response: ResourceComparison,
  },
  /** Makes chosen resources what they were in the snapshot: those that were not there are deleted. */
  putBackResources: {
    method: 'POST',
    path: '/api/snapshots/:id/put-back',
    params: snapshot,
    query: nothing,
    body: PutBackOrder,
    response: PutBackResult,
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
