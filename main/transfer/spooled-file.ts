// A file that is being sent, kept in a private temporary folder until its import is over: the sender is answered as soon
// as all has arrived, and how far the import has come can be told from its size.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface SpooledFile {
  readonly bytes: number;
  /** From the start; `readBytes` is told how many bytes have been read. */
  readonly read: (readBytes: (bytes: number) => void) => AsyncIterable<Uint8Array>;
  readonly remove: () => Promise<void>;
}

/** Rejects when the sender breaks off; nothing is left behind then. */
export async function spoolFile(source: Readable): Promise<SpooledFile> {
  const folder = await mkdtemp(join(tmpdir(), 'scim-mock-import-')); // mode 0700
  const file = join(folder, 'file');
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await pipeline(source, createWriteStream(file, { mode: 0o600 }));
    const { size: bytes } = await stat(file);
    return { bytes, read: (readBytes) => readFile(file, readBytes), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function* readFile(
  file: string,
  readBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    const piece = chunk as Uint8Array; // a stream without an encoding yields bytes
    bytes += piece.length;
    readBytes(bytes);
    yield piece;
  }
}
