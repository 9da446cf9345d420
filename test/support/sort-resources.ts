// The order of a sorted query, worked out in memory: what the SQL of the store must agree with. Written for tests, from
// RFC 7644 §3.4.2.3 alone.
import { compareText } from '../../main/scim/compare-text.ts';
import { foldCase } from '../../main/scim/fold-case.ts';
import { resolveAttribute, leafAttribute } from '../../main/scim/schema/resolve-attribute.ts';
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
  const target = model && sortBy !== undefined ? resolveAttribute(model, sortBy) : undefined;
  return target && readValue(resource, target);
}

function readValue(resource: JsonObject, target: ResolvedAttribute): JsonValue | undefined {
  const { extension, attribute, subAttribute } = target;
  const holder = extension === undefined ? resource : resource[extension];
  const held = isJsonObject(holder) ? holder[attribute.name] : undefined;
  const chosen = isJsonArray(held) ? chooseElement(held) : held;
  const isComplex = attribute.type === 'complex';
  const value = isComplex && isJsonObject(chosen) ? chosen[subAttribute?.name ?? 'value'] : chosen;
  if (value === undefined || value === null || value === '') return undefined;
  const definition = subAttribute ?? leafAttribute(target);
  if (typeof value !== 'string') return value;
  if (definition.type === 'dateTime') return Date.parse(value);
  return definition.caseExact ? value : foldCase(value);
}

function chooseElement(elements: readonly JsonValue[]): JsonValue | undefined {
  const primary = elements.find((each) => isJsonObject(each) && each['primary'] === true);
  return primary ?? elements[0];
}
