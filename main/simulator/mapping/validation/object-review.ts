// One object mapping while it is looked through, and the findings about it.
import type {
  AddedSourceAttribute,
  AttributeMapping,
  ListedAttribute,
  ObjectMapping,
} from '../../../../shared/simulator/mapping.ts';
import type {
  SchemaFinding,
  SchemaFindingCode,
} from '../../../../shared/simulator/schema-finding.ts';
import type { SourceAttribute } from '../../../../shared/simulator/source-attributes.ts';

export interface ObjectReview {
  readonly mapping: ObjectMapping;
  readonly targetAttributes: readonly ListedAttribute[];
  readonly sourceAttributes: readonly SourceAttribute[];
  /** Of the source attributes those that were added to the list. */
  readonly addedAttributes: readonly AddedSourceAttribute[];
}

export function findSource(
  { sourceAttributes }: ObjectReview,
  name: string | null,
): SourceAttribute | undefined {
  return sourceAttributes.find((attribute) => attribute.name === name);
}

export type Finding = Omit<SchemaFinding, 'objectType'>;

export function findListed(
  { targetAttributes }: ObjectReview,
  target: string,
): ListedAttribute | undefined {
  return targetAttributes.find(({ name }) => name === target);
}

export function error(code: SchemaFindingCode, place: Finding['place'], message: string): Finding {
  return { severity: 'error', code, place, message };
}

export function warning(
  code: SchemaFindingCode,
  place: Finding['place'],
  message: string,
): Finding {
  return { severity: 'warning', code, place, message };
}

/** Mappings with the same key as an earlier one, by their number. */
export function repeated<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
): { readonly item: Item; readonly index: number }[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    if (key === null) return [];
    if (seen.has(key)) return [{ item, index }];
    seen.add(key);
    return [];
  });
}

export function isMatching({ matchingPrecedence }: AttributeMapping): boolean {
  return matchingPrecedence !== null;
}
