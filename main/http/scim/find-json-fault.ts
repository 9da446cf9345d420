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
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

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
      return step(reading, text[at] === ':', 'value', at);
    case 'comma-or-end':
      if (text[at] !== ',') return readClose(reading, text, at);
      return step(reading, true, reading.open.at(-1) === '{' ? 'name' : 'value', at);
    case 'name':
    case 'name-or-end':
      if (text[at] === '"') return readScalar(reading, text, at);
      return reading.expected === 'name' ? undefined : readClose(reading, text, at);
    case 'value':
    case 'value-or-end':
      if (text[at] === ']' && reading.expected === 'value-or-end') {
        return readClose(reading, text, at);
      }
      return readOpen(reading, text, at) ?? readScalar(reading, text, at);
  }
}

function step(
  reading: Reading,
  fits: boolean,
  expected: Expectation,
  at: number,
): number | undefined {
  if (!fits) return undefined;
  reading.expected = expected;
  return at + 1;
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
  const isName = reading.expected === 'name' || reading.expected === 'name-or-end';
  reading.expected = isName ? 'colon' : 'comma-or-end';
  return end;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
