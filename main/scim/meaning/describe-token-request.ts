// A request to the token endpoint. Its errors are OAuth's, which have a description of their own. @see RFC 6749 §5
import { type ExchangeFacts, isSuccess, tellUnanswered, textMember } from './exchange.ts';

const ACTION = 'Get access token';

export function describeTokenRequest(facts: ExchangeFacts) {
  return { operation: 'get-access-token', sentence: tellOutcome(facts) } as const;
}

function tellOutcome(facts: ExchangeFacts): string {
  if (isSuccess(facts)) return ACTION;
  if (facts.status === 0) return `${ACTION}: ${tellUnanswered(facts)}`;
  if (facts.status >= 500 && facts.errorDetail === null) return `${ACTION} failed: internal error`;
  const description = textMember(facts.responseBody, 'error_description');
  return `${ACTION} refused: ${description ?? facts.errorDetail ?? facts.status}`;
}
