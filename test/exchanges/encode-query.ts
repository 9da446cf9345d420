// Queries of the fixtures as they go on the wire.

/** Readable queries are encoded as Entra does: `+` for a space, `%22` for a quote. */
export function encodeQuery(query: string): string {
  if (/[+%]/.test(query)) return query;
  return query.replace(/=([^&]*)/g, (_, value: string) => {
    return `=${encodeURIComponent(value).replaceAll('%20', '+')}`;
  });
}
