// Takes credentials out of what is about to be recorded: in headers, and the tenant's own tokens wherever they turn up.
// What secrets a body holds by its own members is for mask-body.ts.
import { ACCESS_TOKEN_FORM } from '../../provider/issue-token.ts';
import { SECRET_HEADER } from '../../../shared/export/secret-header.ts';
import type { RecordedHeaders } from '../../../shared/admin/request-log.ts';

export const MASK = '••••';
/** Enough to recognise a secret by, not enough to use it: the last 4 characters, of a long one. */
export function maskSecret(secret: string): string {
  return secret.length < 12 ? MASK : MASK + secret.slice(-4);
}

/** Node's flat list of names and values, in the order and spelling of the wire. */
export function maskHeaders(rawHeaders: readonly string[]): RecordedHeaders {
  const masked: RecordedHeaders = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    const value = rawHeaders[at + 1] ?? '';
    masked.push([name, SECRET_HEADER.test(name) ? maskCredential(value) : value]);
  }
  return masked;
}

/** A shorter one, such as `test`, is a word that names and paths may hold: it hides nothing and would spoil them. */
const MIN_SECRET_IN_TEXT = 8;

/** Credentials, wherever a client has put them, as they are or percent-encoded. */
export function maskCredentials(text: string, secrets: readonly string[]): string {
  const plain = text.replace(ACCESS_TOKEN_FORM, maskSecret);
  const long = secrets.filter((secret) => secret.length >= MIN_SECRET_IN_TEXT);
  return long.reduce((masked, secret) => {
    const encoded = encodeURIComponent(secret);
    return masked.replaceAll(secret, maskSecret(secret)).replaceAll(encoded, maskSecret(secret));
  }, plain);
}

/** The scheme stays readable: `Bearer ••••1a2b`. */
function maskCredential(value: string): string {
  const [, scheme = '', secret = value] = /^([\w-]+ +)(.*)$/s.exec(value) ?? [];
  return scheme + maskSecret(secret);
}
