// How text without `caseExact` is compared: one rule for filters in memory, key columns and the SQL function `fold`.
// Lower case after NFC, as PRECIS prepares user names (RFC 8265 §3.3), and independent of any locale.

/** The key under which two spellings of one name are the same. @see RFC 7643 §2.2 */
export function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
