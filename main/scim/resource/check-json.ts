// What no JSON body may hold, whatever it means: the guard in front of every reader of this room.
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import { invalidSyntax } from '../scim-error.ts';

/** A SCIM body needs 5 levels at most; a custom extension may need some more. */
const MAX_DEPTH = 20;

/**
 * The body as an object, when it is one that is safe to walk: not too deep, no `__proto__` member.
 * Throws `invalidSyntax`.
 */
export function checkJsonObject(body: JsonValue): JsonObject {
  if (!isJsonObject(body)) throw invalidSyntax(`The body must be an object, not ${kindOf(body)}`);
  checkValue(body, 0);
  return body;
}

/** The kind of a value with its article, for error details: `a string`, `an object`, `null`. */
export function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (isJsonArray(value)) return 'an array';
  return isJsonObject(value) ? 'an object' : `a ${typeof value}`;
}

/** A text sent by the client, quoted and cut for an error detail. */
export function quote(text: string): string {
  return `'${text.length > 200 ? `${text.slice(0, 200)}…` : text}'`;
}

function checkValue(value: JsonValue, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH) throw invalidSyntax(`The body is nested deeper than ${MAX_DEPTH} levels`);
  if (isJsonArray(value)) {
    for (const element of value) checkValue(element, depth + 1);
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    if (name === '__proto__') throw invalidSyntax('"__proto__" is not an attribute name');
    checkValue(member, depth + 1);
  }
}
