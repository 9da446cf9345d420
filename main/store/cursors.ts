// Cursors: where a page of a query ended, as text that a SCIM client hands back (RFC 9865 §2). The server keeps nothing;
// the text carries the position and a signature. The key lives as long as the store is open: a cursor lasts minutes, so
// a key in the workspace would only be one more secret in its snapshots. After a restart a client begins again, as it
// does when a cursor has expired.
import { createHash, createHmac } from 'node:crypto';
import { newSecretToken } from '../base/ids.ts';
import { isSameSecret } from '../base/same-secret.ts';
import type { Position } from './page-to-sql.ts';

export interface Cursor {
  /** Of everything that must stay the same from page to page. */
  readonly fingerprint: string;
  /** Resources in a page. */
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly isBackward: boolean;
  readonly position: Position;
}

export type CursorStore = ReturnType<typeof createCursorStore>;

export function createCursorStore(key: string = newSecretToken()) {
  /** Only characters that a URL takes as they are: base64url and a dot. @see RFC 9865 §2 */
  function seal(cursor: Cursor): string {
    const text = Buffer.from(JSON.stringify(cursor)).toString('base64url');
    return `${text}.${sign(text)}`;
  }

  /** Undefined for any text that `seal` did not give. */
  function unseal(sealed: string): Cursor | undefined {
    const [text = '', signature = '', ...rest] = sealed.split('.');
    if (rest.length > 0 || !isSameSecret(signature, sign(text))) return undefined;
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Cursor; // signed, so written by `seal`
  }

  function sign(text: string): string {
    return createHmac('sha256', key).update(text).digest('base64url').slice(0, SIGNATURE_LENGTH);
  }

  return { seal, unseal };
}

/** 132 bits. */
const SIGNATURE_LENGTH = 22;

/** A short text that is another one for other parts. */
export function fingerprintOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}
