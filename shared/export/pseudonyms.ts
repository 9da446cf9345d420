// Pseudonyms for people: the same value gets the same one as long as a table lives, upper and lower case alike, so that
// what belongs together still does. They are counted, not computed: nothing of a value can be read from its pseudonym.

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

export type Pseudonyms = ReturnType<typeof createPseudonyms>;

export function createPseudonyms() {
  const known = new Map<string, string>();
  let addresses = 0;
  let names = 0;

  function pseudonymOf(value: string): string {
    const key = value.toLowerCase();
    const there = known.get(key);
    if (there !== undefined) return there;
    const isAddress = value.match(EMAIL)?.[0] === value;
    const made = isAddress ? `person${(addresses += 1)}@example.com` : `name-${(names += 1)}`;
    known.set(key, made);
    return made;
  }

  /** Replaces e-mail addresses, and these values where they stand as words. */
  function hideIn(text: string, values: readonly string[]): string {
    const addressed = text.replace(EMAIL, pseudonymOf);
    const pattern = wordPattern(values);
    return pattern === undefined ? addressed : addressed.replace(pattern, pseudonymOf);
  }

  return { pseudonymOf, hideIn };
}

/** The longest first: a full name is replaced before its parts. */
function wordPattern(values: readonly string[]): RegExp | undefined {
  const words = values
    .filter((value) => value.length > 1)
    .toSorted((one, other) => other.length - one.length)
    .map((value) => value.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
  if (words.length === 0) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
