// How the Requests list stands in the address: filter, order, groups. The order of arrival is live; any other is frozen
// until the reader goes back to it.
import { type GroupBy, RequestSort } from '../../../shared/admin/request-log-pages.ts';
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import { parseRequestFilter } from '../../../shared/request-filter/parse-request-filter.ts';
import type { GridSort } from '../../ui/grid-types.ts';

export interface FilterProblem {
  readonly message: string;
  /** Place in the text, from 0. */
  readonly position: number;
}

/** Undefined when the filter can be read. */
export function findProblem(filter: string): FilterProblem | undefined {
  try {
    parseRequestFilter(filter);
    return undefined;
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    return { message: error.message, position: error.position };
  }
}

export function readSort(sort: string | undefined, order: string | undefined): GridSort | null {
  if (!RequestSort.safeParse(sort).success || sort === undefined || sort === 'id') return null;
  return { columnId: sort, direction: order === 'descending' ? 'descending' : 'ascending' };
}

export const GROUPINGS: readonly { readonly value: GroupBy | 'none'; readonly label: string }[] = [
  { value: 'none', label: 'No groups' },
  { value: 'resource', label: 'By resource' },
  { value: 'minute', label: 'By minute' },
  { value: 'source', label: 'By source' },
  { value: 'token', label: 'By token' },
  { value: 'cycle', label: 'By provisioning cycle' },
  { value: 'connection', label: 'By connection' },
  { value: 'operation', label: 'By operation' },
  { value: 'status', label: 'By status' },
];

export function joinFilters(...filters: readonly string[]): string {
  const terms = filters.map((filter) => filter.trim()).filter((filter) => filter !== '');
  return terms.length < 2 ? (terms[0] ?? '') : terms.map((term) => `(${term})`).join(' ');
}
