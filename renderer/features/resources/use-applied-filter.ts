// The filter that the list shows: the newest one from the box that the server has answered. A slip, in the text or
// found by the server, leaves the last good list in place and says what is wrong.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isApiError } from '../../api/api-error.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import type { GridSort } from '../../ui/grid-types.ts';
import { readFilterBox, type FilterBoxText } from './filter-box-logic.ts';
import { resourcePageOptions } from './resource-page-options.ts';
import type { ScreenParts } from './screen-parts.ts';
import type { ResourceState } from './use-resource-search.ts';

export interface AppliedFilter {
  /** SCIM filter of the list on screen; undefined until a first answer is there. */
  readonly filter: string | undefined;
  /** How the box was understood, for a hint beside it. */
  readonly kind: FilterBoxText['kind'];
  readonly problem: string | undefined;
  /** Place of the slip in the text, from 0, where the box found it. */
  readonly position: number | undefined;
  /** Anything but a wrong filter that keeps the list away. */
  readonly error: Error | undefined;
  readonly retry: () => void;
}

interface ListOrder {
  /** Of the filter box. */
  readonly text: string;
  readonly state: ResourceState | undefined;
  readonly sort: GridSort | null;
}

export function useAppliedFilter(
  { resourceType, searched }: ScreenParts,
  { text, state, sort }: ListOrder,
): AppliedFilter {
  const tenant = useTenantSlug();
  const [applied, setApplied] = useState<string>();
  const box = readFilterBox(text, searched);
  const wanted = box.kind === 'error' ? (applied ?? '') : inState(box.filter, state);
  const key = { tenant, resourceType, filter: wanted, sort, page: 0 };
  const probe = useQuery(resourcePageOptions(key));

  const refusal = refusalOf(probe.error);
  if (probe.data !== undefined && applied !== wanted) setApplied(wanted);
  if (refusal !== undefined && applied === undefined) setApplied('');

  return {
    filter: applied,
    ...describeBox(box, refusal),
    error: applied === undefined && refusal === undefined ? (probe.error ?? undefined) : undefined,
    retry: () => void probe.refetch(),
  };
}

function describeBox(box: FilterBoxText, refusal: string | undefined) {
  if (box.kind === 'error') {
    return { kind: box.kind, problem: box.message, position: box.position };
  }
  const kind = refusal === undefined ? box.kind : 'error';
  return { kind, problem: refusal, position: undefined } as const;
}

function refusalOf(error: Error | null): string | undefined {
  return isApiError(error) && error.code === 'scim' ? error.message : undefined;
}

/** A user is active unless it says otherwise; what is deleted has a list of its own. */
const STATES = {
  active: 'not (active eq false)',
  inactive: 'active eq false',
  deleted: '',
} as const;

function inState(filter: string, state: ResourceState | undefined): string {
  const condition = state === undefined ? '' : STATES[state];
  if (filter === '' || condition === '') return filter || condition;
  return `(${filter}) and ${condition}`;
}
