// Cuts the elements of one list out of JSON text that comes in pieces: an array at the top, or that of the member
// `Resources` of an object. Only the element at hand is kept; the object around the list is kept as `header`.
// It knows brackets and strings, no more: whether an element is JSON is for its reader to find out.
import { fileFault, MAX_ELEMENT_LENGTH } from './file-entry.ts';

export interface ScannedElement {
  readonly line: number;
  readonly text: string;
}

export interface JsonScanner {
  /** The elements that end in this piece. */
  readonly push: (piece: string) => readonly ScannedElement[];
  /** Throws a file fault when the text has not come to its end. */
  readonly end: () => void;
  /** Text of the object around the list, whose array is empty there; `''` where the list is the top. */
  readonly header: () => string;
  readonly hasList: () => boolean;
}

const MAX_HEADER_LENGTH = 16_000_000;
const OPENING = '{[';
const CLOSING = '}]';
const BETWEEN = ' \t\r\n,';

type Place = 'start' | 'header' | 'list' | 'element' | 'end';

interface Scan {
  readonly listName: string;
  place: Place;
  isInHeader: boolean;
  inString: boolean;
  isEscaped: boolean;
  depth: number;
  line: number;
  /** Where the element at hand began. */
  startLine: number;
  kept: string;
  header: string;
  /** The string read last in the header. */
  name: string;
  hasList: boolean;
}

export function createJsonScanner(listName: string): JsonScanner {
  const scan: Scan = {
    listName,
    place: 'start',
    isInHeader: false,
    inString: false,
    isEscaped: false,
    depth: 0,
    line: 1,
    startLine: 1,
    kept: '',
    header: '',
    name: '',
    hasList: false,
  };
  return {
    push: (piece) => push(scan, piece),
    end: () => end(scan),
    header: () => scan.header,
    hasList: () => scan.hasList,
  };
}

function push(scan: Scan, piece: string): readonly ScannedElement[] {
  const found: ScannedElement[] = [];
  let from = 0;
  for (let at = 0; at < piece.length; at += 1) {
    if (scan.place === 'element') at = findMark(scan, piece, at);
    if (at === piece.length) break;
    const char = piece.charAt(at);
    if (char === '\n') scan.line += 1;
    const before = scan.place;
    if (scan.inString) readString(scan, char);
    else readMark(scan, char);
    if (before !== 'element' && scan.place === 'element') from = at;
    if (before === 'element' && scan.place === 'list') {
      found.push({ line: scan.startLine, text: scan.kept + piece.slice(from, at + 1) });
      scan.kept = '';
    }
  }
  if (scan.place === 'element') keep(scan, piece.slice(from));
  return found;
}

const MARK_IN_STRING = /["\\]/g;
const MARK_IN_ELEMENT = /["{}[\]\n]/g;

/** Within an element most characters mean nothing: the place of the next one that does, or of the end. */
function findMark(scan: Scan, piece: string, at: number): number {
  if (scan.isEscaped) return at;
  const mark = scan.inString ? MARK_IN_STRING : MARK_IN_ELEMENT;
  mark.lastIndex = at;
  return mark.exec(piece)?.index ?? piece.length;
}

function keep(scan: Scan, text: string): void {
  scan.kept += text;
  if (scan.kept.length > MAX_ELEMENT_LENGTH)
    throw fileFault(scan.startLine, 'The resource is too long.');
}

function readString(scan: Scan, char: string): void {
  if (scan.place === 'header') addToHeader(scan, char);
  if (scan.isEscaped) scan.isEscaped = false;
  else if (char === '\\') scan.isEscaped = true;
  else if (char === '"') scan.inString = false;
  if (scan.inString && scan.place === 'header') scan.name += char;
}

function readMark(scan: Scan, char: string): void {
  switch (scan.place) {
    case 'start':
      return begin(scan, char);
    case 'header':
      return readHeader(scan, char);
    case 'list':
      return readBetween(scan, char);
    case 'element':
      return readInside(scan, char);
    case 'end':
      if (char.trim() !== '') throw fileFault(scan.line, 'Something follows the end of the JSON.');
  }
}

function begin(scan: Scan, char: string): void {
  if (char.trim() === '') return;
  if (char === '[') return openList(scan);
  if (char !== '{') throw fileFault(scan.line, 'A JSON object or array is expected.');
  scan.isInHeader = true;
  scan.place = 'header';
  scan.depth = 1;
  addToHeader(scan, char);
}

function readHeader(scan: Scan, char: string): void {
  const isValue = scan.depth === 1 && char === '[' && scan.name === scan.listName;
  addToHeader(scan, isValue ? '[]' : char);
  if (isValue) return openList(scan);
  if (char === '"') {
    scan.inString = true;
    scan.name = '';
  } else if (char === ',') scan.name = '';
  else if (OPENING.includes(char)) scan.depth += 1;
  else if (CLOSING.includes(char)) scan.depth -= 1;
  if (scan.depth === 0) scan.place = 'end';
}

function openList(scan: Scan): void {
  scan.hasList = true;
  scan.place = 'list';
}

function readBetween(scan: Scan, char: string): void {
  if (BETWEEN.includes(char)) return;
  if (char === ']') {
    scan.place = scan.isInHeader ? 'header' : 'end';
    scan.name = '';
    return;
  }
  if (char !== '{') throw fileFault(scan.line, 'Every element of the list must be an object.');
  scan.place = 'element';
  scan.startLine = scan.line;
  scan.depth = 1;
}

function readInside(scan: Scan, char: string): void {
  if (char === '"') scan.inString = true;
  else if (OPENING.includes(char)) scan.depth += 1;
  else if (CLOSING.includes(char)) scan.depth -= 1;
  if (scan.depth > 0) return;
  scan.place = 'list';
  scan.depth = 1;
}

function addToHeader(scan: Scan, text: string): void {
  scan.header += text;
  if (scan.header.length > MAX_HEADER_LENGTH)
    throw fileFault(scan.line, 'There is too much before the list.');
}

function end(scan: Scan): void {
  if (scan.place === 'start') throw fileFault(scan.line, 'The file is empty.');
  if (scan.place !== 'end') throw fileFault(scan.line, 'The JSON ends too early.');
}
