// URLs for people to read; what is sent or copied stays as it is.

/** A URL as people read it: filters without percent signs. */
export function readUrl(url: string): string {
  try {
    return decodeURIComponent(url.replaceAll('+', ' '));
  } catch {
    return url; // percent signs that stand for themselves
  }
}
