// By which attribute a query is sorted. @see RFC 7644 §3.4.2.3
// An attribute that a resource type does not know has no value in its resources: they stay in the order of creation.
import {
  leafAttribute,
  resolveAttribute,
  resolveSubAttribute,
} from '../schema/resolve-attribute.ts';
import type { ResolvedAttribute, ResourceModel } from '../schema/schema-types.ts';
import { invalidValue } from '../scim-error.ts';
import type { QueryRequest } from './query-request.ts';

/** Undefined where the resource type knows no such attribute. Throws `invalidValue` for what has no order. */
export function readSortBy(
  { sortBy }: QueryRequest,
  model: ResourceModel,
): ResolvedAttribute | undefined {
  const path = sortBy?.trim() ?? '';
  const found = path === '' ? undefined : resolveAttribute(model, path);
  if (found === undefined) return undefined;
  // The order of resources would tell their passwords bit by bit. @see RFC 7644 §7.5.1
  if (leafAttribute(found).returned === 'never') {
    throw invalidValue(`sortBy: "${path}" is never returned and cannot be sorted by`);
  }
  if (leafAttribute(found).type !== 'complex') return found;
  const value = resolveSubAttribute(found, 'value');
  if (value !== undefined) return value;
  throw invalidValue(`sortBy: "${path}" is complex; sort by one of its sub-attributes`);
}

/** Throws `invalidValue` for a sortOrder that is neither; without a sortBy it means nothing. */
export function isDescending({ sortBy, sortOrder }: QueryRequest): boolean {
  const order = sortOrder?.trim().toLowerCase() ?? '';
  if (!sortBy?.trim() || order === '' || order === 'ascending') return false;
  if (order === 'descending') return true;
  throw invalidValue(`sortOrder must be ascending or descending, not ${JSON.stringify(sortOrder)}`);
}
