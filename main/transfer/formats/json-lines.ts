// JSON Lines: one resource a line, empty lines mean nothing.
import {
  decodeText,
  fileFault,
  MAX_ELEMENT_LENGTH,
  readElement,
  type FileEntry,
} from './file-entry.ts';

/** Throws a file fault for a line that is longer than any resource. */
export async function* readJsonLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileEntry> {
  let rest = '';
  let line = 0;
  for await (const text of decodeText(chunks)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_ELEMENT_LENGTH) throw fileFault(line + 1, 'The line is too long.');
    for (const each of lines) {
      line += 1;
      if (each.trim() !== '') yield readElement(line, each);
    }
  }
  if (rest.trim() !== '') yield readElement(line + 1, rest);
}
