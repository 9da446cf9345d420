// What the attribute index holds of a resource: one entry for each distinct value of each indexed attribute, in the
// form in which filters compare it. @see RFC 7643 §2.2 (uniqueness, caseExact)
import {
  isJsonArray,
  isJsonObject,
  type JsonValue,
  type ScimResource,
} from '../../../shared/scim/json.ts';
import { foldCase } from '../fold-case.ts';
import { parseInstant } from '../parse-instant.ts';
import type { AttributeDefinition, ResourceModel } from './schema-types.ts';

export interface IndexEntry {
  readonly indexName: string;
  /** Folded text unless caseExact, a number, 1 and 0 for a boolean, or milliseconds of an instant. */
  readonly key: string | number;
  readonly isUnique: boolean;
  /** Attribute path, and the value as it is stored, for the error when it is taken. */
  readonly path: string;
  readonly value: JsonValue;
}

interface IndexedLeaf {
  readonly indexName: string;
  readonly leaf: AttributeDefinition;
  /** Names that lead to it, outermost first. */
  readonly names: readonly string[];
  readonly path: string;
}

const leaves = new WeakMap<ResourceModel, readonly IndexedLeaf[]>();

/** Whether resources of this type have entries at all. */
export function hasIndexes(model: ResourceModel): boolean {
  return leavesOf(model).length > 0;
}

/** Entries of one resource, none twice. */
export function indexEntries(model: ResourceModel, document: ScimResource): readonly IndexEntry[] {
  const entries = leavesOf(model).flatMap((each) => entriesOf(each, document));
  return [
    ...new Map(
      entries.map((entry) => [JSON.stringify([entry.indexName, entry.key]), entry]),
    ).values(),
  ];
}

/** A value as the index keeps it; undefined for one that is not of the attribute's type. */
export function indexKey(
  value: JsonValue,
  { type, caseExact }: AttributeDefinition,
): string | number | undefined {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  if (type === 'dateTime') return parseInstant(value);
  return caseExact ? value : foldCase(value);
}

function entriesOf(
  { indexName, leaf, names, path }: IndexedLeaf,
  document: ScimResource,
): readonly IndexEntry[] {
  const isUnique = leaf.uniqueness !== 'none';
  return valuesAt(document, names).flatMap((value) => {
    const key = indexKey(value, leaf);
    return key === undefined ? [] : [{ indexName, key, isUnique, path, value }];
  });
}

function valuesAt(value: JsonValue | undefined, names: readonly string[]): readonly JsonValue[] {
  if (isJsonArray(value)) return value.flatMap((element) => valuesAt(element, names));
  const [name, ...rest] = names;
  if (name === undefined) return value === undefined ? [] : [value];
  if (!isJsonObject(value) || !Object.hasOwn(value, name)) return [];
  return valuesAt(value[name], rest);
}

function leavesOf(model: ResourceModel): readonly IndexedLeaf[] {
  const known = leaves.get(model);
  if (known !== undefined) return known;
  const found = [
    ...findLeaves(model.core.attributes, [], ''),
    ...model.extensions.flatMap(({ id, attributes }) => findLeaves(attributes, [id], `${id}:`)),
  ];
  leaves.set(model, found);
  return found;
}

function findLeaves(
  attributes: readonly AttributeDefinition[],
  above: readonly string[],
  prefix: string,
): readonly IndexedLeaf[] {
  return attributes.flatMap((leaf): readonly IndexedLeaf[] => {
    const { name, indexName, subAttributes = [] } = leaf;
    const names = [...above, name];
    const path = prefix + name;
    const inside = findLeaves(subAttributes, names, `${path}.`);
    return indexName === undefined ? inside : [{ indexName, leaf, names, path }];
  });
}
