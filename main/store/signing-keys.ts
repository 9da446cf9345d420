// The key that signs the events of this workspace, made when it is first needed. It stays with the workspace, so that
// a receiver may remember its public part.
import type { Database } from 'better-sqlite3';
import { newUuid } from '../base/ids.ts';
import { newSigningKey, type SigningKey } from '../base/jws.ts';
import { readJsonObject } from './stored-json.ts';

export type SigningKeyStore = ReturnType<typeof createSigningKeyStore>;

export function createSigningKeyStore(db: Database) {
  const find = db.prepare<[], { readonly kid: string; readonly jwk: string }>(
    'select kid, jwk from signing_keys limit 1',
  );
  const insert = db.prepare<[object]>('insert into signing_keys (kid, jwk) values (:kid, :jwk)');
  let known: SigningKey | undefined;

  function current(): SigningKey {
    known ??= stored() ?? made();
    return known;
  }

  function stored(): SigningKey | undefined {
    const row = find.get();
    return row && { kid: row.kid, jwk: readJsonObject(row.jwk) };
  }

  function made(): SigningKey {
    const key = newSigningKey(newUuid());
    insert.run({ kid: key.kid, jwk: JSON.stringify(key.jwk) });
    return key;
  }

  /** The tables have been filled anew. */
  function reload(): void {
    known = undefined;
  }

  return { current, reload };
}
