// The live feed as server-sent events (WHATWG HTML §9.2): resumes after `Last-Event-ID`, beats every 15 seconds so
// that both sides notice a dead connection, and lets go of a reader that does not keep up: it comes back and resumes.
import type { Request, Response } from 'express';
import type { LiveEvent } from '../../../shared/live-event.ts';
import type { Feed } from '../../base/feed.ts';
import type { AdminAppDependencies } from './dependencies.ts';

const HEARTBEAT_MS = 15_000;

/** Unread text at which a reader counts as too slow. */
const MAX_UNREAD_CHARACTERS = 1_000_000;

export function liveFeed({ feed, adminKey }: Pick<AdminAppDependencies, 'feed' | 'adminKey'>) {
  const open = new Set<Response>();
  // Who listens with the key of before is let in by it no more.
  adminKey.onRotated(() => {
    for (const response of open) response.end();
  });
  return function liveFeed(request: Request, response: Response): void {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    response.write(': connected\n\n');
    const missed: LiveEvent[] = [];
    let isCatchingUp = true;
    const unsubscribe = feed.subscribe(request.get('last-event-id'), {
      onEvent(event) {
        if (isCatchingUp) missed.push(event);
        else write(response, toMessage(feed, event));
      },
      onEnd: () => void response.end(),
    });
    isCatchingUp = false;
    writeMissed(response, feed, missed);
    const heartbeat = setInterval(() => write(response, ': heartbeat\n\n'), HEARTBEAT_MS);
    open.add(response);
    response.once('close', () => {
      open.delete(response);
      clearInterval(heartbeat);
      unsubscribe();
    });
  };
}

/** More than a reader may leave unread at once cannot be resumed: it reads again instead. */
function writeMissed(response: Response, feed: Feed, missed: readonly LiveEvent[]): void {
  const last = missed.at(-1);
  if (last === undefined || response.writableEnded) return;
  const text = missed.map((event) => toMessage(feed, event)).join('');
  const isTooMuch = text.length > MAX_UNREAD_CHARACTERS / 2;
  response.write(isTooMuch ? toMessage(feed, { seq: last.seq, type: 'reset', data: {} }) : text);
}

function toMessage(feed: Feed, event: LiveEvent): string {
  return `id: ${feed.eventId(event)}\ndata: ${JSON.stringify(event)}\n\n`;
}

function write(response: Response, text: string): void {
  response.write(text);
  if (response.writableLength > MAX_UNREAD_CHARACTERS) response.destroy();
}
