// What the steps of a cycle, or of provision on demand, work with. Steps read the directory and the connections of
// objects; they write through `commit` alone.
import type { ReferenceAttributes } from './reference-attributes.ts';
import type { Application } from '../../../shared/simulator/application.ts';
import type { JobSettings } from '../../../shared/simulator/job.ts';
import type { DirectoryObjectType } from '../../../shared/simulator/directory.ts';
import type { ObjectMapping, SynchronizationSchema } from '../../../shared/simulator/mapping.ts';
import type { Clock } from '../../base/clock.ts';
import type { NewId } from '../../base/ids.ts';
import type { SyncJobStore } from '../../store/sync-jobs/sync-jobs.ts';
import type { ScimClient } from '../client/scim-client.ts';
import type { DirectorySource } from '../directory-source.ts';
import type { ObjectChange } from './object-change.ts';

export interface CycleContext {
  readonly jobKey: number;
  readonly jobId: string;
  /** *Activity ID*. */
  readonly cycleId: string;
  readonly application: Application;
  readonly settings: JobSettings;
  readonly schema: SynchronizationSchema;
  readonly references: ReferenceAttributes;
  readonly directory: DirectorySource;
  readonly store: Pick<SyncJobStore, 'links' | 'linkMembers' | 'escrows'>;
  readonly client: ScimClient;
  /** Virtual. */
  readonly now: () => Date;
  readonly monotonicMs: Clock['monotonicMs'];
  readonly newId: NewId;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Work on one object of the directory, with nothing else at it. */
  readonly inTurn: <Result>(sourceId: string, work: () => Promise<Result>) => Promise<Result>;
  /** All of a change in one transaction. */
  readonly commit: (change: ObjectChange) => void;
}

export function mappingOf(
  { schema }: Pick<CycleContext, 'schema'>,
  objectType: DirectoryObjectType,
): ObjectMapping {
  return objectType === 'User' ? schema.users : schema.groups;
}
