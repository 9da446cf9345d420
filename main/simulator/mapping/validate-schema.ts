// Everything that is wrong with the mappings of a job, before a cycle finds out.
import type { SynchronizationSchema } from '../../../shared/simulator/mapping.ts';
import type { SchemaFinding } from '../../../shared/simulator/schema-finding.ts';
import { sourceAttributesOf } from '../../../shared/simulator/source-attributes.ts';
import { checkAttributeList } from './validation/check-attribute-list.ts';
import { checkAttributeMapping } from './validation/check-attribute-mapping.ts';
import { checkMappingList } from './validation/check-mapping-list.ts';
import { checkSourceList } from './validation/check-source-list.ts';
import { checkScopingFilters } from './validation/check-scoping-filters.ts';
import type { ObjectReview } from './validation/object-review.ts';

/** Errors keep the schema from being saved. */
export function validateSchema(schema: SynchronizationSchema): SchemaFinding[] {
  return [
    ...reviewObject({
      mapping: schema.users,
      targetAttributes: schema.userTargetAttributes,
      sourceAttributes: sourceAttributesOf(schema, 'User'),
      addedAttributes: schema.userSourceAttributes,
    }),
    ...reviewObject({
      mapping: schema.groups,
      targetAttributes: schema.groupTargetAttributes,
      sourceAttributes: sourceAttributesOf(schema, 'Group'),
      addedAttributes: [],
    }),
  ];
}

function reviewObject(review: ObjectReview): SchemaFinding[] {
  const { objectType, attributeMappings } = review.mapping;
  return [
    ...checkMappingList(review),
    ...attributeMappings.flatMap((_, index) => checkAttributeMapping(review, index)),
    ...checkScopingFilters(review),
    ...checkAttributeList(review),
    ...checkSourceList(review),
  ].map((finding) => ({ ...finding, objectType }));
}
