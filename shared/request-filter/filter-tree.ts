// The tree that the filter of the Requests list parses to. Terms side by side are all meant (`and`); a tree is never
// changed. Numbers and times keep what was written, not what it comes to: `after:-15m` is another instant tomorrow.
import type { TokenName } from './filter-tokens.ts';

export type RequestFilter =
  | { readonly kind: 'and'; readonly terms: readonly RequestFilter[] }
  | { readonly kind: 'or'; readonly terms: readonly RequestFilter[] }
  | { readonly kind: 'not'; readonly term: RequestFilter }
  /** Free words: a phrase whose last word may go on. */
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'token'; readonly name: TokenName; readonly value: TokenValue };

export type TokenValue = TextValue | RangeValue | TimeValue;

export interface TextValue {
  readonly type: 'text';
  readonly text: string;
}

/** Bounds of a number, each `null` where there is none. `isOpen`: the bounds themselves do not belong to it. */
export interface RangeValue {
  readonly type: 'range';
  readonly least: number | null;
  readonly most: number | null;
  readonly isOpen: boolean;
}

export type TimeValue =
  /** So long ago. */
  | { readonly type: 'ago'; readonly ms: number }
  /** `10:30` or `10:30:15` of today, as the clock on the wall has it. */
  | { readonly type: 'clock'; readonly text: string }
  /** ISO 8601; without an offset in the time zone of who reads it. */
  | { readonly type: 'instant'; readonly text: string };

/** What lets everything through: the tree of an empty text. */
export const EVERYTHING: RequestFilter = { kind: 'and', terms: [] };
