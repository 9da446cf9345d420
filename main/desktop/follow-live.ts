// The shell's own, light connection to the live feed: badge, progress bar and notifications work while the window is
// closed or its page is gone. It opens with every start of the server and reconnects while that serves.
import { LiveEvent } from '../../shared/live-event.ts';
import { splitEvents } from '../../shared/server-sent-events.ts';
import type { ReadyEvent } from '../../shared/server-options.ts';
import type { ServerHost } from './server-host.ts';

const RETRY_MS = 1_000;

/** `onEvent` also gets a `reset` when the feed has opened: what is known must be read anew. */
export function followLive(host: ServerHost, onEvent: (event: LiveEvent) => void): void {
  let current: AbortController | undefined;
  host.onState((state) => {
    current?.abort();
    current = undefined;
    const ready = host.ready();
    if (state.state !== 'serving' || ready === undefined) return;
    current = new AbortController();
    void keepListening(ready, current.signal, onEvent);
  });
}

async function keepListening(
  ready: ReadyEvent,
  signal: AbortSignal,
  onEvent: (event: LiveEvent) => void,
): Promise<void> {
  while (!signal.aborted) {
    await listen(ready, signal, onEvent).catch(() => undefined); // broken or ended: the same, connect again
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

async function listen(
  { adminUrl, adminKey }: ReadyEvent,
  signal: AbortSignal,
  onEvent: (event: LiveEvent) => void,
): Promise<void> {
  const headers = { Accept: 'text/event-stream', Authorization: `Bearer ${adminKey}` };
  const answer = await fetch(`${adminUrl}/api/live`, { headers, signal });
  if (!answer.ok || answer.body === null) return;
  onEvent({ seq: 0, type: 'reset', data: {} });
  let unread = '';
  for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
    const { events, rest } = splitEvents(unread + String(text));
    unread = rest;
    for (const { data } of events) {
      const event = LiveEvent.safeParse(JSON.parse(data));
      if (event.success) onEvent(event.data);
    }
  }
}
