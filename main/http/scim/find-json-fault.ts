// Finds where a text stops being JSON (RFC 8259), or nests deeper than allowed, and says what was wanted there without
// quoting the text. One pass, no recursion: depth is a list, so that a million brackets cannot overflow the stack.

export interface JsonFault {
  /** Index into the text. */
  readonly at: number;
  /** Such as "a ':' is missing after a member name". */
  readonly reason: string;
}

type Expectation = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end';

interface Reading {
  readonly open: ('{' | '[')[];
  expected: Expectation;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

const REASONS: Readonly<Record<Expectation, string>> = {
  value: 'a value is missing or malformed',
  'value-or-end': "a value or ']' is missing or malformed",
  name: 'a member name in double quotes is missing or malformed',
  'name-or-end': "a member name in double quotes or '}' is missing or malformed",
  colon: "a ':' is missing after a member name",
  'comma-or-end': "a ',' or a closing bracket is missing",
};

/** The first fault, or undefined when the text is JSON of at most `maxDepth` nested objects and arrays. */
export function findJsonFault(text: string, maxDepth: number): JsonFault | undefined {
  const reading: Reading = { open: [], expected: 'value' };
  let at = matchEnd(SPACE, text, 0);
  while (at < text.length) {
    if (isComplete(reading)) return { at, reason: 'the value has ended, but more text follows' };
    const end = readToken(reading, text, at);
    if (end === undefined) return { at, reason: REASONS[reading.expected] };
    if (reading.open.length > maxDepth) return { at, reason: `more than ${maxDepth} levels deep` };
    at = matchEnd(SPACE, text, end);
  }
  return isComplete(reading) ? undefined : { at, reason: 'the text ends too early' };
}

function isComplete({ open, expected }: Reading): boolean {
  return open.length === 0 && expected === 'comma-or-end';
}

/** Reads one token that fits what is expected; its end, or undefined when none fits. */
function readToken(reading: Reading, text: string, at: number): number | undefined {
  switch (reading.expected) {
    case 'colon':
      return readColon(reading, text, at);
    case 'comma-or-end':
      return readComma(reading, text, at) ?? readClose(reading, text, at);
    case 'name':
      return readName(reading, text, at);
    case 'name-or-end':
      return readName(reading, text, at) ?? readClose(reading, text, at);
    case 'value':
      return readOpen(reading, text, at) ?? readScalar(reading, text, at);
    case 'value-or-end':
      return (
        readOpen(reading, text, at) ?? readScalar(reading, text, at) ?? readClose(reading, text, at)
      );
  }
}

function readColon(reading: Reading, text: string, at: number): number | undefined {
  if (text[at] !== ':') return undefined;
  reading.expected = 'value';
  return at + 1;
}

function readComma(reading: Reading, text: string, at: number): number | undefined {
  if (text[at] !== ',') return undefined;
  reading.expected = reading.open.at(-1) === '{' ? 'name' : 'value';
  return at + 1;
}

function readName(reading: Reading, text: string, at: number): number | undefined {
  const end = text[at] === '"' ? matchEnd(SCALAR, text, at) : at;
  if (end === at) return undefined;
  reading.expected = 'colon';
  return end;
}

function readOpen(reading: Reading, text: string, at: number): number | undefined {
  const bracket = text[at];
  if (bracket !== '{' && bracket !== '[') return undefined;
  reading.open.push(bracket);
  reading.expected = bracket === '{' ? 'name-or-end' : 'value-or-end';
  return at + 1;
}

function readClose(reading: Reading, text: string, at: number): number | undefined {
  const closing = reading.open.at(-1) === '{' ? '}' : ']';
  if (reading.open.length === 0 || text[at] !== closing) return undefined;
  reading.open.pop();
  reading.expected = 'comma-or-end';
  return at + 1;
}

function readScalar(reading: Reading, text: string, at: number): number | undefined {
  const end = matchEnd(SCALAR, text, at);
  if (end === at) return undefined;
  reading.expected = 'comma-or-end';
  return end;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
