// Limits that discovery announces and the provider keeps.

/** Resources in one page at most: `filter.maxResults`. @see RFC 7643 §5 */
export const MAX_RESULTS = 1000;
