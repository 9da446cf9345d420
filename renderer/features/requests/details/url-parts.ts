// The target of a request taken apart: base, tenant, endpoint, id, and what each query parameter means.
// @see RFC 7644 §3.2 (endpoints), §3.4.2 (query), §3.9 (attributes)
import { FilterSyntaxError } from '../../../../shared/scim/filter-syntax-error.ts';
import type { FilterNode } from '../../../../shared/scim/filter-tree.ts';
import { parseFilter } from '../../../../shared/scim/parse-filter.ts';
import { readQuery } from '../request-words.ts';

export interface UrlParts {
  /** `/scim/v2` or `/t/acme/scim/v2`; empty when the path has none. */
  readonly base: string;
  /** Slug in the path; null for the default tenant. */
  readonly tenant: string | null;
  /** `Users`, `ServiceProviderConfig`; empty at the base itself. */
  readonly endpoint: string;
  readonly id: string | null;
  /** What follows the id. */
  readonly rest: string;
  readonly parameters: readonly UrlParameter[];
}

export interface UrlParameter {
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
  /** Of a `filter` that can be read. */
  readonly tree?: FilterNode;
  /** Why a `filter` cannot be read. */
  readonly problem?: string;
}

const BASE = /^((?:\/t\/([^/]+))?\/scim(?:\/v2)?)(?=\/|$)/i;

const MEANINGS: Readonly<Record<string, string>> = {
  filter: 'Only resources for which this holds',
  attributes: 'Only these attributes in the answer',
  excludedattributes: 'All attributes but these in the answer',
  startindex: 'First result, counted from 1',
  count: 'Results on a page at most',
  cursor: 'Where the page begins',
  sortby: 'Attribute that results are sorted by',
  sortorder: 'Direction of the sort',
  aadoptscim062020: 'Entra’s switch for RFC-conforming PATCH messages',
};

export function readUrlParts(path: string, query: string): UrlParts {
  const match = BASE.exec(path);
  const base = match?.[1] ?? '';
  const [endpoint = '', id, ...rest] = path
    .slice(base.length)
    .split('/')
    .filter((part, index) => index > 0 || part !== '')
    .map(decode);
  return {
    base,
    tenant: match?.[2] ?? null,
    endpoint,
    id: id === undefined || id === '' ? null : id,
    rest: rest.join('/'),
    parameters: readQuery(query).map(readParameter),
  };
}

function readParameter([name, value]: readonly [string, string]): UrlParameter {
  const meaning = MEANINGS[name.toLowerCase()] ?? 'Not a parameter of SCIM';
  return { name, value, meaning, ...(name.toLowerCase() === 'filter' ? readTree(value) : {}) };
}

function readTree(filter: string): Pick<UrlParameter, 'tree' | 'problem'> {
  try {
    return { tree: parseFilter(filter, { lenient: true }) };
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    return { problem: error.message };
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A lone percent sign stays as it was sent.
    return part;
  }
}
