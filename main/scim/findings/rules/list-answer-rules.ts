// Rules about lists in answers. @see RFC 7644 §3.4.2
import type { FilterNode } from '../../../../shared/scim/filter-tree.ts';
import { isJsonArray, isJsonObject, type JsonValue } from '../../../../shared/scim/json.ts';
import { resolveAttribute } from '../../schema/resolve-attribute.ts';
import type { ResolvedAttribute } from '../../schema/schema-types.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { Rule, RuleGroup } from '../finding-rule.ts';
import { hitIf, NO_HITS } from '../hit.ts';
import { showValue } from '../show-value.ts';
import { read, readSchemas } from './message-rules.ts';

const LIST_URN = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

const envelopeRules: readonly Rule[] = [
  {
    id: 'list-without-envelope',
    severity: 'error',
    title: 'A list that is no ListResponse',
    why: 'A query answers with a ListResponse, even for one result or none.',
    source: 'RFC 7644 §3.4.2',
    entra: 'Fails with SystemForCrossDomainIdentityManagementServiceIncompatible.',
    find({ answered, exchange }) {
      const isNamed = answered !== undefined && readSchemas(answered).includes(LIST_URN);
      const isRead = exchange.responseBody.json !== undefined;
      return hitIf(isRead && !isNamed, 'The answer is no ListResponse', 'schemas');
    },
  },
  {
    id: 'total-results-wrong',
    severity: 'error',
    title: 'totalResults is wrong',
    why: 'SCIM clients page by it: too small a number loses resources.',
    source: 'RFC 7644 §3.4.2',
    entra: 'Reads whether a user exists from it.',
    find(view) {
      const total = view.answered?.['totalResults'];
      const isLeftOut = total === undefined && view.search()?.cursor !== undefined;
      const isWrong = !isWhole(total) || Number(total) < listOf(view).length;
      const message = `totalResults is ${showValue(total)}, with ${listOf(view).length} in Resources`;
      return hitIf(view.answered !== undefined && !isLeftOut && isWrong, message, 'totalResults');
    },
  },
  {
    id: 'items-per-page-wrong',
    severity: 'warning',
    title: 'itemsPerPage is not the number of resources',
    why: 'It counts what this answer holds, not what was asked for.',
    source: 'RFC 7644 §3.4.2.4',
    entra: 'Wants a whole number.',
    find(view) {
      const items = view.answered?.['itemsPerPage'];
      const isWrong = items !== undefined && items !== listOf(view).length;
      const message = `itemsPerPage is ${showValue(items)}, with ${listOf(view).length} in Resources`;
      return hitIf(isWrong, message, 'itemsPerPage');
    },
  },
  {
    id: 'start-index-wrong',
    severity: 'warning',
    title: 'startIndex is not the one asked for',
    why: 'SCIM clients reckon the next page from it.',
    source: 'RFC 7644 §3.4.2.4',
    entra: 'Wants a whole number.',
    find(view) {
      const given = view.answered?.['startIndex'];
      const asked = Math.max(1, Number(view.search()?.startIndex ?? 1));
      const isWrong = given !== undefined && (!isWhole(given) || Number(given) !== asked);
      const isJudged = Number.isInteger(asked) && view.search()?.cursor === undefined;
      return hitIf(
        isJudged && isWrong,
        `startIndex is ${showValue(given)}, not ${asked}`,
        'startIndex',
      );
    },
  },
  {
    id: 'paging-members-missing',
    severity: 'notice',
    title: 'A part of a list without startIndex or itemsPerPage',
    why: 'Without them a SCIM client cannot tell where the next page begins.',
    source: 'RFC 7644 §3.4.2.4',
    entra: 'Wants startIndex and itemsPerPage in every list.',
    find(view) {
      const { answered } = view;
      const isPartial = Number(answered?.['totalResults'] ?? 0) > listOf(view).length;
      const names = ['startIndex', 'itemsPerPage'].filter((name) => answered?.[name] === undefined);
      const isByCursor =
        answered?.['nextCursor'] !== undefined || view.search()?.cursor !== undefined;
      return hitIf(isPartial && names.length > 0 && !isByCursor, `${names.join(' and ')} missing`);
    },
  },
];

