// Pieces of text into a stream, as fast as its reader takes them, in chunks that are worth a system call. Between two
// chunks other requests are answered.
import { setImmediate } from 'node:timers/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const CHUNK_LENGTH = 64 * 1024;

/** Rejects with the reason of `signal`, and when the reader goes away. */
export async function sendText(
  pieces: Iterable<string>,
  target: Writable,
  { signal, onChunk }: { readonly signal: AbortSignal; readonly onChunk: () => void },
): Promise<void> {
  await pipeline(Readable.from(gather(pieces, onChunk), { objectMode: false }), target, { signal });
}

async function* gather(pieces: Iterable<string>, onChunk: () => void): AsyncGenerator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
    onChunk();
    await setImmediate();
  }
  yield chunk;
  onChunk();
}
