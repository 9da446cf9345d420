// The filter that the list shows: the newest one from the box that the server has answered. A slip, in the text or
// found by the server, leaves the last good list in place and says what is wrong.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResourceTypeName } from '../../../shared/admin/resource.ts';
import { isApiError } from '../../api/api-error.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { readFilterBox, type FilterBoxText } from './filter-box-logic.ts';
import { resourcePageOptions } from './resource-page-options.ts';

export interface AppliedFilter {
  /** SCIM filter of the list on screen; undefined until a first answer is there. */
  readonly filter: string | undefined;
  /** How the box was understood, for a hint beside it. */
  readonly kind: FilterBoxText['kind'];
  readonly problem: string | undefined;
  /** Anything but a wrong filter that keeps the list away. */
  readonly error: Error | undefined;
  readonly retry: () => void;
}

export function useAppliedFilter(resourceType: ResourceTypeName, text: string): AppliedFilter {
  const tenant = useTenantSlug();
  const [applied, setApplied] = useState<string>();
  const box = readFilterBox(text, resourceType);
  const wanted = box.kind === 'error' ? (applied ?? '') : box.filter;
  const probe = useQuery(resourcePageOptions({ tenant, resourceType, filter: wanted, page: 0 }));

  const refusal = refusalOf(probe.error);
  if (probe.data !== undefined && applied !== wanted) setApplied(wanted);
  if (refusal !== undefined && applied === undefined) setApplied('');

  return {
    filter: applied,
    kind: refusal === undefined ? box.kind : 'error',
    problem: box.kind === 'error' ? box.message : refusal,
    error: applied === undefined && refusal === undefined ? (probe.error ?? undefined) : undefined,
    retry: () => void probe.refetch(),
  };
}

function refusalOf(error: Error | null): string | undefined {
  return isApiError(error) && error.code === 'scim' ? error.message : undefined;
}
