// Which attributes the operations of a PATCH message touch: one touch for each attribute, whatever form it came in
// (a path, an object without path, path-like keys, a whole extension). Only for telling: what the forms do to a
// resource is decided in ../patch.
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import type { FilterNode, PatchPath } from '../../../shared/scim/filter-tree.ts';
import { isJsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { parsePatchPath } from '../../../shared/scim/parse-patch-path.ts';
import { listMember, memberOf } from './exchange.ts';

export interface Touch {
  readonly op: 'add' | 'replace' | 'remove';
  /** First segment of the path without its URN, in lower case: `name`, `manager`, `members`. */
  readonly attribute: string;
  /** For people: `name.familyName`, `department`, `emails`. */
  readonly label: string;
  readonly value: JsonValue | undefined;
  readonly filter: FilterNode | undefined;
}

type Op = Touch['op'];

/** A URN that ends where a schema's name ends: the whole extension is meant. */
const WHOLE_EXTENSION = /^urn:.*:\d+\.\d+:?[a-z]+$/i;

/** Empty where the body is no PATCH message; operations that make no sense are left out. @see RFC 7644 §3.5.2 */
export function readTouches(body: JsonValue | undefined): readonly Touch[] {
  return listMember(body, 'Operations').flatMap(readOperation);
}

function readOperation(operation: JsonValue): readonly Touch[] {
  if (!isJsonObject(operation)) return [];
  const op = readOp(memberOf(operation, 'op'));
  const path = memberOf(operation, 'path');
  const value = memberOf(operation, 'value');
  if (op === undefined) return [];
  if (typeof path === 'string' && path !== '') return expand(op, path, value);
  return isJsonObject(value) ? expandMembers(op, value) : [];
}

// Entra: sends `Add`, `Replace`, `Remove`.
function readOp(op: JsonValue | undefined): Op | undefined {
  const folded = typeof op === 'string' ? op.toLowerCase() : '';
  return folded === 'add' || folded === 'replace' || folded === 'remove' ? folded : undefined;
}

function expandMembers(op: Op, value: JsonValue): readonly Touch[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value)
    .filter(([key]) => !['id', 'schemas', 'meta'].includes(key.toLowerCase()))
    .flatMap(([key, member]) => expand(op, key, member));
}

function expand(op: Op, text: string, value: JsonValue | undefined): readonly Touch[] {
  if (WHOLE_EXTENSION.test(text)) {
    return isJsonObject(value)
      ? Object.entries(value).map(([key, member]) => touch(op, { attribute: key }, member))
      : [touch(op, { attribute: 'extension' }, value)];
  }
  return [touch(op, readPath(text), value)];
}

function touch(op: Op, path: PatchPath, value: JsonValue | undefined): Touch {
  const label = path.attribute.slice(path.attribute.lastIndexOf(':') + 1);
  const attribute = (label.split('.')[0] ?? label).toLowerCase();
  return { op, attribute, label, value, filter: path.filter };
}

function readPath(text: string): PatchPath {
  try {
    return parsePatchPath(text, { lenient: true });
  } catch (error) {
    if (error instanceof FilterSyntaxError) return { attribute: text };
    throw error;
  }
}
