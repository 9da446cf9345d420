// Comparison of secrets without telling by its duration where they differ.
import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are equal, in time that depends on neither their content nor their length. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

/** What is kept of a secret that need not be shown again: SHA-256, in hex. */
export function secretDigest(secret: string): string {
  return digest(secret).toString('hex');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
