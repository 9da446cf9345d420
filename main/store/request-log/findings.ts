// Which rules have found something in which request, and how often in all: an index beside the request log.
import type { Database } from 'better-sqlite3';
import type { Finding, TopFinding, TopFindingsQuery } from '../../../shared/admin/finding.ts';
import type { Question } from './question.ts';

export function createFindingStore(db: Database) {
  const statements = prepareStatements(db);

  /** One row for each rule. */
  function insertFindings(requestId: number, findings: readonly Finding[]): void {
    const severities = new Map(findings.map(({ ruleId, severity }) => [ruleId, severity]));
    for (const [ruleId, severity] of severities) {
      statements.insert.run({ ruleId, requestId, severity });
    }
  }

  /** Of the requests in the log, or of its newest alone; errors first, then by the number of requests. */
  function topFindings(
    { condition, params, range }: Question,
    { tenant, limit, newest }: TopFindingsQuery & { readonly tenant: string },
  ): TopFinding[] {
    const after = newest === undefined ? 0 : range.most - newest;
    return selectTop(db, condition.where).all({ ...params, tenant, limit, after });
  }

  return { insertFindings, topFindings };
}

function prepareStatements(db: Database) {
  return {
    insert: db.prepare<[object]>(`
      insert into request_findings (rule_id, request_id, severity)
      values (:ruleId, :requestId, :severity)`),
  };
}

function selectTop(db: Database, where: string) {
  // cross join: from the requests asked for to their findings
  return db.prepare<[object], TopFinding>(`
    select
      found.rule_id as ruleId, found.severity as severity,
      count(*) as requests, max(found.request_id) as lastRequestId
    from request_log r
    cross join request_findings found on found.request_id = r.id
    where r.id > :after and r.tenant = :tenant and (${where})
    group by found.rule_id, found.severity
    order by
      case found.severity when 'error' then 1 when 'warning' then 2 else 3 end,
      count(*) desc, found.rule_id
    limit :limit`);
}
