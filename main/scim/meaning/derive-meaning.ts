// Says what an exchange meant, in one operation of a closed list and one plain sentence. Pure: the recorder calls it
// when the answer is known. What fits no description is `unknown`; it is never given the nearest label.
import type { Operation } from '../../../shared/admin/request-log.ts';
import { isJsonObject } from '../../../shared/scim/json.ts';
import { describeBulk } from './describe-bulk.ts';
import { describeCreate } from './describe-create.ts';
import { describeDelete } from './describe-delete.ts';
import { describeOutcome, describePoll } from './describe-events.ts';
import { targetOfMe } from './describe-me.ts';
import { describePatch } from './describe-patch.ts';
import { describeDiscovery, describeRead } from './describe-read.ts';
import { describeReplace } from './describe-replace.ts';
import { describeSearch } from './describe-search.ts';
import { describeTokenRequest } from './describe-token-request.ts';
import {
  type ExchangeFacts,
  type Intent,
  isSuccess,
  type Meaning,
  readResource,
  tellUnanswered,
} from './exchange.ts';
import { readRejection } from './read-rejection.ts';
import { readTarget, type Target } from './read-target.ts';
import { tellOutcome } from './tell-outcome.ts';

export function deriveMeaning(facts: ExchangeFacts): Meaning {
  if (facts.isTokenRequest) return withoutResource(undefined, describeTokenRequest(facts));
  const target = facts.path === null ? undefined : findTarget(facts, facts.path);
  const rejection = readRejection(facts, target);
  if (rejection !== undefined) return withoutResource(target, rejection);
  if (target === undefined || target.kind === 'base') return describePage(facts);
  const intent = describeIntent(facts, target);
  if (intent === undefined) {
    return withoutResource(target, { operation: 'unknown', sentence: tellUnknown(facts, target) });
  }
  return {
    operation: intent.operation,
    sentence: tellOutcome(facts, intent, target),
    resourceType: resourceTypeOf(target),
    ...(intent.resource ?? resourceOfPath(facts, target)),
  };
}

/** What a profile may leave out. */
const LEFT_OUT: Partial<Record<Target['kind'], string>> = {
  bulk: 'Bulk',
  search: 'Search',
  me: 'Me',
  events: 'Events',
};

/** `/Me` is told as the User that it stands for, where the exchange shows who that is. */
function findTarget(facts: ExchangeFacts, path: string): Target {
  const target = readTarget(path, facts.resourceTypes);
  const left = facts.status === 501 ? LEFT_OUT[target.kind] : undefined;
  if (left !== undefined) return { kind: 'unserved', name: left };
  if (isRootQuery(facts, target)) return { kind: 'search', resource: null };
  return target.kind === 'me' ? targetOfMe(facts) : target;
}

/** At the base URL, people get a page and SCIM clients a list. @see RFC 7644 §3.4.2.1 */
function isRootQuery(facts: ExchangeFacts, target: Target): boolean {
  return target.kind === 'base' && facts.method === 'GET' && isJsonObject(facts.responseBody);
}

function describeIntent(facts: ExchangeFacts, target: Target): Intent | undefined {
  const isRead = facts.method === 'GET' || facts.method === 'HEAD';
  if (target.kind === 'bulk') return describeBulk(facts);
  if (target.kind === 'events') return describePoll(facts);
  if (target.kind === 'outcome') return describeOutcome(facts);
  if (target.kind === 'search') return describeSearch(facts, target.resource);
  if (target.kind === 'discovery') return isRead ? describeDiscovery(target) : undefined;
  if (target.kind === 'collection') {
    if (isRead) return describeSearch(facts, target.resource);
    return facts.method === 'POST' ? describeCreate(facts, target.resource) : undefined;
  }
  return target.kind === 'resource' ? describeOnResource(facts, target) : undefined;
}

function describeOnResource(
  facts: ExchangeFacts,
  target: Extract<Target, { kind: 'resource' }>,
): Intent | undefined {
  if (facts.method === 'GET' || facts.method === 'HEAD') return describeRead(facts, target);
  if (facts.method === 'PUT') return describeReplace(facts, target);
  if (facts.method === 'PATCH') return describePatch(facts, target);
  return facts.method === 'DELETE' ? describeDelete(facts, target) : undefined;
}

/** Outside every tenant's base, and at the base itself, only the page for people answers with success. */
function describePage(facts: ExchangeFacts): Meaning {
  const isPage = isSuccess(facts) && (facts.method === 'GET' || facts.method === 'HEAD');
  return withoutResource(
    undefined,
    isPage
      ? { operation: 'open-landing-page', sentence: 'Open landing page' }
      : { operation: 'unknown', sentence: tellUnknown(facts, undefined) },
  );
}

function tellUnknown(facts: ExchangeFacts, target: Target | undefined): string {
  const what = target?.kind === 'unserved' ? `${target.name} request` : `${facts.method} request`;
  if (facts.status === 501) return `${what} refused: not implemented`;
  if (facts.isCut === true) return `${what}: ${tellUnanswered(facts)}`;
  return facts.status >= 400 ? `${what} refused: ${facts.errorDetail ?? facts.status}` : what;
}

function withoutResource(
  target: Target | undefined,
  said: { readonly operation: Operation; readonly sentence: string },
): Meaning {
  const resourceType = target === undefined ? null : resourceTypeOf(target);
  return { ...said, resourceType, resourceId: null, resourceName: null };
}

function resourceOfPath(facts: ExchangeFacts, target: Target) {
  if (target.kind === 'resource') return readResource(facts, target.id);
  return { resourceId: null, resourceName: null };
}

function resourceTypeOf(target: Target): string | null {
  return 'resource' in target ? target.resource : null;
}
