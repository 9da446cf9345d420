// The linter of the wire: every rule over one exchange, once, when the answer is known. Pure and cheap: rules whose
// subject is absent are passed over as a group, and what several rules need is worked out once.
import type { Finding, FindingCounts, FindingRule } from '../../../shared/admin/finding.ts';
import { viewExchange } from './exchange-view.ts';
import type { Rule, RuleGroup } from './finding-rule.ts';
import type { Hit } from './hit.ts';
import type { JudgedExchange } from './judged-exchange.ts';
import { answerRules } from './rules/answer-rules.ts';
import { bodyRules } from './rules/body-rules.ts';
import { bulkRules } from './rules/bulk-rules.ts';
import { errorAnswerRules } from './rules/error-answer-rules.ts';
import { filterRules } from './rules/filter-rules.ts';
import { listAnswerRules } from './rules/list-answer-rules.ts';
import { messageRules } from './rules/message-rules.ts';
import { patchRules } from './rules/patch-rules.ts';
import { queryRules } from './rules/query-rules.ts';
import { resourceAnswerRules } from './rules/resource-answer-rules.ts';
import { transportRules } from './rules/transport-rules.ts';

const GROUPS: readonly RuleGroup[] = [
  transportRules,
  queryRules,
  filterRules,
  messageRules,
  bodyRules,
  patchRules,
  bulkRules,
  answerRules,
  errorAnswerRules,
  resourceAnswerRules,
  listAnswerRules,
];

/** Of one rule: the first ones stand for the others, which are counted in the last. */
const MAX_OF_A_RULE = 3;

/** What is off in an exchange, request before response. Never throws. @see RFC 7643, RFC 7644 */
export function findFindings(exchange: JudgedExchange): readonly Finding[] {
  const view = viewExchange(exchange);
  return GROUPS.filter(({ applies }) => applies(view)).flatMap(({ where, rules }) =>
    rules.flatMap((rule) => toFindings(rule, where, rule.find(view))),
  );
}

/** Everything that the linter looks for, as the admin API tells it. */
export function listFindingRules(): FindingRule[] {
  return GROUPS.flatMap(({ where, rules }) =>
    rules.map(({ find: _find, entra = null, ...rule }) => ({ ...rule, where, entra })),
  );
}

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function toFindings(rule: Rule, where: Finding['where'], hits: readonly Hit[]): readonly Finding[] {
  if (hits.length === 0) return [];
  const { id: ruleId, severity } = rule;
  const kept = hits.slice(0, MAX_OF_A_RULE);
  return kept.map((hit, at) => {
    const rest = at === MAX_OF_A_RULE - 1 ? hits.length - MAX_OF_A_RULE : 0;
    const message = rest > 0 ? `${hit.message} (and ${rest} more)` : hit.message;
    return { ruleId, severity, where, ...hit, message };
  });
}
