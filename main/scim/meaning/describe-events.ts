// Polls of the event feed, and questions for what became of a request that was accepted for later.
// @see RFC 8936 §2.4, RFC 9967 §2.5
import { isJsonObject } from '../../../shared/scim/json.ts';
import { type ExchangeFacts, type Intent, isSuccess, listMember, memberOf } from './exchange.ts';

export function describePoll(facts: ExchangeFacts): Intent | undefined {
  if (facts.method === 'GET') return { operation: 'poll-events', action: 'Read the event keys' };
  if (facts.method !== 'POST') return undefined;
  const acknowledged = listMember(facts.requestBody, 'ack').length;
  const details = [
    ...(isSuccess(facts) ? [`${countSets(facts)} told`] : []),
    ...(acknowledged > 0 ? [`${acknowledged} acknowledged`] : []),
  ];
  return {
    operation: 'poll-events',
    action: 'Poll events',
    ...(details.length > 0 && { detail: details.join(', ') }),
  };
}

export function describeOutcome({ method, status }: ExchangeFacts): Intent | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  const action = 'Ask for the outcome of an accepted request';
  if (status === 202) return { operation: 'read-outcome', action: `${action}: not done yet` };
  return { operation: 'read-outcome', action };
}

function countSets({ responseBody }: ExchangeFacts): number {
  const sets = isJsonObject(responseBody) ? memberOf(responseBody, 'sets') : undefined;
  return isJsonObject(sets) ? Object.keys(sets).length : 0;
}
