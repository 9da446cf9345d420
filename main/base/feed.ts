// The live feed's memory: numbers events, keeps the newest, and lets a subscriber resume after the last one it saw.
// An event id is `<boot>.<seq>`. The boot part tells this run of the server from an earlier one, whose numbers mean
// nothing here: such a subscriber, and one who missed more than is kept, gets `reset` first.
import type { LiveEvent } from '../../shared/live-event.ts';

/** An event that has not been numbered yet. */
export type Announcement = LiveEvent extends infer Event
  ? Event extends LiveEvent
    ? Omit<Event, 'seq'>
    : never
  : never;

export interface FeedOptions {
  readonly boot: string;
  readonly capacity?: number;
}

export interface Subscriber {
  readonly onEvent: (event: LiveEvent) => void;
  /** No more will come. */
  readonly onEnd: () => void;
}

export interface Feed {
  readonly publish: (announcement: Announcement) => void;
  /**
   * Hands over what came after `lastEventId`, then every event as it is published.
   * Without an id only new events come. The returned function ends the subscription.
   */
  readonly subscribe: (lastEventId: string | undefined, subscriber: Subscriber) => () => void;
  /** The id of an event, as the `id` line of a server-sent event says it. */
  readonly eventId: (event: LiveEvent) => string;
  /** Ends every subscription. */
  readonly close: () => void;
}

const CAPACITY = 5_000;

export function createFeed({ boot, capacity = CAPACITY }: FeedOptions): Feed {
  const subscribers = new Set<Subscriber>();
  const kept: LiveEvent[] = [];
  let lastSeq = 0;
  let isClosed = false;

  function publish(announcement: Announcement): void {
    lastSeq += 1;
    const event: LiveEvent = { ...announcement, seq: lastSeq };
    kept.push(event);
    if (kept.length > capacity * 2) kept.splice(0, kept.length - capacity);
    for (const { onEvent } of subscribers) onEvent(event);
  }

  function missedSince(lastEventId: string | undefined): readonly LiveEvent[] {
    if (lastEventId === undefined) return [];
    const seen = readSeq(lastEventId, boot);
    const oldest = lastSeq - kept.length;
    const isKnown = seen !== undefined && seen >= oldest && seen <= lastSeq;
    return isKnown ? kept.slice(seen - oldest) : [{ seq: lastSeq, type: 'reset', data: {} }];
  }

  return {
    publish,
    subscribe(lastEventId, subscriber) {
      for (const event of missedSince(lastEventId)) subscriber.onEvent(event);
      if (isClosed) subscriber.onEnd();
      else subscribers.add(subscriber);
      return () => void subscribers.delete(subscriber);
    },
    eventId: (event) => `${boot}.${event.seq}`,
    close() {
      isClosed = true;
      for (const { onEnd } of subscribers) onEnd();
      subscribers.clear();
    },
  };
}

function readSeq(eventId: string, boot: string): number | undefined {
  const dot = eventId.lastIndexOf('.');
  const digits = eventId.slice(dot + 1);
  return eventId.slice(0, dot) === boot && /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}
