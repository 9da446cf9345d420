// All that is kept of provisioning jobs, and the setting of the simulator's clock.
import type { Database } from 'better-sqlite3';
import { createClockRecord } from './clock-record.ts';
import { createCycleRecords } from './cycle-records.ts';
import { createEscrowStore } from './escrows.ts';
import { createJobRecords } from './job-records.ts';
import { createLinkMemberStore } from './link-members.ts';
import { createLinkStore } from './links.ts';
import { createRecordedRequests } from './recorded-requests.ts';

export type SyncJobStore = ReturnType<typeof createSyncJobStore>;

export function createSyncJobStore(db: Database) {
  return {
    jobs: createJobRecords(db),
    cycles: createCycleRecords(db),
    links: createLinkStore(db),
    linkMembers: createLinkMemberStore(db),
    escrows: createEscrowStore(db),
    clock: createClockRecord(db),
    recordedRequests: createRecordedRequests(db),
  };
}
