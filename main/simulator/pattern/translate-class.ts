// Character classes of .NET patterns, with `[a-z-[aeiou]]` for one class without another.
import { PatternError } from './pattern-error.ts';
import type { PatternReader } from './pattern-reader.ts';
import { escapeCharacter, readClassEscape } from './translate-escape.ts';

/** Deeper nobody nests, and the stack would end. */
const DEPTH_LIMIT = 50;

/** Behind the opening bracket. */
export function readClass(reader: PatternReader, depth = 0): string {
  if (depth > DEPTH_LIMIT) throw new PatternError('The pattern nests character classes too deep');
  const isNegated = reader.text[reader.at] === '^';
  if (isNegated) reader.at += 1;
  const items = readItems(reader);
  const base = `[${isNegated ? '^' : ''}${items.join('')}]`;
  const subtracted = readSubtracted(reader, depth);
  reader.at += 1;
  return subtracted === undefined ? base : `[${base}--${subtracted}]`;
}

/** Up to the closing bracket or the class to subtract; a closing bracket that comes first is a character. */
function readItems(reader: PatternReader): string[] {
  const items: string[] = [];
  for (;;) {
    const char = reader.text[reader.at];
    if (char === undefined) throw new PatternError('The pattern has a "[" without its "]"');
    if (char === ']' && items.length > 0) return items;
    if (reader.text.startsWith('-[', reader.at)) return items;
    items.push(readItem(reader));
  }
}

function readSubtracted(reader: PatternReader, depth: number): string | undefined {
  if (reader.text[reader.at] === ']') return undefined;
  reader.at += 2;
  const subtracted = readClass(reader, depth + 1);
  if (reader.text[reader.at] === ']') return subtracted;
  throw new PatternError('In the pattern a subtracted class has to be the last of its class');
}

/** A character, a range or a set such as `\d`. */
function readItem(reader: PatternReader): string {
  const from = readOne(reader);
  const next = reader.text[reader.at + 1];
  const isRange =
    !from.isSet && reader.text[reader.at] === '-' && next !== undefined && !'[]'.includes(next);
  if (!isRange) return from.text;
  reader.at += 1;
  const to = readOne(reader);
  if (to.isSet) throw new PatternError('The pattern has a range that ends in a set of characters');
  return `${from.text}-${to.text}`;
}

function readOne(reader: PatternReader): { text: string; isSet: boolean } {
  const char = String.fromCodePoint(reader.text.codePointAt(reader.at) ?? 0);
  reader.at += char.length;
  return char === '\\' ? readClassEscape(reader) : { text: escapeCharacter(char), isSet: false };
}
