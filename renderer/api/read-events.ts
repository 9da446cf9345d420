// Reads server-sent events from a byte stream (WHATWG HTML §9.2.6), as far as the live feed uses them:
// `id` and `data` lines, comments as heartbeats, an empty line as the end of an event.

export interface ServerSentEvent {
  readonly id: string;
  readonly data: string;
}

/** Yields each event; comment lines yield nothing but `onActivity` is called for every chunk. */
export async function* readEvents(
  stream: ReadableStream<Uint8Array>,
  onActivity: () => void,
): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onActivity();
      const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      yield* blocks.flatMap(parseBlock);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function parseBlock(block: string): readonly ServerSentEvent[] {
  let id = '';
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith('id:')) id = line.slice(3).trimStart();
    else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  return data.length === 0 ? [] : [{ id, data: data.join('\n') }];
}
