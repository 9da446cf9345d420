// Any request filter, as the parser would have built it: groups of one kind are never within each other.
import fc from 'fast-check';
import {
  TOKEN_NAMES,
  tokenEntry,
  type NumberUnit,
  type TokenEntry,
  type TokenName,
} from '../../../shared/request-filter/filter-tokens.ts';
import type {
  RangeValue,
  RequestFilter,
  TimeValue,
  TokenValue,
} from '../../../shared/request-filter/filter-tree.ts';
import { readWords } from '../../../shared/request-filter/match-words.ts';

/** Words and numbers that requests in tests have, so that filters find some. */
export interface FilterVocabulary {
  readonly texts: readonly string[];
  readonly numbers: Readonly<Record<NumberUnit, readonly number[]>>;
  readonly instants: readonly string[];
}

export function anyFilter(vocabulary: FilterVocabulary): fc.Arbitrary<RequestFilter> {
  const leaf = fc.oneof(
    { weight: 5, arbitrary: anyToken(vocabulary) },
    { weight: 1, arbitrary: anyText(vocabulary).map((text) => ({ kind: 'words', text }) as const) },
  );
  return fc.letrec<{ node: RequestFilter }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      tie('node').map((term) => ({ kind: 'not', term }) as const),
      fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((terms) => join('and', terms)),
      fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((terms) => join('or', terms)),
    ),
  })).node;
}

function join(kind: 'and' | 'or', terms: readonly RequestFilter[]): RequestFilter {
  return { kind, terms: terms.flatMap((term) => (term.kind === kind ? term.terms : [term])) };
}

function anyToken(vocabulary: FilterVocabulary): fc.Arbitrary<RequestFilter> {
  return fc
    .constantFrom(...TOKEN_NAMES)
    .chain((name) =>
      anyValue(name, tokenEntry(name), vocabulary).map(
        (value) => ({ kind: 'token', name, value }) as const,
      ),
    );
}

function anyValue(
  name: TokenName,
  entry: TokenEntry,
  vocabulary: FilterVocabulary,
): fc.Arbitrary<TokenValue> {
  switch (entry.kind) {
    case 'number':
      return anyRange(vocabulary.numbers[entry.unit]);
    case 'time':
      return anyTime(vocabulary.instants);
    case 'choice':
      return fc
        .constantFrom(...entry.choices.map(({ value }) => value))
        .map((text) => ({ type: 'text', text }) as const);
    default: {
      const isPhrase = entry.kind === 'words' || (entry.kind === 'hidden' && name !== 'rule');
      const text = isPhrase ? anyText(vocabulary) : fc.oneof(anyText(vocabulary), someText());
      return text.map((value) => ({ type: 'text', text: value }) as const);
    }
  }
}

function anyText({ texts }: FilterVocabulary): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...texts) },
    { weight: 1, arbitrary: someText().filter((text) => readWords(text).length > 0) },
  );
}

function someText(): fc.Arbitrary<string> {
  const letters = fc.constantFrom(...Array.from('abcZ09 .:"\\()/ë@-_'));
  return fc.string({ unit: letters, minLength: 1, maxLength: 12 });
}

function anyRange(numbers: readonly number[]): fc.Arbitrary<RangeValue> {
  const number = fc.constantFrom(...numbers);
  return fc
    .oneof(
      fc.record({ least: number, most: fc.constant(null), isOpen: fc.boolean() }),
      fc.record({ least: fc.constant(null), most: number, isOpen: fc.boolean() }),
      fc.tuple(number, number).map(([one, other]) => ({
        least: Math.min(one, other),
        most: Math.max(one, other),
        isOpen: false,
      })),
    )
    .map((range) => ({ type: 'range', ...range }) as const);
}

function anyTime(instants: readonly string[]): fc.Arbitrary<TimeValue> {
  return fc.oneof(
    fc.constantFrom(...instants).map((text) => ({ type: 'instant', text }) as const),
    fc.integer({ min: 1, max: 100_000 }).map((s) => ({ type: 'ago', ms: s * 1000 }) as const),
    fc.constantFrom('0:00', '10:30', '23:59:59').map((text) => ({ type: 'clock', text }) as const),
  );
}
