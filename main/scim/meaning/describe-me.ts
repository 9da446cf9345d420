// /Me is the User of whoever asks: who that is shows in what was changed, or in what was answered. @see RFC 7644 §3.11
import { type ExchangeFacts, textMember } from './exchange.ts';
import type { Target } from './read-target.ts';

/** A token that acts as nobody leads to no resource. */
export function targetOfMe(facts: ExchangeFacts): Target {
  if (facts.method === 'POST') return { kind: 'collection', resource: 'User' };
  const id = facts.effects[0]?.resourceId ?? textMember(facts.responseBody, 'id') ?? 'of the token';
  return { kind: 'resource', resource: 'User', id };
}
