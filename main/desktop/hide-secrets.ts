// Takes out of a text what would let its reader in: secrets that are known, and whatever stands behind "Bearer".

export function hideSecrets(text: string, secrets: readonly string[]): string {
  const known = secrets.reduce((left, secret) => left.replaceAll(secret, '[hidden]'), text);
  return known.replaceAll(/Bearer\s+[\w.~+/=-]+/gi, 'Bearer [hidden]');
}
