// Several texts as one ZIP file, written as it is read: nothing but the list of names is kept in memory. Sizes and
// checksums stand behind each file, as APPNOTE 4.3.9 has it for streams. Files of 4 GB and more are not foreseen.
// @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import { setImmediate } from 'node:timers/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipText {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

interface WrittenFile {
  readonly name: Buffer;
  readonly offset: number;
  readonly checksum: number;
  readonly packed: number;
  readonly length: number;
}

/** Names in UTF-8, sizes in a descriptor behind the data. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;

const CHUNK_LENGTH = 64 * 1024;

export async function* writeZip(texts: readonly ZipText[], at: Date): AsyncGenerator<Buffer> {
  const time = dosTime(at);
  const files: WrittenFile[] = [];
  let offset = 0;
  for (const { name: title, pieces } of texts) {
    const name = Buffer.from(title);
    const start = offset;
    const head = Buffer.concat([localHeader(name, time), name]);
    yield head;
    const sums = { checksum: 0, packed: 0, length: 0 };
    for await (const chunk of deflate(pieces, sums)) {
      sums.packed += chunk.length;
      yield chunk;
    }
    yield numbers([4, 0x08074b50], [4, sums.checksum], [4, sums.packed], [4, sums.length]);
    offset += head.length + sums.packed + 16;
    files.push({ name, offset: start, ...sums });
  }
  const directory = Buffer.concat(files.flatMap((file) => [centralHeader(file, time), file.name]));
  yield directory;
  yield numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
}

async function* deflate(
  pieces: Iterable<string>,
  sums: { checksum: number; length: number },
): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw();
  const feeding = feed();
  feeding.catch(() => undefined); // awaited below; the packer has been destroyed with it
  for await (const chunk of packer) yield chunk as Buffer; // a stream without encoding
  await feeding;

  async function feed(): Promise<void> {
    try {
      for (const bytes of gather(pieces)) {
        sums.checksum = crc32(bytes, sums.checksum);
        sums.length += bytes.length;
        if (!packer.write(bytes)) await drained();
        await setImmediate(); // others have their turn
      }
      packer.end();
    } catch (error) {
      packer.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
  }

  function drained(): Promise<void> {
    return new Promise((resolve) => packer.once('drain', resolve).once('close', resolve));
  }
}

function* gather(pieces: Iterable<string>): Generator<Buffer> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK_LENGTH) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

type DosTime = readonly [time: number, date: number];

/** Two-second steps since 1980, here in UTC. */
function dosTime(at: Date): DosTime {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const year = Math.min(Math.max(at.getUTCFullYear() - 1980, 0), 127);
  return [time, (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()];
}

function localHeader(name: Buffer, [time, date]: DosTime): Buffer {
  return numbers(
    [4, 0x04034b50],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, time],
    [2, date],
    [4, 0],
    [4, 0],
    [4, 0],
    [2, name.length],
    [2, 0],
  );
}

function centralHeader(file: WrittenFile, [time, date]: DosTime): Buffer {
  return numbers(
    [4, 0x02014b50],
    [2, VERSION],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, time],
    [2, date],
    [4, file.checksum],
    [4, file.packed],
    [4, file.length],
    [2, file.name.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, file.offset],
  );
}

/** Little-endian, each as [bytes, value]. */
function numbers(...fields: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of fields) at = bytes.writeUIntLE(value, at, size);
  return bytes;
}
