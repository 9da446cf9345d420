// The order of a sorted query, worked out in memory: what the SQL of the store must agree with. Written for tests, from
// RFC 7644 §3.4.2.3 alone.
import { compareText } from '../../main/scim/compare-text.ts';
import { foldCase } from '../../main/scim/fold-case.ts';
import {
  leafAttribute,
  resolveAttribute,
  resolveSubAttribute,
} from '../../main/scim/schema/resolve-attribute.ts';
import type { ResolvedAttribute, ResourceModel } from '../../main/scim/schema/schema-types.ts';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../shared/scim/json.ts';

export interface Sorted {
  readonly models: readonly ResourceModel[];
  readonly sortBy: string | undefined;
  readonly isDescending: boolean;
}

/** `resources` in the order of their creation. */
export function sortResources(resources: readonly JsonObject[], sorted: Sorted): JsonObject[] {
  const { isDescending } = sorted;
  const keyed = resources.map((resource, index) => ({
    resource,
    index,
    value: sortValue(resource, sorted),
  }));
  const isSorted = keyed.some(({ value }) => value !== undefined) || knowsSort(sorted);
  const sign = isSorted && isDescending ? -1 : 1;
  keyed.sort((left, right) => {
    const order = compareValues(left.value, right.value) || left.index - right.index;
    return sign * order;
  });
  return keyed.map(({ resource }) => resource);
}

function knowsSort({ models, sortBy }: Sorted): boolean {
  return models.some((model) => sortBy !== undefined && resolveAttribute(model, sortBy));
}

/** Missing values are the greatest. */
function compareValues(left: JsonValue | undefined, right: JsonValue | undefined): number {
  if (left === undefined || right === undefined) {
    return Number(left === undefined) - Number(right === undefined);
  }
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  return Number(left) - Number(right);
}

function sortValue(resource: JsonObject, { models, sortBy }: Sorted): JsonValue | undefined {
  const { meta } = resource;
  const type = isJsonObject(meta) ? meta['resourceType'] : undefined;
  const model = models.find((each) => each.type.name === type);
  const named = model && sortBy !== undefined ? resolveAttribute(model, sortBy) : undefined;
  if (named === undefined) return undefined;
  const isWhole = named.subAttribute === undefined;
  const value = isWhole ? resolveSubAttribute(named, 'value') : undefined;
  return readValue(resource, value ?? named);
}

function readValue(resource: JsonObject, target: ResolvedAttribute): JsonValue | undefined {
  const value = readHeld(resource, target);
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  const { type, caseExact } = leafAttribute(target);
  if (type === 'dateTime') return Date.parse(value);
  return caseExact ? value : foldCase(value);
}

function readHeld(
  resource: JsonObject,
  { extension, attribute, subAttribute }: ResolvedAttribute,
): JsonValue | undefined {
  const holder = extension === undefined ? resource : resource[extension];
  const held = isJsonObject(holder) ? holder[attribute.name] : undefined;
  const chosen = isJsonArray(held) ? chooseElement(held) : held;
  const isComplex = attribute.type === 'complex';
  return isComplex && isJsonObject(chosen) ? chosen[subAttribute?.name ?? 'value'] : chosen;
}

function chooseElement(elements: readonly JsonValue[]): JsonValue | undefined {
  const primary = elements.find((each) => isJsonObject(each) && each['primary'] === true);
  return primary ?? elements[0];
}
