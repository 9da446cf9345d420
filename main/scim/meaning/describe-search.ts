// A query, by GET or by POST to `.search`: Test Connection, look-up, reference check, or list.
// @see RFC 7644 §3.4.2 and §3.4.3
// Entra: Test Connection, and the start of every cycle, is a look-up of a fresh GUID that nothing matches; a tenant
// cannot tell it otherwise. `externalId` is left out of that rule, because objectId (a GUID) is a usual source for it
// and then a real look-up of a new user reads exactly the same.
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import type { FilterNode, FilterValue } from '../../../shared/scim/filter-tree.ts';
import { isJsonObject } from '../../../shared/scim/json.ts';
import { parseFilter } from '../../../shared/scim/parse-filter.ts';
import { comparesSecret } from '../../../shared/export/compares-secret.ts';
import {
  type ExchangeFacts,
  type Intent,
  isSuccess,
  listMember,
  memberOf,
  nameOf,
  noun,
  type ResourceFacts,
  type ResourceKind,
  textMember,
} from './exchange.ts';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Comparison {
  readonly attribute: string;
  readonly value: FilterValue;
}

/** `type` is null for a query over all resource types. */
export function describeSearch(facts: ExchangeFacts, type: ResourceKind | null): Intent {
  const kind = type ?? 'resource';
  const text = queryValue(facts, 'filter');
  if (text === undefined) return describeList(facts, kind);
  if (comparesSecret(text)) return { operation: 'list', action: `List ${noun(kind)}s by a secret` };
  const filter = readTree(text);
  if (filter === undefined) return { operation: 'look-up', action: `Look up ${noun(kind)}` };
  const check = readReferenceCheck(filter);
  if (check !== undefined) return describeReferenceCheck(facts, kind, check);
  const comparison = readEquality(filter);
  if (comparison === undefined || typeof comparison.value !== 'string') {
    return {
      operation: 'list',
      action: `List ${noun(kind)}s where ${text}`,
      ...found(facts),
      resource: singleResult(facts),
    };
  }
  if (isCore(kind) && isProbe(facts, comparison)) return describeProbe(kind);
  return describeLookUp(facts, kind, comparison);
}

function describeList(facts: ExchangeFacts, kind: ResourceKind): Intent {
  const startIndex = Number(queryValue(facts, 'startIndex') ?? 1);
  const isNext = Boolean(queryValue(facts, 'cursor'));
  const page = startIndex > 1 ? `, page from ${startIndex}` : isNext ? ', page by cursor' : '';
  return { operation: 'list', action: `List ${noun(kind)}s${page}` };
}

function describeProbe(kind: ResourceKind): Intent {
  return {
    operation: 'test-connection',
    action: kind === 'User' ? 'Test connection' : 'Test connection (groups)',
  };
}

function describeLookUp(
  facts: ExchangeFacts,
  kind: ResourceKind,
  { attribute, value }: Comparison,
): Intent {
  return {
    operation: 'look-up',
    action: `Look up ${noun(kind)} by ${attribute} ${value}`,
    ...found(facts),
    resource: singleResult(facts),
  };
}

interface ReferenceCheck {
  readonly attribute: 'manager' | 'members';
  readonly ownerId: string;
  readonly referencedId: string;
}

/** Entra: asks whether a reference is set before it writes one, `id eq … and manager eq …` in either order. */
function describeReferenceCheck(
  facts: ExchangeFacts,
  kind: ResourceKind,
  { attribute, ownerId, referencedId }: ReferenceCheck,
): Intent {
  const name = (id: string) => facts.findName?.(id) ?? id;
  const role = attribute === 'manager' ? 'manager of' : 'a member of';
  return {
    operation: 'check-reference',
    action: `Check whether ${name(referencedId)} is ${role} ${name(ownerId)}`,
    detail: totalResults(facts) === 0 ? 'no' : 'yes',
    resource: { resourceId: ownerId, resourceName: facts.findName?.(ownerId) ?? null },
  };
}

function readReferenceCheck(filter: FilterNode): ReferenceCheck | undefined {
  if (filter.kind !== 'and' || filter.terms.length !== 2) return undefined;
  const terms = filter.terms.map(readEquality);
  const ownerId = terms.find((term) => term?.attribute.toLowerCase() === 'id')?.value;
  const reference = terms.find((term) => isReference(term?.attribute));
  if (typeof ownerId !== 'string' || typeof reference?.value !== 'string') return undefined;
  const attribute = reference.attribute.startsWith('members') ? 'members' : 'manager';
  return { attribute, ownerId, referencedId: reference.value };
}

function isReference(attribute: string | undefined): boolean {
  return attribute !== undefined && /^(?:manager|members)(?:\.value)?$/i.test(attribute);
}

/** One `eq`, alone or as the `value` of an element: `userName eq "x"`, `emails[type eq "work"].value eq "x"`. */
function readEquality(filter: FilterNode): Comparison | undefined {
  if (filter.kind === 'compare' && filter.operator === 'eq') {
    return { attribute: withoutUrn(filter.attribute), value: filter.value };
  }
  if (filter.kind !== 'value-path') return undefined;
  const terms = filter.filter.kind === 'and' ? filter.filter.terms : [filter.filter];
  const value = terms
    .map(readEquality)
    .find((term) => term?.attribute.toLowerCase() === 'value')?.value;
  return value === undefined ? undefined : { attribute: withoutUrn(filter.attribute), value };
}

function withoutUrn(attribute: string): string {
  return attribute.slice(attribute.lastIndexOf(':') + 1);
}

/** Test Connection asks for users and groups, never for a resource type of the tenant's own. */
function isCore(kind: ResourceKind): boolean {
  return kind === 'User' || kind === 'Group';
}

function isProbe(facts: ExchangeFacts, { attribute, value }: Comparison): boolean {
  const isStored = ['id', 'externalid'].includes(attribute.toLowerCase());
  return !isStored && GUID.test(String(value)) && totalResults(facts) === 0;
}

function readTree(text: string): FilterNode | undefined {
  try {
    return parseFilter(text, { lenient: true });
  } catch (error) {
    if (error instanceof FilterSyntaxError) return undefined;
    throw error;
  }
}

/** Of the URL, or of the SearchRequest in a POST. */
function queryValue({ method, query, requestBody }: ExchangeFacts, name: string) {
  if (method === 'POST') {
    const value = isJsonObject(requestBody) ? memberOf(requestBody, name) : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  }
  const folded = name.toLowerCase();
  return query.find(([key]) => key.toLowerCase() === folded)?.[1];
}

function found(facts: ExchangeFacts): { readonly detail?: string } {
  const total = totalResults(facts);
  return total === undefined ? {} : { detail: `${total} found` };
}

function totalResults(facts: ExchangeFacts): number | undefined {
  const { responseBody } = facts;
  if (!isSuccess(facts) || !isJsonObject(responseBody)) return undefined;
  const total = memberOf(responseBody, 'totalResults');
  return typeof total === 'number' ? total : undefined;
}

/** The resource that a look-up found, when it found exactly one. */
function singleResult(facts: ExchangeFacts): ResourceFacts {
  const resource =
    totalResults(facts) === 1 ? listMember(facts.responseBody, 'Resources')[0] : undefined;
  const resourceId = textMember(resource, 'id');
  const stored = resourceId === null ? null : facts.findName?.(resourceId);
  return { resourceId, resourceName: nameOf(resource) ?? stored ?? null };
}
