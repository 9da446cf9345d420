// The effects of a schema change in words; each goes on after the attribute's path.
import type { Consequence, MisfitReason } from '../../../shared/admin/schema.ts';

export const REASONS: Readonly<Record<MisfitReason, string>> = {
  'attribute-removed': 'is taken away',
  'extension-removed': 'is no extension any more',
  'wrong-type': 'has values of another type',
  'several-values': 'has several values',
  'not-canonical': 'has values that are not among the canonical ones',
  'missing-required': 'is required and missing',
  'not-unique': 'has values that are not unique',
  'resource-type-removed': 'is taken away',
};

export const CONSEQUENCES: Readonly<Record<Consequence, string>> = {
  dropped: 'the values are removed',
  kept: 'they stay until they are next written',
  deleted: 'the resources are deleted',
  blocks: 'change them first',
};
