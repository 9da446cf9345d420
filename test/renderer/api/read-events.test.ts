import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findAdminKey } from '../../../renderer/api/admin-key.ts';
import { readEvents } from '../../../renderer/api/read-events.ts';

describe('Server-sent events', () => {
  test('are read across chunk borders, without heartbeats', async () => {
    const chunks = [
      'id: a.1\nda',
      'ta: {"x":1}\n\n: heart',
      'beat\n\nid: a.2\r\ndata: ä',
      '\r\n\r\n',
    ];
    let activity = 0;
    const events = [];

    for await (const event of readEvents(streamOf(chunks), () => (activity += 1))) {
      events.push(event);
    }

    assert.deepEqual(events, [
      { id: 'a.1', data: '{"x":1}' },
      { id: 'a.2', data: 'ä' },
    ]);
    assert.equal(activity, chunks.length);
  });
});

describe('Pasted admin key', () => {
  const key = 'nPcfBA8vucmXLghsn9Su3N7kR13xD4s_WqhSyNHsjJk';
  const cases = [
    ['the whole link', `http://127.0.0.1:7644/#key=${key}`, key],
    ['its fragment', `#key=${key}`, key],
    ['the bare key with spaces around', `  ${key} `, key],
    ['something else', 'hello world', null],
  ] as const;
  for (const [name, pasted, found] of cases) {
    test(`is found in ${name}: ${found !== null}`, () => {
      assert.equal(findAdminKey(pasted), found);
    });
  }
});

function streamOf(chunks: readonly string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
}
