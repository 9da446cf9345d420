// A reader of the live feed as a browser would be one: a streaming GET, events as they come.
import type { TestContext } from 'node:test';
import { LiveEvent } from '../../shared/live-event.ts';
import type { TestTenant } from './start-tenant.ts';

type EventOf<Type extends LiveEvent['type']> = Extract<LiveEvent, { type: Type }>;

export interface LiveReader {
  readonly response: Response;
  /** The next event of this type; those before it are passed over. */
  readonly next: <Type extends LiveEvent['type']>(type: Type) => Promise<EventOf<Type>>;
  /** The next events, of whatever type. */
  readonly take: (count: number) => Promise<readonly LiveEvent[]>;
  /** The `id` line of the newest event that was read. */
  readonly lastEventId: () => string | undefined;
  /** Resolves when the server has ended the stream. */
  readonly ended: () => Promise<void>;
  readonly close: () => void;
}

export interface LiveOptions {
  readonly lastEventId?: string;
}

/** Resolves when the feed is open; closed at the end of the test. */
export async function listenLive(
  { adminUrl, adminKey }: Pick<TestTenant, 'adminUrl' | 'adminKey'>,
  context: TestContext,
  { lastEventId }: LiveOptions = {},
): Promise<LiveReader> {
  const closing = new AbortController();
  context.after(() => closing.abort());
  const response = await fetch(`${adminUrl}/api/live`, {
    headers: {
      Authorization: `Bearer ${adminKey}`,
      ...(lastEventId !== undefined && { 'Last-Event-ID': lastEventId }),
    },
    signal: closing.signal,
  });
  const blocks = readBlocks(response);
  let newest: string | undefined;

  async function readEvent(): Promise<LiveEvent | undefined> {
    for (;;) {
      const block = await blocks.next();
      if (block.done === true) return undefined;
      const data = /^data: (.*)$/m.exec(block.value)?.[1];
      newest = /^id: (.*)$/m.exec(block.value)?.[1] ?? newest;
      if (data !== undefined) return LiveEvent.parse(JSON.parse(data));
    }
  }

  return {
    response,
    async next(type) {
      for (;;) {
        const event = await readEvent();
        if (event === undefined) throw new Error(`The feed ended before ${type}`);
        if (isOfType(event, type)) return event;
      }
    },
    async take(count) {
      const events: LiveEvent[] = [];
      while (events.length < count) {
        const event = await readEvent();
        if (event === undefined) throw new Error(`The feed ended after ${events.length} events`);
        events.push(event);
      }
      return events;
    },
    lastEventId: () => newest,
    async ended() {
      while ((await readEvent()) !== undefined) continue;
    },
    close: () => closing.abort(),
  };
}

function isOfType<Type extends LiveEvent['type']>(
  event: LiveEvent,
  type: Type,
): event is EventOf<Type> {
  return event.type === type;
}

async function* readBlocks(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let unread = '';
  for await (const chunk of response.body ?? []) {
    unread += decoder.decode(chunk, { stream: true });
    const blocks = unread.split('\n\n');
    unread = blocks.pop() ?? '';
    yield* blocks;
  }
}
