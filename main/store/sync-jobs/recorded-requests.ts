// Rows of the request log by the id that the client gave the request. A request that was sent again has several.
import type { Database } from 'better-sqlite3';
import type { RecordedRequest } from '../../../shared/simulator/job-run.ts';

export function createRecordedRequests(db: Database) {
  const find = db.prepare<[string], RecordedRequest>(`
    select r.id as requestId, r.tenant
    from request_exchanges x join request_log r on r.id = x.id
    where x.client_request_id = ?
    order by r.id`);
  return {
    find: (clientRequestId: string): readonly RecordedRequest[] => find.all(clientRequestId),
  };
}
