import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createFeed, type Feed } from '../../main/base/feed.ts';
import type { LiveEvent } from '../../shared/live-event.ts';

describe('the live feed', () => {
  test('a subscriber without an id gets new events only, numbered in order', () => {
    const feed = createFeed({ boot: 'b1' });
    announce(feed, 1);

    const heard = listen(feed, undefined);
    announce(feed, 2);

    assert.deepEqual(
      heard.map(({ seq, type }) => [seq, type]),
      [
        [2, 'tenant-changed'],
        [3, 'tenant-changed'],
      ],
    );
  });

  test('a subscriber resumes after the event it saw last', () => {
    const feed = createFeed({ boot: 'b1' });
    announce(feed, 5);

    assert.deepEqual(seqs(listen(feed, 'b1.3')), [4, 5]);
    assert.deepEqual(seqs(listen(feed, 'b1.5')), []);
    assert.deepEqual(seqs(listen(feed, 'b1.0')), [1, 2, 3, 4, 5]);
  });

  for (const id of ['b0.3', 'b1.9', 'b1.-1', 'b1.x', 'nonsense', '']) {
    test(`an id that this run never gave, "${id}", is answered with a reset`, () => {
      const feed = createFeed({ boot: 'b1' });
      announce(feed, 5);

      const heard = listen(feed, id);

      assert.deepEqual(heard, [{ seq: 5, type: 'reset', data: {} }]);
      assert.equal(feed.eventId({ seq: 5, type: 'reset', data: {} }), 'b1.5');
    });
  }

  test('a subscriber that missed more than is kept gets a reset, one that missed less does not', () => {
    const feed = createFeed({ boot: 'b1', capacity: 10 });
    announce(feed, 1000);

    assert.equal(listen(feed, 'b1.500')[0]?.type, 'reset');
    assert.deepEqual(
      seqs(listen(feed, 'b1.990')),
      [991, 992, 993, 994, 995, 996, 997, 998, 999, 1000],
    );
  });

  test('closing ends every subscription, and whoever comes later', () => {
    const feed = createFeed({ boot: 'b1' });
    const ended: string[] = [];
    feed.subscribe(undefined, { onEvent: ignore, onEnd: () => ended.push('early') });

    feed.close();
    feed.subscribe(undefined, { onEvent: ignore, onEnd: () => ended.push('late') });

    assert.deepEqual(ended, ['early', 'late']);
  });

  test('nothing is heard after unsubscribing', () => {
    const feed = createFeed({ boot: 'b1' });
    const heard: LiveEvent[] = [];
    const unsubscribe = feed.subscribe(undefined, {
      onEvent: (event) => heard.push(event),
      onEnd: ignore,
    });

    unsubscribe();
    announce(feed, 1);

    assert.deepEqual(heard, []);
  });
});

function announce(feed: Feed, times: number): void {
  for (let n = 0; n < times; n += 1) {
    feed.publish({ type: 'tenant-changed', data: { tenant: 'default' } });
  }
}

function listen(feed: Feed, lastEventId: string | undefined): readonly LiveEvent[] {
  const heard: LiveEvent[] = [];
  feed.subscribe(lastEventId, { onEvent: (event) => heard.push(event), onEnd: ignore });
  return heard;
}

function seqs(events: readonly LiveEvent[]): readonly number[] {
  return events.map(({ seq }) => seq);
}

function ignore(): void {
  // nothing to do
}
