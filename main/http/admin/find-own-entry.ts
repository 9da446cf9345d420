// Which entry of the request log a request of the app's own has become: it is recorded before its answer leaves, so
// that by the time the answer is here the feed has told of it. The header that carries a mark tells it from others.
import type { AdminAppDependencies } from './dependencies.ts';

export interface EntryWatch {
  /** Ends the watch; null where nothing of that mark was recorded. */
  readonly find: () => number | null;
}

export function watchForEntry(
  { feed, store }: Pick<AdminAppDependencies, 'feed' | 'store'>,
  mark: string,
): EntryWatch {
  const recorded: number[] = [];
  const end = feed.subscribe(undefined, {
    onEvent(event) {
      if (event.type === 'request-recorded') recorded.push(event.data.request.id);
    },
    onEnd: () => undefined,
  });
  const isIt = (id: number) =>
    store.requestLog.get(id)?.requestHeaders.some(([, value]) => value === mark) === true;
  return {
    find() {
      end();
      return recorded.find(isIt) ?? null;
    },
  };
}
