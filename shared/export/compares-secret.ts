// Whether a filter names a secret, told from its text alone: what is recorded of a request must not hold it, however the
// request ended. @see RFC 7644 §7.5.2
const SECRET_NAME = /(?:^|[\s(:[])(?:password|client_secret)[\s[]/i;

/** True also for some filters that only look like it: better one filter too few in the log than one password. */
export function comparesSecret(filter: string): boolean {
  return SECRET_NAME.test(filter);
}
