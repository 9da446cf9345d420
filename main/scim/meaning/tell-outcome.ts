// Puts an intent and what became of it into one sentence.
import { type ExchangeFacts, type Intent, isSuccess, tellUnanswered } from './exchange.ts';
import type { Target } from './read-target.ts';

const MAX_DETAIL_LENGTH = 160;

/** Not implemented, not now, no room: the answer says why. */
const TOLD: ReadonlySet<number> = new Set([501, 503, 507]);

export function tellOutcome(facts: ExchangeFacts, intent: Intent, target: Target): string {
  if (facts.status === 202) return `${intent.action}: accepted for later`;
  if (facts.status === 304) return `${intent.action}: not changed since`;
  if (isSuccess(facts)) return tellSuccess(facts, intent);
  if (facts.status === 0) return `${intent.action}: ${tellUnanswered(facts)}`;
  if (facts.status === 404) return `${intent.action}: not found`;
  if (facts.status >= 500 && !TOLD.has(facts.status))
    return `${intent.action} failed: internal error`;
  return `${intent.action} refused: ${reason(facts, target)}`;
}

function tellSuccess(facts: ExchangeFacts, { action, detail }: Intent): string {
  const sentence = detail === undefined ? action : `${action}: ${detail}`;
  const isIdle =
    facts.effects.length > 0 && facts.effects.every((effect) => effect.action === 'unchanged');
  return isIdle ? `${sentence} (no change)` : sentence;
}

function reason({ scimType, errorDetail, status }: ExchangeFacts, target: Target): string {
  if (scimType === 'uniqueness') {
    // Our own detail begins with the attribute path; that of another service provider need not.
    const path = /^(\S+) .* is already in use$/.exec(errorDetail ?? '')?.[1];
    const isGroup = 'resource' in target && target.resource === 'Group';
    return `${path ?? (isGroup ? 'displayName' : 'userName')} is taken`;
  }
  const detail = errorDetail ?? `status ${status}`;
  return detail.length > MAX_DETAIL_LENGTH ? `${detail.slice(0, MAX_DETAIL_LENGTH)}…` : detail;
}
