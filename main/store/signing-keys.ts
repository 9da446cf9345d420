// The keys of this workspace, each made when it is first needed: of P-256, which signs its events; of RSA, which signs the
// tokens that the simulated Entra issues. They stay with the workspace, so that a receiver may remember their public parts.
import type { Database } from 'better-sqlite3';
import { newUuid } from '../base/ids.ts';
import { newRsaSigningKey, newSigningKey, type SigningKey } from '../base/jws.ts';
import { readJsonObject } from './stored-json.ts';

export type SigningKeyStore = ReturnType<typeof createSigningKeyStore>;

type KeyType = 'EC' | 'RSA';

export function createSigningKeyStore(db: Database) {
  const find = db.prepare<[string], { readonly kid: string; readonly jwk: string }>(
    "select kid, jwk from signing_keys where jwk ->> 'kty' = ? limit 1",
  );
  const insert = db.prepare<[object]>('insert into signing_keys (kid, jwk) values (:kid, :jwk)');
  const known = new Map<KeyType, SigningKey>();

  function current(type: KeyType): SigningKey {
    const key = known.get(type) ?? stored(type) ?? made(type);
    known.set(type, key);
    return key;
  }

  function stored(type: KeyType): SigningKey | undefined {
    const row = find.get(type);
    return row && { kid: row.kid, jwk: readJsonObject(row.jwk) };
  }

  function made(type: KeyType): SigningKey {
    const key = type === 'RSA' ? newRsaSigningKey(newUuid()) : newSigningKey(newUuid());
    insert.run({ kid: key.kid, jwk: JSON.stringify(key.jwk) });
    return key;
  }

  /** The tables have been filled anew. */
  function reload(): void {
    known.clear();
  }

  return { ofEvents: () => current('EC'), ofEntra: () => current('RSA'), reload };
}
