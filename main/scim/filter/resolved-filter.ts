// A filter whose attribute names have met the schemas: what `evaluateFilter` and the store's SQL compiler both read.
// An attribute that no schema knows has no value (RFC 7644 §3.4.2.1): it stays as `unknown`.
import type { CompareOperator, FilterValue } from '../../../shared/scim/filter-tree.ts';
import type { ResolvedAttribute } from '../schema/schema-types.ts';

export type ResolvedFilter =
  | { readonly kind: 'and'; readonly terms: readonly ResolvedFilter[] }
  | { readonly kind: 'or'; readonly terms: readonly ResolvedFilter[] }
  | { readonly kind: 'not'; readonly term: ResolvedFilter }
  | { readonly kind: 'present'; readonly target: FilterTarget }
  | {
      readonly kind: 'compare';
      readonly target: FilterTarget;
      readonly operator: CompareOperator;
      /** Already of the attribute's type: a boolean attribute is compared with a boolean. */
      readonly value: FilterValue;
    }
  /** Inside `filter`, targets are the sub-attributes of `target`. */
  | {
      readonly kind: 'value-path';
      readonly target: ResolvedAttribute;
      readonly filter: ResolvedFilter;
    };

export type FilterTarget = ResolvedAttribute | { readonly unknown: string };
