// Which findings the requests of a tenant have, summed up over the log.
import type { Database } from 'better-sqlite3';
import type { TopFinding } from '../../shared/admin/finding.ts';

export function createFindingReaders(db: Database) {
  const top = db.prepare<[object], TopFinding>(`
    select
      found.rule_id as ruleId, found.severity as severity,
      count(*) as requests, max(found.request_id) as lastRequestId
    from request_findings found
    join request_log request on request.id = found.request_id
    where request.tenant = :tenant
    group by found.rule_id, found.severity
    order by
      case found.severity when 'error' then 1 when 'warning' then 2 else 3 end,
      count(*) desc, found.rule_id
    limit :limit`);

  /** Errors first, then by the number of requests. */
  function topFindings(tenant: string, limit: number): TopFinding[] {
    return top.all({ tenant, limit });
  }

  return { topFindings };
}