const contentRules: readonly Rule[] = [
  {
    id: 'resources-missing',
    severity: 'error',
    title: 'A list with results, but without Resources',
    why: 'totalResults says that there are some, and none are there.',
    source: 'RFC 7644 §3.4.2',
    find(view) {
      const total = Number(view.answered?.['totalResults'] ?? 0);
      const asked = Number(view.search()?.count ?? 1);
      const start = Number(view.search()?.startIndex ?? 1);
      const isWanted = asked > 0 && start <= total && view.search()?.cursor === undefined;
      const isMissing = total > 0 && listOf(view).length === 0;
      return hitIf(
        isWanted && isMissing,
        `totalResults is ${total}, Resources is empty`,
        'Resources',
      );
    },
  },
  {
    id: 'more-than-count',
    severity: 'error',
    title: 'More resources than asked for',
    why: 'A page never holds more than count.',
    source: 'RFC 7644 §3.4.2.4',
    find(view) {
      const count = view.search()?.count;
      if (count === undefined || !/^-?\d+$/.test(count)) return NO_HITS;
      const limit = Math.max(0, Number(count));
      const { length } = listOf(view);
      return hitIf(length > limit, `${length} resources, count is ${count}`, 'Resources');
    },
  },
  {
    id: 'repeated-in-list',
    severity: 'error',
    title: 'The same resource twice in a list',
    why: 'A SCIM client takes it for two.',
    source: 'RFC 7644 §3.4.2',
    find(view) {
      const ids = listOf(view)
        .map((one) => (isJsonObject(one) ? read(one, 'id') : undefined))
        .filter((id) => typeof id === 'string');
      if (new Set(ids).size === ids.length) return NO_HITS;
      const twice = ids.find((id, index) => ids.indexOf(id) < index);
      return hitIf(twice !== undefined, `id ${showValue(twice)} comes twice`, 'Resources');
    },
  },
  {
    id: 'several-matches',
    severity: 'warning',
    title: 'Several resources match one key',
    why: 'A SCIM client cannot tell which one is meant.',
    source: 'RFC 7643 §2.2, uniqueness; Microsoft: How to analyze provisioning logs',
    entra: 'Writes nothing and logs DuplicateTargetEntries.',
    find(view) {
      const asked = readEquality(view);
      const isKey = /^(?:userName|externalId|id|displayName)$/i.test(asked?.attribute ?? '');
      const total = Number(view.answered?.['totalResults'] ?? 0);
      return hitIf(
        isKey && total > 1,
        `${total} resources match ${asked?.attribute}`,
        'totalResults',
      );
    },
  },
  {
    id: 'filter-not-applied',
    severity: 'error',
    title: 'A resource that does not match the filter',
    why: 'The filter was passed over: a SCIM client takes the first user that comes for the one it looks for.',
    source: 'RFC 7644 §3.4.2.2',
    entra: 'Links its user with whatever the query returned.',
    find(view) {
      const asked = readEquality(view);
      if (asked === undefined) return NO_HITS;
      const odd = view
        .resources()
        .filter(({ body }) => isOther(asked, read(body, asked.attribute)));
      return odd.slice(0, 1).map(({ body, path }) => ({
        message: `${asked.attribute} is ${showValue(read(body, asked.attribute))}, asked was ${showValue(asked.value)}`,
        path: `${path}.${asked.attribute}`,
      }));
    },
  },
];

export const listAnswerRules: RuleGroup = {
  where: 'response',
  applies: ({ search, isSuccess, exchange }) =>
    isSuccess && exchange.status === 200 && search() !== undefined,
  rules: [...envelopeRules, ...contentRules],
};

function listOf({ answered }: ExchangeView): readonly JsonValue[] {
  const list = answered?.['Resources'];
  return isJsonArray(list) ? list : [];
}

function isWhole(value: JsonValue | undefined): boolean {
  return Number.isInteger(value);
}

interface Equality {
  readonly attribute: string;
  readonly value: string;
  readonly isCaseExact: boolean;
}

/** A filter that is one `eq` of a simple attribute of the core with text. */
function readEquality({ search }: ExchangeView): Equality | undefined {
  const { model, filter } = search() ?? {};
  const node: FilterNode | undefined = filter?.tree;
  if (model === undefined || node?.kind !== 'compare' || node.operator !== 'eq') return undefined;
  const found = resolveAttribute(model, node.attribute);
  if (found === undefined || typeof node.value !== 'string' || !isPlainText(found))
    return undefined;
  const { name, caseExact } = found.attribute;
  return { attribute: name, value: node.value, isCaseExact: caseExact };
}

function isPlainText({ attribute, extension }: ResolvedAttribute): boolean {
  return extension === undefined && attribute.type === 'string' && !attribute.multiValued;
}

/** What was left out of the answer says nothing. */
function isOther({ value, isCaseExact }: Equality, given: JsonValue | undefined): boolean {
  if (given === undefined) return false;
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  return isCaseExact ? text !== value : text.toLowerCase() !== value.toLowerCase();
}
