// The live feed in the UI: one streaming fetch that resumes with Last-Event-ID, waits longer after each failure, and
// tells its listeners to re-read (`reset`) whenever something may have been missed.
// EventSource is not used: it cannot send the Authorization header.
import { LiveEvent } from '../../shared/live-event.ts';
import { readAdminKey } from './admin-key.ts';
import { hasAsked, holdCalls } from './client.ts';
import { readEvents } from './read-events.ts';

export type LiveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** No answer; the next try is at `retryAt` (milliseconds since 1970). */
  | { readonly kind: 'lost'; readonly retryAt: number }
  /** The key is missing or of an earlier launch. */
  | { readonly kind: 'denied' };

export type LiveListener = (event: LiveEvent) => void;

export interface LiveFeed {
  readonly getState: () => LiveState;
  /** Calls back at each change of state; returns the function that ends it. */
  readonly onState: (listener: () => void) => () => void;
  readonly onEvent: (listener: LiveListener) => () => void;
  readonly retryNow: () => void;
  readonly close: () => void;
}

const RETRY_DELAYS_MS = [300, 700, 1500, 3000, 5000];
/** A feed that ends sooner is as good as none: each one costs a re-read of everything. */
const SOUND_AFTER_MS = 5_000;
/** The server sends a heartbeat every 15 seconds. */
const SILENCE_LIMIT_MS = 40_000;

/** Opens the feed at once and keeps it open until `close`. */
export function openLiveFeed(): LiveFeed {
  const stateListeners = new Set<() => void>();
  const eventListeners = new Set<LiveListener>();
  const closing = new AbortController();
  const begun = Promise.withResolvers<void>();
  let state: LiveState = { kind: 'connecting' };
  let wake: () => void = () => undefined;

  function setState(next: LiveState): void {
    state = next;
    begun.resolve(); // it is open, or known not to be
    for (const listener of stateListeners) listener();
  }

  function emit(event: LiveEvent): void {
    for (const listener of eventListeners) listener(event);
  }

  holdCalls(begun.promise);
  void run({
    emit,
    setState,
    signal: closing.signal,
    sleep: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  });

  return {
    getState: () => state,
    onState: (listener) => subscribe(stateListeners, listener),
    onEvent: (listener) => subscribe(eventListeners, listener),
    retryNow: () => wake(),
    close: () => {
      closing.abort();
      wake();
    },
  };
}

interface RunContext {
  readonly emit: (event: LiveEvent) => void;
  readonly setState: (state: LiveState) => void;
  readonly signal: AbortSignal;
  readonly sleep: (ms: number) => Promise<void>;
}

async function run(context: RunContext): Promise<void> {
  let lastId = '';
  let failures = 0;
  let hasBeenOpen = false;
  while (!context.signal.aborted) {
    let openedAt = Number.POSITIVE_INFINITY;
    const outcome = await listen(context, {
      lastId,
      onOpen: () => {
        openedAt = performance.now();
        context.setState({ kind: 'open' });
        // What was asked before the feed was open may have changed since, without anybody having told it.
        if (hasBeenOpen || hasAsked()) context.emit({ seq: 0, type: 'reset', data: {} });
        hasBeenOpen = true;
      },
      onId: (id) => {
        lastId = id;
      },
    });
    if (context.signal.aborted) return;
    if (performance.now() - openedAt >= SOUND_AFTER_MS) failures = 0;
    const delay = RETRY_DELAYS_MS[Math.min(failures, RETRY_DELAYS_MS.length - 1)] ?? 5000;
    failures += 1;
    context.setState(
      outcome === 'denied' ? { kind: 'denied' } : { kind: 'lost', retryAt: Date.now() + delay },
    );
    await context.sleep(delay);
  }
}

interface ListenOptions {
  readonly lastId: string;
  readonly onOpen: () => void;
  readonly onId: (id: string) => void;
}

/** One connection, from the request to its end. */
async function listen(context: RunContext, options: ListenOptions): Promise<'ended' | 'denied'> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_LIMIT_MS);
  function onActivity(): void {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE_LIMIT_MS);
  }
  try {
    const response = await fetch('/api/live', {
      headers: buildHeaders(options.lastId),
      signal: AbortSignal.any([context.signal, silence.signal]),
    });
    if (response.status === 401 || response.status === 403) return 'denied';
    if (!response.ok || response.body === null) return 'ended';
    options.onOpen();
    for await (const event of readEvents(response.body, onActivity)) {
      context.emit(LiveEvent.parse(JSON.parse(event.data)));
      if (event.id !== '') options.onId(event.id);
    }
    return 'ended';
  } catch {
    // Whatever broke the connection, the answer is the same: say so (the state) and connect again.
    return 'ended';
  } finally {
    clearTimeout(timer);
  }
}

function buildHeaders(lastId: string): Headers {
  const headers = new Headers({
    Accept: 'text/event-stream',
    Authorization: `Bearer ${readAdminKey() ?? ''}`,
  });
  if (lastId !== '') headers.set('Last-Event-ID', lastId);
  return headers;
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
