// What a walk over a body has noticed, sorted by kind: each kind is the subject of one rule for each side.
import type { ResourceModel } from '../schema/schema-types.ts';
import type { Hit } from './hit.ts';

export type ObservationKind =
  | 'unknown-attribute'
  | 'extension-without-urn'
  | 'unknown-schema'
  | 'misspelt-urn'
  | 'string-boolean'
  | 'wrong-type'
  | 'single-for-list'
  | 'wrapped-value'
  | 'manager-form'
  | 'null'
  | 'empty-text'
  | 'role-json'
  | 'several-primaries'
  | 'duplicate-value'
  | 'repeated-type'
  | 'user-name-padding'
  | 'read-only'
  | 'read-only-path'
  | 'repeated-name';

export type Observations = ReadonlyMap<ObservationKind, readonly Hit[]>;

export interface Inspection {
  readonly model: ResourceModel;
  readonly found: Map<ObservationKind, Hit[]>;
  readonly budget: { values: number };
}

/** Values looked at in one body, and things kept of one kind. */
const MAX_VALUES = 2_000;
const MAX_KEPT = 50;

export function startInspection(model: ResourceModel): Inspection {
  return { model, found: new Map(), budget: { values: MAX_VALUES } };
}

export function observe({ found }: Inspection, kind: ObservationKind, hit: Hit): void {
  const kept = found.get(kind);
  if (kept === undefined) found.set(kind, [hit]);
  else if (kept.length < MAX_KEPT) kept.push(hit);
}
