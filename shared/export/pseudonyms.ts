// Pseudonyms for people: the same value gets the same one as long as a table lives, upper and lower case alike, so that
// what belongs together still does. They are counted, not computed: nothing of a value can be read from its pseudonym.
import { createPhraseReplacer } from './replace-phrases.ts';

/** No address begins in the middle of what may be one: without this, a long text without `@` takes quadratic time. */
const EMAIL = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

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
  function hider(values: readonly string[]): (text: string) => string {
    const replacePhrases = createPhraseReplacer(values, pseudonymOf);
    return function hide(text) {
      const addressed = text.includes('@') ? text.replace(EMAIL, pseudonymOf) : text;
      return replacePhrases(addressed);
    };
  }

  return { hider };
}
