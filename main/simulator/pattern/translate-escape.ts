// Escapes of .NET patterns, outside of character classes and within.
import { PatternError } from './pattern-error.ts';
import { takeMatch, type PatternReader } from './pattern-reader.ts';

const WORD = String.raw`\p{L}\p{Mn}\p{Nd}\p{Pc}`;
const END = String.raw`(?![\s\S])`;

/** What stands for itself in both, or has another spelling. */
const OUTSIDE: Readonly<Record<string, string>> = {
  d: String.raw`\p{Nd}`,
  D: String.raw`\P{Nd}`,
  w: `[${WORD}]`,
  W: `[^${WORD}]`,
  s: String.raw`\s`,
  S: String.raw`\S`,
  b: `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`,
  B: `(?:(?<=[${WORD}])(?=[${WORD}])|(?<![${WORD}])(?![${WORD}]))`,
  A: '^',
  z: END,
  Z: `(?=\\n?${END})`,
};

const INSIDE: Readonly<Record<string, string>> = {
  d: String.raw`\p{Nd}`,
  D: String.raw`\P{Nd}`,
  w: WORD,
  W: `[^${WORD}]`,
  s: String.raw`\s`,
  S: String.raw`\S`,
  b: String.raw`\x08`,
};

const CONTROL: Readonly<Record<string, number>> = {
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  e: 27,
  a: 7,
};

const CODE =
  /x(?<hex>[0-9A-Fa-f]{2})|u(?<unicode>[0-9A-Fa-f]{4})|c(?<letter>[A-Za-z])|(?<octal>0[0-7]{0,2})/y;
const CATEGORY = /(?<sign>[pP])\{(?<name>[^}]*)\}/y;

/** Behind the backslash. */
export function readEscape(reader: PatternReader): void {
  const named = takeMatch(reader, /k(?:<(?<name>\w+)>|'(?<quoted>\w+)')/y)?.groups;
  if (named !== undefined) {
    reader.pieces.push(`\\k<${named['name'] ?? named['quoted'] ?? ''}>`);
    reader.isRisky = true;
    return;
  }
  const number = takeMatch(reader, /[1-9]\d?/y)?.[0];
  if (number !== undefined) {
    reader.pieces.push(Number(number));
    reader.isRisky = true;
    return;
  }
  reader.pieces.push(readCategory(reader) ?? readCharacter(reader, OUTSIDE));
}

/** Behind the backslash, within a character class; `isSet`: it stands for many characters. */
export function readClassEscape(reader: PatternReader): { text: string; isSet: boolean } {
  const category = readCategory(reader);
  if (category !== undefined) return { text: category, isSet: true };
  const isSet = /[dDwWsS]/.test(reader.text[reader.at] ?? '');
  return { text: readCharacter(reader, INSIDE), isSet };
}

function readCategory(reader: PatternReader): string | undefined {
  const groups = takeMatch(reader, CATEGORY)?.groups;
  if (groups === undefined) return undefined;
  const { sign = 'p', name = '' } = groups;
  if (!/^[A-Z][a-z]?$/.test(name)) {
    throw new PatternError(
      `The pattern names the block or category ${name}, which is not supported here`,
    );
  }
  return `\\${sign}{${name}}`;
}

function readCharacter(reader: PatternReader, known: Readonly<Record<string, string>>): string {
  const code = takeMatch(reader, CODE)?.groups;
  if (code !== undefined) return spellCode(code);
  const char = reader.text[reader.at];
  if (char === undefined) throw new PatternError('The pattern ends with a backslash');
  reader.at += 1;
  const control = CONTROL[char];
  if (control !== undefined) return spellCharacter(control);
  const meaning = known[char];
  if (meaning !== undefined) return meaning;
  if (char === 'G') throw new PatternError('The pattern uses \\G, which is not supported here');
  if (/[A-Za-z0-9_]/.test(char)) {
    throw new PatternError(`The pattern has the escape \\${char}, which does not exist`);
  }
  return escapeCharacter(char);
}

function spellCode(code: Readonly<Record<string, string | undefined>>): string {
  const { hex, unicode, letter, octal } = code;
  if (letter !== undefined) return spellCharacter(letter.toUpperCase().charCodeAt(0) - 64);
  if (octal !== undefined) return spellCharacter(Number.parseInt(octal, 8));
  return spellCharacter(Number.parseInt(hex ?? unicode ?? '0', 16));
}

function spellCharacter(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

/** A character that stands for itself, outside and within a class alike. */
export function escapeCharacter(char: string): string {
  return /[\p{L}\p{N}_]/u.test(char) || char.length !== 1
    ? char
    : spellCharacter(char.charCodeAt(0));
}
