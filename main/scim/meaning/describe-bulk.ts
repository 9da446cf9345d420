// A Bulk request: how many operations, and how many of them failed. @see RFC 7644 §3.7
import { type ExchangeFacts, type Intent, listMember, textMember } from './exchange.ts';

export function describeBulk(facts: ExchangeFacts): Intent | undefined {
  if (facts.method !== 'POST') return undefined;
  const count = listMember(facts.requestBody, 'Operations').length;
  const outcomes = listMember(facts.responseBody, 'Operations');
  const failed = outcomes.filter((outcome) => Number(textMember(outcome, 'status')) >= 400).length;
  const undone = facts.status === 200 ? count - outcomes.length : 0;
  const details = [
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(undone > 0 ? [`${undone} left undone`] : []),
  ];
  return {
    operation: 'bulk',
    action: `Bulk (${count} ${count === 1 ? 'operation' : 'operations'})`,
    ...(details.length > 0 && { detail: details.join(', ') }),
  };
}
