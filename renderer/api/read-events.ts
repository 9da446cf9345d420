// Reads server-sent events from a byte stream.
import { splitEvents, type ServerSentEvent } from '../../shared/server-sent-events.ts';

/** Yields each event; comment lines yield nothing but `onActivity` is called for every chunk. */
export async function* readEvents(
  stream: ReadableStream<Uint8Array>,
  onActivity: () => void,
): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let unread = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onActivity();
      const { events, rest } = splitEvents(unread + decoder.decode(value, { stream: true }));
      unread = rest;
      yield* events;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
