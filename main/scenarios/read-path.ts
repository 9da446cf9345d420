// The value at a SCIM path of a stored resource: `name.givenName`, `emails[type eq "work"].value`, a URN with its attribute.
// Names are taken without regard to case, as RFC 7643 §2.1 has it.
import type { FilterNode } from '../../shared/scim/filter-tree.ts';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../shared/scim/json.ts';
import { parsePatchPath } from '../../shared/scim/parse-patch-path.ts';

/** null: there is none. Of several values that a filter leaves the first. Throws FilterSyntaxError for text that is no path. */
export function readPath(resource: JsonObject, path: string): JsonValue {
  const { attribute, filter, subAttribute } = parsePatchPath(path);
  const value = readAttribute(resource, attribute);
  if (filter === undefined) return value;
  const item = [value].flat().find((each) => isJsonObject(each) && holds(each, filter));
  if (item === undefined) return null;
  return subAttribute === undefined ? item : readName(item, subAttribute);
}

function readAttribute(resource: JsonObject, attribute: string): JsonValue {
  const urn = Object.keys(resource).find(
    (name) => name.includes(':') && attribute.toLowerCase().startsWith(`${name.toLowerCase()}:`),
  );
  if (urn !== undefined) {
    const extension = resource[urn];
    const rest = attribute.slice(urn.length + 1);
    return isJsonObject(extension) ? readAttribute(extension, rest) : null;
  }
  if (attribute.includes(':')) return null; // of an extension that the resource has not
  return attribute.split('.').reduce<JsonValue>(readName, resource);
}

function readName(value: JsonValue, name: string): JsonValue {
  if (isJsonArray(value)) {
    const values = value.map((each) => readName(each, name)).filter((each) => each !== null);
    return values.length > 1 ? values : (values[0] ?? null);
  }
  if (!isJsonObject(value)) return null;
  const key = Object.keys(value).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? null : (value[key] ?? null);
}

function holds(item: JsonObject, filter: FilterNode): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.terms.every((term) => holds(item, term));
    case 'or':
      return filter.terms.some((term) => holds(item, term));
    case 'not':
      return !holds(item, filter.term);
    case 'present':
      return readName(item, filter.attribute) !== null;
    case 'compare':
      return filter.operator === 'eq' && isEqual(readName(item, filter.attribute), filter.value);
    case 'value-path':
      return false; // a filter within a filter: no SCIM attribute is that deep
  }
}

/** Truth values as text too: some providers store them as they were sent. */
function isEqual(value: JsonValue, wanted: JsonValue): boolean {
  return plain(value) === plain(wanted);
}

function plain(value: JsonValue): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).toLowerCase();
}
