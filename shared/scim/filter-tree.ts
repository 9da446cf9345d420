// The tree that a SCIM filter or PATCH path parses to (RFC 7644 §3.4.2.2 and §3.5.2, ABNF figures 1 and 7).
// An attribute stays the text that was sent (`name.familyName`, `urn:…:User:manager.value`): only the
// schemas of a resource type can tell where a URN ends and the attribute name begins.

export type CompareOperator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';

export type FilterValue = string | number | boolean | null;

export type FilterNode =
  | { readonly kind: 'and'; readonly terms: readonly FilterNode[] }
  | { readonly kind: 'or'; readonly terms: readonly FilterNode[] }
  | { readonly kind: 'not'; readonly term: FilterNode }
  | { readonly kind: 'present'; readonly attribute: string }
  | {
      readonly kind: 'compare';
      readonly attribute: string;
      readonly operator: CompareOperator;
      readonly value: FilterValue;
    }
  | { readonly kind: 'value-path'; readonly attribute: string; readonly filter: FilterNode };

/** `attribute`, `attribute[filter]` or `attribute[filter].subAttribute`. @see RFC 7644 §3.5.2 */
export interface PatchPath {
  readonly attribute: string;
  readonly filter?: FilterNode;
  readonly subAttribute?: string;
}
