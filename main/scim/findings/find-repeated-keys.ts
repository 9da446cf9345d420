// Names that one JSON object has twice: JSON.parse keeps the last and says nothing. Counting names in the text and in
// what it parsed to tells at little cost whether there are any; only then are they looked for.
import { isJsonArray, isJsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import type { JudgedBody } from './judged-exchange.ts';

const NAME = /"(?:[^"\\]|\\.)*"(\s*:)?/g;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** A body this long is not read for it: duplicates come from hand-written requests. */
const MAX_LENGTH = 100_000;

/** In the order of the text, each once. */
export function findRepeatedKeys({ text, json }: JudgedBody): readonly string[] {
  if (json === undefined || text.length > MAX_LENGTH) return [];
  return countInText(text) === countInValue(json) ? [] : locate(text);
}

function countInText(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(NAME)) if (colon !== undefined) count += 1;
  return count;
}

function countInValue(value: JsonValue): number {
  if (isJsonArray(value)) return value.reduce<number>((sum, one) => sum + countInValue(one), 0);
  if (!isJsonObject(value)) return 0;
  const members = Object.values(value);
  return members.reduce<number>((sum, one) => sum + countInValue(one), members.length);
}

/** Keeps the names of each open object; a list has none. */
function locate(text: string): readonly string[] {
  const open: (Set<string> | undefined)[] = [];
  const repeated = new Set<string>();
  let last = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ':') last = token;
    else note(String(JSON.parse(last)), open.at(-1), repeated);
  }
  return [...repeated];
}

function note(name: string, names: Set<string> | undefined, repeated: Set<string>): void {
  if (names?.has(name) === true) repeated.add(name);
  names?.add(name);
}
