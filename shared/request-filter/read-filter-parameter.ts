// The parts of a recorded request that the filter looks into: they are kept as they were on the wire.

/** The SCIM filter in a query, decoded; empty where there is none. */
export function readFilterParameter(query: string): string {
  for (const pair of query.split(/[&?]/)) {
    const equals = pair.indexOf('=');
    const isFilter = equals > 0 && pair.slice(0, equals).toLowerCase() === 'filter';
    if (isFilter) return decodeQuery(pair.slice(equals + 1));
  }
  return '';
}

/** Readable; a parameter that cannot be decoded stays as it is. */
export function decodeQuery(query: string): string {
  return query.replaceAll('+', ' ').replaceAll(/[^&?]+/g, decodePath);
}

export function decodePath(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
