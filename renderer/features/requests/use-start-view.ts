// Shows the saved view that the reader wants first, when the screen is opened without an address of its own.
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import type { RequestView } from '../../../shared/admin/request-log-changes.ts';
import { callAdmin } from '../../api/client.ts';
import { readDefaultView } from './default-view.ts';

const route = getRouteApi('/requests');

export function useStartView(show: (view: RequestView) => void): void {
  const search = route.useSearch();
  const isPlain = Object.values(search).every((value) => value === undefined);
  const start = useEffectEvent(async (signal: AbortSignal) => {
    const id = readDefaultView();
    if (id === null || !isPlain) return;
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
