// What a saved document would change, as the attribute changes that history and requests show as well.
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import type { AttributeChange } from '../../../shared/admin/request-log.ts';
import { isList } from './read-resource.ts';
import { isExtensionName } from './scim-names.ts';

/** Kept by the server, whatever a client sends (RFC 7643 §3.1, §4.1.2). */
const READ_ONLY = new Set(['id', 'meta', 'schemas', 'groups']);

/** Changes by attribute; sub-attributes of complex and extension attributes one by one, lists as a whole. */
export function diffDocuments(before: JsonObject, after: JsonObject): readonly AttributeChange[] {
  return namesOf(before, after)
    .filter((name) => !READ_ONLY.has(name))
    .flatMap((name) => {
      const separator = isExtensionName(name) ? ':' : '.';
      return diffAttribute({ path: name, separator }, before[name], after[name]);
    });
}

interface Place {
  readonly path: string;
  /** Between the path and the names below it: an extension's URN ends with a colon (RFC 7644 §3.10). */
  readonly separator: ':' | '.';
}

function diffAttribute(
  { path, separator }: Place,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): readonly AttributeChange[] {
  if (isSame(before, after)) return [];
  if (!isComplex(before) || !isComplex(after)) return [change(path, before, after)];

  const [old, next] = [before ?? {}, after ?? {}];
  return namesOf(old, next).flatMap((name) =>
    diffAttribute({ path: `${path}${separator}${name}`, separator: '.' }, old[name], next[name]),
  );
}

function namesOf(left: JsonObject, right: JsonObject): readonly string[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])];
}

function isComplex(value: JsonValue | undefined): value is JsonObject | undefined {
  return value === undefined || isJsonObject(value);
}

function change(
  path: string,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): AttributeChange {
  if (before === undefined) return { path, kind: 'added', after: after ?? null };
  if (after === undefined) return { path, kind: 'removed', before };
  return { path, kind: 'changed', before, after };
}

function isSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return left === right;
  return namesOf(left, right).every((name) => isSame(left[name], right[name]));
}
