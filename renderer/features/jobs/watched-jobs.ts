// Jobs that were started from this window: their end is told even where nobody saw them run.
import { create } from 'zustand';

export const useWatchedJobs = create<{ readonly ids: ReadonlySet<string> }>(() => ({
  ids: new Set(),
}));

export function watchJob(id: string): void {
  useWatchedJobs.setState(({ ids }) => ({ ids: new Set([...ids, id]) }));
}

export function forgetJob(id: string): void {
  useWatchedJobs.setState(({ ids }) => ({ ids: new Set([...ids].filter((one) => one !== id)) }));
}
