// CSV into resources: the first record names the columns, each further one is a resource. Empty cells mean nothing.
import { Readable } from 'node:stream';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import type { ResourceModel } from '../../scim/schema/schema-types.ts';
import { readColumn, type CsvColumn } from './csv-columns.ts';
import { fileFault, MAX_ELEMENT_LENGTH, type FileEntry } from './file-entry.ts';
import { unguardFormula } from './formula-guard.ts';

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Columns that nobody knows are told, and left out. Throws a file fault for what is no CSV. */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  model: ResourceModel,
): AsyncGenerator<FileEntry> {
  let columns: readonly (CsvColumn | undefined)[] | undefined;
  for await (const { record, info } of readRecords(chunks)) {
    if (columns !== undefined) {
      yield readRow(columns, record, info.lines);
      continue;
    }
    if (isVersionLine(record)) continue;
    columns = record.map((title) => readColumn(model, title));
    yield* tellUnknown(record, columns, info.lines);
  }
  if (columns === undefined) throw fileFault(1, 'The file is empty.');
}

/** The titles of the columns. Throws a file fault for what is no CSV. */
export async function readTitles(chunks: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  for await (const { record } of readRecords(chunks)) if (!isVersionLine(record)) return record;
  throw fileFault(1, 'The file is empty.');
}

// Entra: its templates begin with a line "version:v1.0".
function isVersionLine(record: readonly string[]): boolean {
  return record[0]?.startsWith('version:') === true;
}

async function* readRecords(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRecord> {
  const { CsvError, parse } = await import('csv-parse');
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_ELEMENT_LENGTH,
  });
  const source = Readable.from(chunks);
  source.once('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const each of parser) yield each as CsvRecord; // what `info: true` gives
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw fileFault(Number(error['lines'] ?? 1), `${error.message}.`);
  } finally {
    source.destroy();
  }
}

function* tellUnknown(
  titles: readonly string[],
  columns: readonly (CsvColumn | undefined)[],
  line: number,
): Generator<FileEntry> {
  if (columns.every((column) => column === undefined)) {
    throw fileFault(line, 'No column has the name of an attribute.');
  }
  for (const [index, column] of columns.entries()) {
    if (column !== undefined) continue;
    const attribute = titles[index] ?? '';
    yield { line, attribute, problem: 'is no attribute; the column is left out', isNotice: true };
  }
}

type Draft = Record<string, JsonValue>;

function readRow(
  columns: readonly (CsvColumn | undefined)[],
  cells: readonly string[],
  line: number,
): FileEntry {
  const resource: Draft = {};
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (column === undefined || cell === '') continue;
    const problem = writeCell(resource, column, unguardFormula(cell));
    if (problem !== undefined) return { line, attribute: column.title, problem };
  }
  return { line, resource };
}

/** Returns why the cell cannot be read. */
function writeCell(resource: Draft, column: CsvColumn, cell: string): string | undefined {
  const { extension, attribute } = column.target;
  const holder = extension === undefined ? resource : draftIn(resource, extension);
  const value = readCell(column, cell);
  if (value === undefined) return `cannot be read from ${JSON.stringify(cell)}`;
  if (column.sub === undefined) holder[attribute.name] = value;
  else if (column.element !== undefined) {
    elementOf(holder, attribute.name, column.element)[column.sub.name] = value;
  } else if (attribute.multiValued) holder[attribute.name] = [{ [column.sub.name]: value }];
  else draftIn(holder, attribute.name)[column.sub.name] = value;
  return undefined;
}

function draftIn(holder: Draft, name: string): Draft {
  const inside = holder[name];
  if (isDraft(inside)) return inside;
  const made: Draft = {};
  holder[name] = made;
  return made;
}

function elementOf(holder: Draft, name: string, { name: key, value }: ElementKey): Draft {
  const before = holder[name];
  const elements: Draft[] = Array.isArray(before) ? before.filter(isDraft) : [];
  const found = elements.find((element) => element[key] === value);
  if (found !== undefined) return found;
  const made: Draft = { [key]: value };
  holder[name] = [...elements, made];
  return made;
}

type ElementKey = NonNullable<CsvColumn['element']>;

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readCell(column: CsvColumn, cell: string): JsonValue | undefined {
  const { attribute } = column.target;
  if (column.sub !== undefined) return readScalar(column.sub.type, cell);
  if (attribute.multiValued) return readList(attribute.type === 'complex', cell);
  if (attribute.type === 'complex') return cell.startsWith('{') ? tryJson(cell) : { value: cell };
  const value = readScalar(attribute.type, cell);
  return column.isInverted && typeof value === 'boolean' ? !value : value;
}

/** A JSON array, or values with ";" between them. */
function readList(isComplex: boolean, cell: string): JsonValue | undefined {
  if (cell.startsWith('[')) return tryJson(cell);
  const values = cell.split(';').map((value) => value.trim());
  const given = values.filter((value) => value !== '');
  return isComplex ? given.map((value): JsonObject => ({ value })) : given;
}

function tryJson(cell: string): JsonValue | undefined {
  try {
    return JSON.parse(cell) as JsonValue; // JSON.parse yields nothing else
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

function readScalar(type: string, cell: string): JsonValue | undefined {
  if (type === 'boolean') return BOOLEANS.get(cell.toLowerCase());
  if (type !== 'integer' && type !== 'decimal') return cell;
  const number = Number(cell);
  return cell.trim() === '' || !Number.isFinite(number) ? undefined : number;
}
