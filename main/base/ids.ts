// Identifiers and secrets, as arguments: the only place that draws randomness.
import { randomBytes, randomUUID } from 'node:crypto';

export type NewId = () => string;

export const newUuid: NewId = () => randomUUID();

/** 43 characters of base64url: 256 bits. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url');
}
