// How a file begins, as an import would read it: its columns, and its first resources. The text may break off anywhere.
import type { ImportPreview, ImportSample } from '../../shared/admin/transfer.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { type CsvColumn, readColumn } from './formats/csv-columns.ts';
import { readCsv, readTitles } from './formats/csv-read.ts';
import { type FileEntry, isFileFault, readElement } from './formats/file-entry.ts';
import { createJsonScanner } from './formats/json-scanner.ts';
import { readJsonLines } from './formats/json-lines.ts';

const SHOWN = 5;

/** What cannot be read is told as the problem of its line. */
export async function previewFile(
  model: ResourceModel,
  { format, text }: ImportSample,
): Promise<ImportPreview> {
  try {
    switch (format) {
      case 'csv':
        return {
          columns: (await readTitles(bytesOf(wholeLines(text)))).map((title) => ({
            title,
            path: pathOf(readColumn(model, title)),
          })),
          entries: await firstOf(readCsv(bytesOf(wholeLines(text)), model)),
        };
      case 'jsonl':
        return { columns: [], entries: await firstOf(readJsonLines(bytesOf(wholeLines(text)))) };
      case 'json':
        return { columns: [], entries: await firstOf(scanList(text)) };
    }
  } catch (error) {
    if (!isFileFault(error)) throw error;
    return { columns: [], entries: [{ line: 1, resource: null, problem: error.message }] };
  }
}

/** The last line may be cut off; a text of one line is taken as it is. */
function wholeLines(text: string): string {
  const end = text.lastIndexOf('\n');
  return end < 0 ? text : text.slice(0, end + 1);
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function* scanList(text: string): AsyncGenerator<FileEntry> {
  const scanner = createJsonScanner('Resources');
  for (const { line, text: element } of scanner.push(text)) yield readElement(line, element);
  if (!scanner.hasList()) yield readElement(1, text);
}

async function firstOf(entries: AsyncIterable<FileEntry>): Promise<ImportPreview['entries']> {
  const found: ImportPreview['entries'] = [];
  for await (const entry of entries) {
    if ('resource' in entry) {
      found.push({ line: entry.line, resource: entry.resource, problem: null });
    } else if (entry.isNotice !== true) {
      found.push({ line: entry.line, resource: null, problem: tellProblem(entry) });
    }
    if (found.length === SHOWN) break;
  }
  return found;
}

function tellProblem({ attribute = '', problem }: Extract<FileEntry, { problem: string }>): string {
  return `${attribute} ${problem}`.trim();
}

function pathOf(column: CsvColumn | undefined): string | null {
  if (column === undefined) return null;
  const { target, sub, element } = column;
  if (element === undefined) return target.canonicalPath;
  const filter = `[${element.name} eq ${JSON.stringify(element.value)}]`;
  return `${target.canonicalPath}${filter}.${sub?.name ?? 'value'}`;
}
