// What could stand at the caret of the filter box, asked of the server a moment after the last key.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { callAdmin } from '../../../api/client.ts';
import { useTenantSlug } from '../../../api/use-status.ts';

const TYPING_PAUSE_MS = 80;
const MOST = 12;

export interface Place {
  readonly text: string;
  readonly caret: number;
}

/** Undefined while nothing is known, or nothing is asked. */
export function useCompletions({ text, caret }: Place, isAsked: boolean) {
  const tenant = useTenantSlug();
  const place = useDelayed(`${caret} ${text}`, TYPING_PAUSE_MS);
  const at = Number.parseInt(place, 10);
  const filter = place.slice(place.indexOf(' ') + 1);
  const query = useQuery({
    queryKey: ['request-completions', tenant, filter, at],
    queryFn: ({ signal }) =>
      callAdmin(
        'completeRequestFilter',
        { query: { tenant, filter, caret: at, limit: MOST } },
        signal,
      ),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 2000,
  });
  return isAsked && !query.isError ? query.data : undefined;
}

function useDelayed(value: string, ms: number): string {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return delayed;
}
