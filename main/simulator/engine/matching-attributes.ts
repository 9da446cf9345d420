// The matching attributes of an object with their values, in the order of precedence.
import type { MappedAttribute } from '../mapped-object.ts';
import { mapMatchingAttributes } from './map-source.ts';
import type { CycleContext } from './cycle-context.ts';
import type { SourceObject } from './source-object.ts';

export function matchingAttributes(
  context: CycleContext,
  source: SourceObject,
): readonly MappedAttribute[] {
  return mapMatchingAttributes(context, source).toSorted(
    (left, right) =>
      (left.mapping.matchingPrecedence ?? 0) - (right.mapping.matchingPrecedence ?? 0),
  );
}
