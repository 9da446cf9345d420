// Identifiers and secrets, as arguments: the only place that draws randomness.
import { randomBytes, randomUUID } from 'node:crypto';

export type NewId = () => string;

export const newUuid: NewId = () => randomUUID();

/** 43 characters of base64url, 256 bits; a leading hyphen is drawn again, for on a command line it would read as a flag. */
export function newSecretToken(): string {
  const token = randomBytes(32).toString('base64url');
  return token.startsWith('-') ? newSecretToken() : token;
}

export interface RememberedIds {
  readonly newId: NewId;
  /** Whether it is one of the newest that `newId` has given. */
  readonly has: (id: string) => boolean;
}

export function rememberIds(newId: NewId, capacity = 20_000): RememberedIds {
  const given = new Set<string>();
  return {
    newId() {
      const id = newId();
      given.add(id);
      for (const oldest of given) {
        if (given.size <= capacity) break;
        given.delete(oldest);
      }
      return id;
    },
    has: (id) => given.has(id),
  };
}

/** From 0 up to 1. */
export function randomFraction(): number {
  return randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
}
