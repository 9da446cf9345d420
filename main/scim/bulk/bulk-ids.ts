// References of Bulk operations to resources that other operations of the same request make: `bulkId:x` as a value, in
// a path, or at the end of a URL. @see RFC 7644 §3.7.2
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';

/** What stands for `bulkId:x`; undefined where nothing does. */
export type ResolveId = (bulkId: string) => string | undefined;

/** A whole value, or the last segment of a path or URL. */
const REFERENCE = /^((?:.*\/)?)bulkId:([^/]+)$/is;

/** Within the filter of a PATCH path: `members[value eq "bulkId:x"]`. */
const QUOTED_REFERENCE = /"bulkId:([^"\\]+)"/gi;

/** Every bulkId that the value refers to, each once. */
export function findBulkIds(value: JsonValue | undefined): readonly string[] {
  const found = new Set<string>();
  mapTexts(value ?? null, (text, key) => {
    for (const id of idsInText(text, key)) found.add(id);
    return text;
  });
  return [...found];
}

/** The value with its references replaced; those that resolve to nothing stay as they are. */
export function resolveBulkIds(value: JsonValue, resolve: ResolveId): JsonValue {
  return mapTexts(value, (text, key) => resolveText(text, key, resolve));
}

/** A path below the base URL, its references replaced. */
export function resolveBulkPath(path: string, resolve: ResolveId): string {
  return resolveText(path, '', resolve);
}

/**
 * A resource without what refers to `pending` resources: the element of a list, the complex value or the attribute that
 * holds the reference. It is written again as soon as they exist.
 */
export function withoutPending(resource: JsonValue, pending: ReadonlySet<string>): JsonValue {
  if (!isJsonObject(resource)) return resource;
  return mapMembers(resource, (value, name) => {
    const isContainer = name.includes(':'); // an extension holds attributes as the resource does
    return isContainer ? withoutPending(value, pending) : keep(value, pending);
  });
}

function keep(value: JsonValue, pending: ReadonlySet<string>): JsonValue | undefined {
  if (isJsonArray(value)) {
    return value.filter((element) => keep(element, pending) !== undefined);
  }
  return findBulkIds(value).some((id) => pending.has(id)) ? undefined : value;
}

function idsInText(text: string, key: string): readonly string[] {
  const [, , id] = REFERENCE.exec(text) ?? [];
  if (id !== undefined) return [id];
  if (key !== 'path') return [];
  return [...text.matchAll(QUOTED_REFERENCE)].flatMap(([, quoted]) => quoted ?? []);
}

function resolveText(text: string, key: string, resolve: ResolveId): string {
  const [, before = '', id] = REFERENCE.exec(text) ?? [];
  if (id !== undefined) {
    const resolved = resolve(id);
    return resolved === undefined ? text : before + resolved;
  }
  if (key !== 'path') return text;
  return text.replace(QUOTED_REFERENCE, (quoted: string, held: string) => {
    const resolved = resolve(held);
    return resolved === undefined ? quoted : `"${resolved}"`;
  });
}

function mapTexts(
  value: JsonValue,
  change: (text: string, key: string) => string,
  key = '',
): JsonValue {
  if (typeof value === 'string') return change(value, key);
  if (isJsonArray(value)) return value.map((element) => mapTexts(element, change, key));
  if (!isJsonObject(value)) return value;
  return mapMembers(value, (held, name) => mapTexts(held, change, name.toLowerCase()));
}

/** `fromEntries` makes every name an own member, whatever it is. */
function mapMembers(
  object: JsonObject,
  change: (value: JsonValue, name: string) => JsonValue | undefined,
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => {
      const changed = change(value, name);
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
}
