// The attributes that a request names or has changed, for `attr:`: members of its body, paths of a PATCH, and what its
// effects say. Read from what is recorded, so that what was recorded before can be searched too.
import { isJsonObject, type JsonValue } from '../../../shared/scim/json.ts';

/** Larger ones are looked at by their effects alone. */
const MAX_BODY_LENGTH = 200_000;
const MAX_DEPTH = 12;

/** Names and paths, one a line. Both are JSON as text; a body that is none names nothing. */
export function attributeNames(body: string, effects: string): string {
  const names = new Set<string>();
  if (body.length <= MAX_BODY_LENGTH && /^\s*[[{]/.test(body)) readMembers(parse(body), names, 0);
  readPaths(parse(effects), names);
  return [...names].join('\n');
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue; // JSON.parse yields nothing else
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readMembers(value: JsonValue, names: Set<string>, depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const each of listOf(value)) readMembers(each, names, depth + 1);
  if (!isJsonObject(value)) return;
  const isOperation = 'op' in value;
  for (const [name, held] of Object.entries(value)) {
    if (isOperation && name === 'path' && typeof held === 'string') names.add(held);
    else if (!(isOperation && (name === 'op' || name === 'value'))) names.add(name);
    readMembers(held, names, depth + 1);
  }
}

function readPaths(effects: JsonValue, names: Set<string>): void {
  for (const effect of listOf(effects)) {
    const changes = isJsonObject(effect) ? listOf(effect['changes']) : [];
    for (const change of changes) {
      const path = isJsonObject(change) ? change['path'] : undefined;
      if (typeof path === 'string') names.add(path);
    }
  }
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value.map((each: JsonValue) => each) : [];
}
