// What was read of tables that every request asks and that are seldom written, remembered until one of them is written.
// Any statement counts, a cascade or the filling of a whole workspace too, because temporary triggers of the connection
// tell of it. Within a transaction that has written, everything is read anew: it may yet be rolled back.
import type { Database } from 'better-sqlite3';

/** A key may be a presented token: whoever tries many must not fill the memory. */
const MAX_KEYS = 500;

export interface ReadMemory {
  /** `read`, which depends on its arguments and on what `tables` hold, and on nothing else. */
  readonly remember: <Args extends readonly (string | number)[], Value>(
    tables: readonly string[],
    read: (...args: Args) => Value,
  ) => (...args: Args) => Value;
}

export function createReadMemory(db: Database): ReadMemory {
  const writes = watchWrites(db);
  return {
    remember<Args extends readonly (string | number)[], Value>(
      tables: readonly string[],
      read: (...args: Args) => Value,
    ) {
      writes.watch(tables);
      const known = new Map<string, Value>();
      let knownAt = -1;
      return function readRemembered(...args: Args): Value {
        const state = writes.stateOf(tables);
        if (state === undefined) return read(...args);
        if (state !== knownAt || known.size >= MAX_KEYS) known.clear();
        knownAt = state;
        const key = args.join('\n');
        const before = known.get(key);
        if (before !== undefined || known.has(key)) return before as Value; // what read returned
        const value = read(...args);
        known.set(key, value);
        return value;
      };
    },
  };
}

/** Counts the states that watched tables have had. */
function watchWrites(db: Database) {
  const watched = new Set<string>();
  let isRegistered = false;
  let state = 0;
  let hasWritten = false;

  /** undefined: what is read now may not last. */
  function stateOf(tables: readonly string[]): number | undefined {
    if (!db.inTransaction) watch(tables);
    if (!tables.every((table) => watched.has(table))) return undefined;
    if (!hasWritten) return state;
    if (db.inTransaction) return undefined;
    hasWritten = false;
    state += 1;
    return state;
  }

  /** A trigger that is made within a transaction would be rolled back with it. */
  function watch(tables: readonly string[]): void {
    if (db.inTransaction) return;
    for (const table of tables) if (!watched.has(table)) watchTable(table);
  }

  function watchTable(table: string): void {
    if (!isRegistered) {
      db.function('note_write', () => {
        hasWritten = true;
        return null;
      });
      isRegistered = true;
    }
    for (const event of ['insert', 'update', 'delete']) {
      db.exec(`
        create temp trigger ${table}_after_${event} after ${event} on main.${table}
        begin select note_write(); end`);
    }
    watched.add(table);
  }

  return { watch, stateOf };
}
