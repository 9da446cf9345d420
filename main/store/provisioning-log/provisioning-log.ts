// The provisioning log: one entry for each object that a cycle dealt with. Entries are written in the transaction of what
// they tell about; the words of their steps get into the search index in the pauses, and at once where somebody searches.
import type { Database } from 'better-sqlite3';
import type { ProvisioningObjectSummary } from '../../../shared/simulator/provisioning-log.ts';
import type {
  ProvisioningInsights,
  ProvisioningLogFilter,
  ProvisioningLogPage,
  ProvisioningLogQuery,
} from '../../../shared/simulator/provisioning-log-pages.ts';
import { createInsightReader } from './insights.ts';
import { searchesWords, toLogCondition } from './log-condition.ts';
import { createLogKeeper } from './keep-log.ts';
import { createLogReader, type EntryOfRequest } from './read-log.ts';
import { createCycleSum, type LoggedOutcome } from './sum-up-cycle.ts';
import { toColumns, toDetails } from './summary-row.ts';

export interface LogNeighbours {
  readonly newer: string | null;
  readonly older: string | null;
}

/** Where `applicationId` is null, all applications that are there are asked for. */
export interface ProvisioningLogStore {
  /** Oldest first. For use inside the transaction of the links and escrows that they tell about. */
  readonly append: (summaries: readonly ProvisioningObjectSummary[]) => void;
  /** Called after each `append`, in its transaction still. */
  readonly onAppended: (
    listener: (summaries: readonly ProvisioningObjectSummary[]) => void,
  ) => void;
  readonly find: (
    applicationId: string | null,
    id: string,
  ) => ProvisioningObjectSummary | undefined;
  readonly page: (applicationId: string | null, query: ProvisioningLogQuery) => ProvisioningLogPage;
  /** Ids of the entries before and after one in the list that a filter makes. */
  readonly neighbours: (
    applicationId: string | null,
    id: string,
    filter: ProvisioningLogFilter,
  ) => LogNeighbours;
  readonly insights: (
    applicationId: string | null,
    filter: ProvisioningLogFilter,
  ) => ProvisioningInsights;
  readonly sumUpCycle: (cycleId: string) => readonly LoggedOutcome[];
  /** Newest first, read in slices: other things may happen between two entries. */
  readonly walk: (
    applicationId: string,
    filter: ProvisioningLogFilter,
  ) => Iterable<ProvisioningObjectSummary>;
  /** The entry that a request of the inspector belongs to. */
  readonly findByRequest: (clientRequestId: string) => EntryOfRequest | undefined;
  /** A step of what the log does by itself; whether there is more to do. */
  readonly keep: (maxDays: number) => boolean;
}

export function createProvisioningLogStore(db: Database): ProvisioningLogStore {
  const append = createAppender(db);
  const reader = createLogReader(db);
  const readInsights = createInsightReader(db);
  const keeper = createLogKeeper(db);
  const listeners: ((summaries: readonly ProvisioningObjectSummary[]) => void)[] = [];

  function ask(applicationId: string | null, filter: ProvisioningLogFilter) {
    if (searchesWords(filter)) keeper.indexAll();
    return toLogCondition(applicationId, filter);
  }

  return {
    append(summaries) {
      if (summaries.length === 0) return;
      append(summaries);
      for (const listener of listeners) listener(summaries);
    },
    onAppended: (listener) => void listeners.push(listener),
    find: reader.find,
    page: (applicationId, query) => reader.page(ask(applicationId, query), query),
    neighbours: (applicationId, id, filter) => reader.neighbours(ask(applicationId, filter), id),
    insights: (applicationId, filter) => readInsights(ask(applicationId, filter)),
    walk: (applicationId, filter) => reader.walk(ask(applicationId, filter)),
    sumUpCycle: createCycleSum(db),
    findByRequest: reader.findByRequest,
    keep: keeper.keep,
  };
}

function createAppender(db: Database) {
  const insertEntry = db.prepare<[object]>(`
    insert into provisioning_log (
      id, application_id, at, job_id, cycle_id, change_id, action, status, error_code, duration_ms,
      source_type, source_id, source_name, source_upn, target_id, target_name, source_system,
      target_system, identity_key)
    values (
      :id, :applicationId, :at, :jobId, :cycleId, :changeId, :action, :status, :errorCode,
      :durationMs, :sourceType, :sourceId, :sourceName, :sourceUpn, :targetId, :targetName,
      :sourceSystem, :targetSystem, :identityKey)`);
  const insertDetails = db.prepare<[object]>(`
    insert into provisioning_details (seq, steps, properties, requests, rest)
    values (:seq, :steps, :properties, :requests, :rest)`);
  const insertRequest = db.prepare<[string, number]>(`
    insert or ignore into provisioning_requests (client_request_id, seq) values (?, ?)`);

  return db.transaction((summaries: readonly ProvisioningObjectSummary[]) => {
    for (const summary of summaries) {
      const seq = Number(insertEntry.run(toColumns(summary)).lastInsertRowid);
      insertDetails.run({ seq, ...toDetails(summary) });
      for (const { clientRequestId } of summary.requests) insertRequest.run(clientRequestId, seq);
    }
  });
}
