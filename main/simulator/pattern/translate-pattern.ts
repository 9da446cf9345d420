// Turns a .NET regular expression into one of JavaScript that means the same, or refuses it with a reason.
// What differs: named groups count behind unnamed ones, `\d`, `\w` and `\b` know all of Unicode, `.` stops at a line
// feed only, `$` holds before a last line feed too, `\A`, `\z`, `\Z`, options within the pattern, class subtraction.
// @see https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-language-quick-reference
import { PatternError } from './pattern-error.ts';
import {
  closeFrame,
  currentFrame,
  openReader,
  takeMatch,
  type PatternReader,
} from './pattern-reader.ts';
import { readClass } from './translate-class.ts';
import { escapeCharacter, readEscape } from './translate-escape.ts';
import { readGroup } from './translate-group.ts';

export interface TranslatedPattern {
  readonly expression: RegExp;
  /** Index in a match by .NET's name or number of the group. */
  readonly groupIndex: ReadonlyMap<string, number>;
  /** Whether it may take time that grows faster than the square of the text. */
  readonly isRisky: boolean;
}

/** Throws PatternError. */
export function translatePattern(text: string): TranslatedPattern {
  const reader = openReader(text);
  while (reader.at < text.length) readPart(reader);
  const root = currentFrame(reader);
  if (reader.frames.length > 1) throw new PatternError('The pattern has a "(" without its ")"');
  reader.pieces.push(')'.repeat(root.inline.length));
  const groupIndex = numberGroups(reader.groups);
  const source = reader.pieces.map((piece) => spellPiece(piece, groupIndex)).join('');
  return {
    expression: construct(source, reader.ignoreCase ? 'dgiv' : 'dgv'),
    groupIndex,
    isRisky: reader.isRisky || reader.unbounded > 2,
  };
}

function readPart(reader: PatternReader): void {
  const quantifier = takeMatch(reader, QUANTIFIER);
  if (quantifier !== null) {
    noteQuantifier(reader, quantifier);
    return;
  }
  const char = String.fromCodePoint(reader.text.codePointAt(reader.at) ?? 0);
  reader.at += char.length;
  const isClosing = char === ')';
  if (char === '\\') readEscape(reader);
  else if (char === '(') readGroup(reader);
  else if (isClosing) closeFrame(reader);
  else if (char === '|') readBranch(reader);
  else if (char === '[') reader.pieces.push(readClass(reader));
  else reader.pieces.push(spellPlain(reader, char));
  if (!isClosing) reader.closedIsRisky = false;
}

const QUANTIFIER = /(?:[*+?]|\{(?<least>\d{1,6})(?<more>,(?<most>\d{1,6})?)?\})\??/y;

/** So many repetitions are as good as endless. */
const MANY = 20;

function noteQuantifier(reader: PatternReader, found: RegExpExecArray): void {
  const [sign] = found;
  const { least, more, most } = found.groups ?? {};
  const isBounded =
    sign.startsWith('?') || Number(most ?? (more === undefined ? least : MANY + 1)) <= MANY;
  reader.pieces.push(sign);
  if (isBounded && !(least !== undefined && reader.closedIsRisky)) return;
  reader.isRisky ||= reader.closedIsRisky;
  reader.unbounded += 1;
  currentFrame(reader).repeats = true;
}

function readBranch(reader: PatternReader): void {
  const frame = currentFrame(reader);
  frame.branches = true;
  reader.pieces.push(')'.repeat(frame.inline.length), '|', ...frame.inline);
}

function spellPlain({ options }: PatternReader, char: string): string {
  if (char === '.') return options.singleline ? String.raw`[\s\S]` : String.raw`[^\n]`;
  if (char === '^') return options.multiline ? String.raw`(?<![^\n])` : '^';
  if (char === '$') {
    return options.multiline ? String.raw`(?![^\n])` : String.raw`(?=\n?(?![\s\S]))`;
  }
  return escapeCharacter(char);
}

/** .NET counts groups without a name first, then those with one; 0 is the whole match. */
function numberGroups(groups: readonly (string | null)[]): Map<string, number> {
  const indexed = groups.map((name, index) => ({ name, index: index + 1 }));
  const inOrder = [
    ...indexed.filter(({ name }) => name === null),
    ...indexed.filter(({ name }) => name !== null),
  ];
  const byName = new Map([['0', 0]]);
  inOrder.forEach(({ name, index }, position) => {
    byName.set(String(position + 1), index);
    if (name !== null) byName.set(name, index);
  });
  return byName;
}

function spellPiece(piece: string | number, groupIndex: ReadonlyMap<string, number>): string {
  if (typeof piece === 'string') return piece;
  const index = groupIndex.get(String(piece));
  if (index === undefined) {
    throw new PatternError(`The pattern refers to group ${piece}, which it does not have`);
  }
  return `(?:\\${index})`;
}

function construct(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const reason = error.message.split(': ').at(-1) ?? 'unknown reason';
    throw new PatternError(`The pattern is not a valid regular expression: ${reason}`);
  }
}
