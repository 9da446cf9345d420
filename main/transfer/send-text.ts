// Pieces of text into a stream, as fast as its reader takes them, in chunks that are worth a system call. Other requests
// are answered after each chunk, and also before one is full when that takes its time.
import { setImmediate } from 'node:timers/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const CHUNK_LENGTH = 64 * 1024;
const TURN_MS = 10;

export interface SendOptions {
  readonly signal: AbortSignal;
  readonly onChunk: () => void;
  readonly monotonicMs: () => number;
}

/** An empty piece is a chance to give way, too. Rejects with the reason of `signal`, and when the reader goes away. */
export async function sendText(
  pieces: Iterable<string>,
  target: Writable,
  options: SendOptions,
): Promise<void> {
  const { signal } = options;
  await pipeline(Readable.from(gather(pieces, options), { objectMode: false }), target, { signal });
}

async function* gather(
  pieces: Iterable<string>,
  { onChunk, monotonicMs }: SendOptions,
): AsyncGenerator<string> {
  let chunk = '';
  let turnEndsMs = monotonicMs() + TURN_MS;
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length >= CHUNK_LENGTH) {
      yield chunk;
      chunk = '';
      onChunk();
    } else if (monotonicMs() < turnEndsMs) continue;
    await setImmediate();
    turnEndsMs = monotonicMs() + TURN_MS;
  }
  yield chunk;
  onChunk();
}
