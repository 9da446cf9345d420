// The functions that SQL text may use beyond SQLite's own: comparison without case and of instants must give the same
// answer in a query as in memory, so both run the same code.
import type { Database } from 'better-sqlite3';
import { createWordMatcher } from '../../shared/request-filter/match-words.ts';
import {
  decodePath,
  decodeQuery,
  readFilterParameter,
} from '../../shared/request-filter/read-filter-parameter.ts';
import { foldCase } from '../scim/fold-case.ts';
import { parseInstant } from '../scim/parse-instant.ts';
import { attributeNames } from './request-log/attribute-names.ts';

/**
 * `fold(text)`: the text without case, null for anything that is no text.
 * `instant(text)`: milliseconds since 1970 of a dateTime, null for anything else.
 * `has_words(text, phrase)`: 1 where the text holds the words of the phrase, else 0.
 * `decoded(path)`, `decoded_query(query)`, `filter_of(query)`: a recorded target as it reads.
 * `attribute_names(body, effects)`: attributes that a request names or has changed.
 */
export function registerSqlFunctions(db: Database): void {
  const options = { deterministic: true };
  db.function('fold', options, (value: unknown) => {
    return typeof value === 'string' ? foldCase(value) : null;
  });
  db.function('instant', options, (value: unknown) => {
    return typeof value === 'string' ? (parseInstant(value) ?? null) : null;
  });
  db.function('has_words', options, createWordFunction());
  db.function('decoded', options, (path: unknown) => decodePath(String(path)));
  db.function('decoded_query', options, (query: unknown) => decodeQuery(String(query)));
  db.function('filter_of', options, (query: unknown) => readFilterParameter(String(query)));
  db.function('attribute_names', options, (body: unknown, effects: unknown) =>
    attributeNames(String(body), String(effects)),
  );
}

/** A statement asks for the same few phrases row by row. */
function createWordFunction() {
  const matchers = new Map<string, (text: string) => boolean>();
  return function hasWords(text: unknown, phrase: unknown): number {
    if (typeof text !== 'string' || typeof phrase !== 'string') return 0;
    const matches = matchers.get(phrase) ?? createWordMatcher(phrase);
    if (matchers.size > 50) matchers.clear();
    matchers.set(phrase, matches);
    return Number(matches(text));
  };
}
