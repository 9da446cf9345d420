// A ListResponse (RFC 7644 §3.4.2), an array of resources, or one resource, read without holding more than one.
import { decodeText, readElement, type FileEntry } from './file-entry.ts';
import { createJsonScanner } from './json-scanner.ts';

/** Throws a file fault where the text is cut off or holds something else than resources. */
export async function* readJsonList(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileEntry> {
  const scanner = createJsonScanner('Resources');
  for await (const piece of decodeText(chunks)) {
    for (const { line, text } of scanner.push(piece)) yield readElement(line, text);
  }
  scanner.end();
  if (!scanner.hasList()) yield readElement(1, scanner.header());
}
