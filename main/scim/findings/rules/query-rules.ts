// Rules about the parameters of a request: flags, paging, sort, projection. @see RFC 7644 §3.4.2 and §3.9
import { resolveAttribute, resolveExtension } from '../../schema/resolve-attribute.ts';
import type { ResourceModel } from '../../schema/schema-types.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { Rule, RuleGroup } from '../finding-rule.ts';
import { hitIf, NO_HITS } from '../hit.ts';
import { queryValue, readProjection } from '../read-search.ts';
import { SECRET_PARAMETER } from '../../../../shared/export/secret-parameter.ts';
import { showList, showValue } from '../show-value.ts';

const KNOWN_PARAMETERS = new Set([
  'filter',
  'attributes',
  'excludedattributes',
  'sortby',
  'sortorder',
  'startindex',
  'count',
  'cursor',
]);
const ENTRA_FLAG = /^aadOptscim062020$/i;
const OLD_ENTRA_FLAG = /^AzureAdScimPatch\d+$/i;

const secretRules: readonly Rule[] = [
  {
    id: 'secret-in-filter',
    severity: 'error',
    title: 'A filter by something that is never returned',
    why: 'The value ends up in logs of proxies and servers; the request answers 403 sensitive or 400.',
    source: 'RFC 7644 §7.5.2, RFC 7643 §4.1.1',
    find: ({ search, method }) =>
      hitIf(
        method === 'GET' && search()?.filter?.isSecret === true,
        'The filter compares an attribute that is never returned',
        'filter',
      ),
  },
];

