// Shows the saved view that the reader wants first, when the screen is opened without an address of its own.
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import type { RequestView } from '../../../shared/admin/request-log-changes.ts';
import { callAdmin } from '../../api/client.ts';
import { statusQuery } from '../../api/use-status.ts';
import { readDefaultView } from './default-view.ts';

const route = getRouteApi('/requests');

export function useStartView(show: (view: RequestView) => void): void {
  const search = route.useSearch();
  const queryClient = useQueryClient();
  const isPlain = Object.values(search).every((value) => value === undefined);
  const start = useEffectEvent(async (signal: AbortSignal) => {
    if (!isPlain) return;
    const { dataDir } = await queryClient.ensureQueryData(statusQuery);
    const id = readDefaultView(dataDir);
    if (id === null || signal.aborted) return;
    const { views } = await callAdmin('listRequestViews', {}, signal);
    const view = views.find((one) => one.id === id);
    if (view !== undefined) show(view);
  });
  useEffect(() => {
    const leaving = new AbortController();
    // Without the server's answer the screen stays as it is; the list itself says what is wrong.
    start(leaving.signal).catch(() => undefined);
    return () => leaving.abort();
  }, []);
}
