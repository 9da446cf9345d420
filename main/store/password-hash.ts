// Passwords are kept as a hash, never as sent (RFC 7643 §9.2). The cost is low on purpose: these are test accounts of
// a mock, nobody signs in with them, and the work is done between two requests.
import { scryptSync } from 'node:crypto';

const COST = 1024;
const KEY_BYTES = 32;

/** `scrypt$<cost>$<salt>$<hash>`; the salt must be new for each password. */
export function hashPassword(password: string, salt: string): string {
  const hash = scryptSync(password, salt, KEY_BYTES, { N: COST });
  return `scrypt$${COST}$${salt}$${hash.toString('base64url')}`;
}
