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

export function useAppliedFilter(
  { resourceType, searched }: ScreenParts,
  text: string,
  sort: GridSort | null,
): AppliedFilter {
  const tenant = useTenantSlug();
  const [applied, setApplied] = useState<string>();
  const box = readFilterBox(text, searched);
  const wanted = box.kind === 'error' ? (applied ?? '') : box.filter;
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
