// One operation of a PATCH after reading: its target met the schemas, its value has the schema's form.
import type { JsonValue } from '../../../shared/scim/json.ts';
import type { ResolvedFilter } from '../filter/resolved-filter.ts';
import type { Rules } from '../profile/rules.ts';
import type { ResolvedAttribute, SchemaDefinition } from '../schema/schema-types.ts';

export type PatchOp = 'add' | 'remove' | 'replace';

export interface PatchOperation {
  readonly op: PatchOp;
  /** Begins the detail of every error about this operation: `Operations[2].path 'emails.value'`. */
  readonly label: string;
  readonly target: PatchTarget;
  /**
   * Undefined unassigns (add, replace) or was not sent (remove). In the object of a complex value, null unassigns
   * that sub-attribute. A remove from a multi-valued attribute lists the values to take away.
   */
  readonly value: JsonValue | undefined;
}

/** An operation on an attribute that a schema describes. */
export type AttributeOperation = PatchOperation & { readonly target: AttributeTarget };

export type PatchTarget = AttributeTarget | ExtensionTarget | CustomTarget;

export interface AttributeTarget {
  readonly kind: 'attribute';
  readonly path: ResolvedAttribute;
  /** Selects elements of the attribute: for `evaluateElementFilter`. */
  readonly filter: ResolvedFilter | undefined;
}

/** A whole extension; only removed, since adding and replacing one is split into its attributes. */
export interface ExtensionTarget {
  readonly kind: 'extension';
  readonly urn: string;
  /** Undefined for a custom extension that no schema describes. */
  readonly schema: SchemaDefinition | undefined;
}

/** An attribute, or its sub-attribute, that no schema describes: in an extension or at the top of the resource. */
export interface CustomTarget {
  readonly kind: 'custom';
  readonly urn: string | undefined;
  readonly names: readonly [string] | readonly [string, string];
}

/** Where an operation was read, for its errors; both empty for the body of POST and PUT. */
export interface ReadPlace extends Rules {
  /** `Operations[2].path ` or `Operations[2].value `. */
  readonly pathLabel: string;
  /** `Operations[2].value: `. */
  readonly valueLabel: string;
}
