// When a dateTime is (RFC 7643 §2.3.5): the same instant may be written in many time zones and precisions.

const DATE_TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/i;
const WITHOUT_ZONE = /T[\d:.]+$/i;

/**
 * Milliseconds since 1970-01-01T00:00:00Z; undefined when the text is no dateTime. Without a time zone it is UTC; a date
 * alone is its first instant.
 */
export function parseInstant(text: string): number | undefined {
  if (!DATE_TIME.test(text)) return undefined;
  const instant = Date.parse(WITHOUT_ZONE.test(text) ? `${text}Z` : text);
  return Number.isNaN(instant) ? undefined : instant;
}