const flagRules: readonly Rule[] = [
  {
    id: 'deprecated-flag',
    severity: 'notice',
    title: 'An old name of a flag of the tenant URL',
    why: 'Microsoft documents ?aadOptscim062020 today; older names may stop working.',
    source: 'Microsoft: Known issues and resolutions with SCIM 2.0 protocol compliance',
    entra: 'Reads the flag from the tenant URL and sends it back with every request.',
    find: ({ exchange }) =>
      exchange.query
        .filter(([name]) => OLD_ENTRA_FLAG.test(name))
        .map(([name]) => ({ message: `${name} is an old name of a flag`, path: name })),
  },
  {
    id: 'glued-flag',
    severity: 'warning',
    title: 'The path stands behind a flag',
    why: 'The SCIM client appended its path to a tenant URL that ends with a flag; most servers answer 404.',
    source: 'Microsoft: Known issues and resolutions with SCIM 2.0 protocol compliance',
    entra: 'Seen from validators and test tools rather than from the provisioning service.',
    find: ({ exchange }) =>
      hitIf(
        /^(?:aadOptscim062020|AzureAdScimPatch\d+)\//i.test(exchange.rawQuery),
        `The query begins with ${showValue(exchange.rawQuery.split(/[?&]/)[0])}`,
      ),
  },
  {
    id: 'valueless-parameter',
    severity: 'notice',
    title: 'A query parameter without a value',
    why: 'It breaks routers and proxies that expect name=value. Only the flag aadOptscim062020 is documented so.',
    source:
      'RFC 7644 §3.4.2; Microsoft: Known issues and resolutions with SCIM 2.0 protocol compliance',
    find: ({ exchange }) =>
      exchange.rawQuery
        .split('&')
        .filter((part) => part !== '' && !part.includes('=') && !/^cursor$|\//i.test(part))
        .filter((part) => !ENTRA_FLAG.test(part) && !OLD_ENTRA_FLAG.test(part))
        .map((part) => ({ message: `Parameter ${showValue(part)} has no value`, path: part })),
  },
  {
    id: 'unknown-parameter',
    severity: 'notice',
    title: 'A query parameter that SCIM does not have',
    why: 'It is passed over; a misspelt parameter so changes nothing, without a word.',
    source: 'RFC 7644 §3.4.2',
    find({ exchange, place }) {
      if (place.kind === 'other') return NO_HITS;
      return exchange.query
        .filter(([name, value]) => value !== '' && !KNOWN_PARAMETERS.has(name.toLowerCase()))
        .filter(([name]) => !SECRET_PARAMETER.test(name) && !/^(?:aadOpt|AzureAdScim)/i.test(name))
        .map(([name]) => ({ message: `SCIM has no parameter ${showValue(name)}`, path: name }));
    },
  },
  {
    id: 'repeated-parameter',
    severity: 'warning',
    title: 'The same parameter twice',
    why: 'Servers take the first, the last, or both.',
    source: 'RFC 7644 §3.4.2',
    find({ exchange }) {
      const names = exchange.query.map(([name]) => name.toLowerCase());
      const twice = names.filter(
        (name, at) => KNOWN_PARAMETERS.has(name) && names.indexOf(name) < at,
      );
      return twice.map((name) => ({
        message: `Parameter ${name} is given more than once`,
        path: name,
      }));
    },
  },
];

const pagingRules: readonly Rule[] = [
  {
    id: 'bad-paging-number',
    severity: 'warning',
    title: 'A paging parameter that is no proper number',
    why: 'startIndex counts from 1 and count from 0; other values are corrected or refused.',
    source: 'RFC 7644 §3.4.2.4',
    find: ({ search }) => [
      ...hitIf(
        isBelow(search()?.startIndex, 1),
        `startIndex is ${showValue(search()?.startIndex)}`,
        'startIndex',
      ),
      ...hitIf(isBelow(search()?.count, 0), `count is ${showValue(search()?.count)}`, 'count'),
    ],
  },
  {
    id: 'large-page',
    severity: 'notice',
    title: 'A very large page is asked for',
    why: 'Service providers cut it down to their own limit; read itemsPerPage and go on from there.',
    source: 'RFC 7644 §3.4.2.4',
    find({ search }) {
      const count = Number(search()?.count ?? 0);
      return hitIf(count > 1_000, `count is ${count}`, 'count');
    },
  },
  {
    id: 'list-without-paging',
    severity: 'notice',
    title: 'A list is asked for without paging',
    why: 'The answer is only a part of it, and the rest is never asked for.',
    source: 'RFC 7644 §3.4.2.4',
    entra: 'Asks for single resources by filter, and pages with startIndex and count.',
    find({ search, answered, isSuccess }) {
      const asked = search();
      if (!isSuccess || asked === undefined || asked.filter !== undefined) return NO_HITS;
      const isPaged = [asked.startIndex, asked.count, asked.cursor].some(
        (given) => given !== undefined,
      );
      const total = Number(answered?.['totalResults'] ?? 0);
      const length = lengthOf(answered?.['Resources']);
      return hitIf(!isPaged && total > length, `The answer holds ${length} of ${total} resources`);
    },
  },
  {
    id: 'index-and-cursor',
    severity: 'error',
    title: 'startIndex and cursor together',
    why: 'The two ways of paging exclude each other.',
    source: 'RFC 9865 §2',
    find: ({ search }) =>
      hitIf(
        search()?.cursor !== undefined && search()?.startIndex !== undefined,
        'The query has both startIndex and cursor',
        'cursor',
      ),
  },
];

const sortRules: readonly Rule[] = [
  {
    id: 'odd-sort-order',
    severity: 'warning',
    title: 'sortOrder is neither ascending nor descending',
    why: 'It is passed over or refused.',
    source: 'RFC 7644 §3.4.2.3',
    find({ search }) {
      const order = search()?.sortOrder;
      const isOdd = order !== undefined && !/^(?:ascending|descending)$/i.test(order);
      return hitIf(isOdd, `sortOrder is ${showValue(order)}`, 'sortOrder');
    },
  },
  {
    id: 'sort-by-unknown',
    severity: 'warning',
    title: 'The list is sorted by an attribute that does not exist',
    why: 'Every resource lacks the value, so the order means nothing.',
    source: 'RFC 7644 §3.4.2.3',
    find({ search }) {
      const { model, sortBy } = search() ?? {};
      if (model === undefined || sortBy === undefined) return NO_HITS;
      const isUnknown = resolveAttribute(model, sortBy) === undefined;
      return hitIf(isUnknown, `${model.type.name} has no attribute ${showValue(sortBy)}`, 'sortBy');
    },
  },
];

const projectionRules: readonly Rule[] = [
  {
    id: 'both-projections',
    severity: 'warning',
    title: 'attributes and excludedAttributes together',
    why: 'They exclude each other; servers refuse the request or pick one.',
    source: 'RFC 7644 §3.9',
    find: ({ exchange }) =>
      hitIf(
        readProjection(exchange, 'attributes').length > 0 &&
          readProjection(exchange, 'excludedAttributes').length > 0,
        'Both attributes and excludedAttributes are given',
        'attributes',
      ),
  },
  {
    id: 'projection-of-unknown',
    severity: 'notice',
    title: 'The projection names an attribute that does not exist',
    why: 'It is passed over; the answer lacks what was hoped for.',
    source: 'RFC 7644 §3.9, §3.10',
    find(view) {
      const unknown = [
        ...unknownNames(view, 'attributes'),
        ...unknownNames(view, 'excludedAttributes'),
      ];
      return hitIf(unknown.length > 0, `Nothing here is called ${showList(unknown)}`, 'attributes');
    },
  },
];

export const queryRules: RuleGroup = {
  where: 'request',
  applies: ({ exchange }) => exchange.rawQuery !== '' || exchange.method !== 'DELETE',
  rules: [...secretRules, ...flagRules, ...pagingRules, ...sortRules, ...projectionRules],
};

function isBelow(text: string | undefined, limit: number): boolean {
  return text !== undefined && (!/^-?\d+$/.test(text.trim()) || Number(text) < limit);
}

function unknownNames(
  { exchange, place }: ExchangeView,
  parameter: 'attributes' | 'excludedAttributes',
): readonly string[] {
  if (!('model' in place) || place.model === undefined) return [];
  if (queryValue(exchange, parameter) === undefined && place.kind !== 'search') return [];
  const { model } = place;
  return readProjection(exchange, parameter).filter((name) => !isKnown(model, name));
}

function isKnown(model: ResourceModel, name: string): boolean {
  const path = name.replace(/\[[^\]]*\]?/, '');
  return (
    resolveAttribute(model, path) !== undefined ||
    resolveExtension(model, path) !== undefined ||
    model.core.id.toLowerCase() === path.toLowerCase()
  );
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
