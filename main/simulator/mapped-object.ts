// What the mappings make of a directory object: values by target path, in the order of the mapping list.
import type { AttributeMapping } from '../../shared/simulator/mapping.ts';

/** A role as `[appRoleAssignments]` names it: `id`, `displayName` and, where it has one, `value`. The client writes it as
 *  the form of its expression and the request want it. */
export type ComplexValue = Readonly<Record<string, string | boolean>>;

export type TargetValue = string | number | boolean | readonly string[] | readonly ComplexValue[];

export interface MappedAttribute {
  readonly target: string;
  /** Null: nothing flows. Roles where an expression makes them. Of a reference the objectId(s) in the source, which the engine turns into ids of the target. */
  readonly value: TargetValue | null;
  readonly isReference: boolean;
  /** Which role expression wrote it; null: none. They are sent in shapes of their own. */
  readonly roleForm: 'single' | 'complex' | 'assertive' | null;
  /** The logs show `[Redact]` in its place. */
  readonly isRedacted: boolean;
  readonly mapping: AttributeMapping;
}

/** Why a mapping gave no value: an expression that failed, a required value that is missing. */
export interface MappingProblem {
  readonly target: string;
  /** One sentence for the log. */
  readonly message: string;
}

export interface MappedObject {
  readonly attributes: readonly MappedAttribute[];
  readonly problems: readonly MappingProblem[];
}
