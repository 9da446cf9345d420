// The functions that SQL text may use beyond SQLite's own: comparison without case and of instants must give the same
// answer in a query as in memory, so both run the same code.
import type { Database } from 'better-sqlite3';
import { foldCase } from '../scim/fold-case.ts';
import { parseInstant } from '../scim/parse-instant.ts';

/**
 * `fold(text)`: the text without case, null for anything that is no text.
 * `instant(text)`: milliseconds since 1970 of a dateTime, null for anything else.
 */
export function registerSqlFunctions(db: Database): void {
  const options = { deterministic: true };
  db.function('fold', options, (value: unknown) => {
    return typeof value === 'string' ? foldCase(value) : null;
  });
  db.function('instant', options, (value: unknown) => {
    return typeof value === 'string' ? (parseInstant(value) ?? null) : null;
  });
}
