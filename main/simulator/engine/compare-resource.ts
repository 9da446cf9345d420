// What differs between what the mappings want and what the target has. Only that is written.
// Values are compared as logs show them: "True" and true are one value. Nothing is compared that does not flow.
import {
  isJsonArray,
  isJsonObject,
  textOf,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';
import type { Difference } from '../client/patch-operations.ts';
import { member, readTargetPath } from '../client/target-path.ts';
import { showValue, type WireAttribute } from '../client/wire-value.ts';

export interface FoundDifference extends Difference {
  /** Null: the target has nothing there. */
  readonly oldValue: string | null;
}

export function findDifferences(
  attributes: readonly WireAttribute[],
  resource: JsonObject,
): readonly FoundDifference[] {
  return attributes.flatMap((attribute) =>
    attribute.roleForm === null
      ? compareValue(attribute, resource)
      : compareRoles(attribute, resource),
  );
}

function compareValue(attribute: WireAttribute, resource: JsonObject): FoundDifference[] {
  const { value, path } = attribute;
  if (isJsonArray(value) && path.filter !== null) return compareElements(attribute, resource);
  const found = readTargetPath(resource, path);
  const oldValue = showValue(found);
  if (oldValue === showValue(value) || isSameList(found, value)) return [];
  return [{ attribute, isReplacement: found !== undefined, oldValue }];
}

/** Several values at a path that selects elements: all that it selects. */
function compareElements(attribute: WireAttribute, resource: JsonObject): FoundDifference[] {
  const { value, path } = attribute;
  const all = readTargetPath(resource, { ...path, filter: null, subAttribute: null });
  const found = (isJsonArray(all) ? all : [])
    .filter(
      (element) => textOf(member(element, path.filter?.attribute ?? '')) === path.filter?.value,
    )
    .flatMap((element) => member(element, path.subAttribute ?? 'value') ?? []);
  if (isSameList(found, value)) return [];
  return [{ attribute, isReplacement: found.length > 0, oldValue: showValue(found) }];
}

/** In any order: multi-valued attributes have none. */
function isSameList(left: JsonValue | undefined, right: JsonValue): boolean {
  if (!isJsonArray(left) || !isJsonArray(right) || left.length !== right.length) return false;
  const spell = (values: readonly JsonValue[]) =>
    values
      .map((value) => showValue(value) ?? '')
      .toSorted(compareText)
      .join('\n');
  return spell(left) === spell(right);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Entra: the assertive form makes the set exact; the others add what is missing and remove nothing. */
function compareRoles(attribute: WireAttribute, resource: JsonObject): FoundDifference[] {
  const found = readTargetPath(resource, { ...attribute.path, filter: null, subAttribute: null });
  const isAssertive = attribute.roleForm === 'assertive';
  const nameOf = isAssertive ? plainName : roleName;
  const held = new Set((isJsonArray(found) ? found : []).map(nameOf));
  const wanted = isJsonArray(attribute.value) ? attribute.value : [attribute.value];
  const missing = wanted.filter((role) => !held.has(nameOf(role)));
  const isExact = missing.length === 0 && held.size === wanted.length;
  if (isAssertive ? isExact : missing.length === 0) return [];
  const written = isAssertive ? wanted : missing;
  return [
    {
      attribute: { ...attribute, value: written },
      isReplacement: false,
      oldValue: held.size === 0 ? null : [...held].join(', '),
    },
  ];
}

/** Entra: without the flag the target is sent JSON text as the value of a role, which it may give back. */
function roleName(role: JsonValue): string {
  const value = plainName(role);
  return value.startsWith('{') ? roleName(parseObject(value)) : value;
}

function plainName(role: JsonValue): string {
  return textOf(isJsonObject(role) ? (role['value'] ?? role['displayName']) : role);
}

function parseObject(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue; // whatever JSON.parse returns is JSON
  } catch {
    return text.slice(1); // no role of ours
  }
}
