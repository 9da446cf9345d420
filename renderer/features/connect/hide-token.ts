// How a secret token looks while it is hidden: always as long, and with an end to recognise it by only where that end
// is a small part of it. The request log masks by the same measure.

const DOTS = '•'.repeat(20);

export function hideToken(token: string): string {
  return token.length < 12 ? DOTS : DOTS + token.slice(-4);
}
