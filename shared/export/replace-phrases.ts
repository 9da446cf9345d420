// Replaces phrases where they stand as words, upper and lower case alike, the longest that fits. A pattern of all of them
// would be tried in full at each place of each text; here each word of a text is looked up once, however many there are.

const WORD = /[\p{L}\p{N}]+/gu;
const BEFORE = /[\p{L}\p{N}]$/u;
const AFTER = /^[\p{L}\p{N}]/u;

/** The phrases of one length and place that begin with the same word. */
interface Phrases {
  readonly length: number;
  /** What stands before the first word. */
  readonly lead: number;
  readonly folded: Set<string>;
}

/** A phrase without a letter or digit is left where it stands: it names nobody. */
export function createPhraseReplacer(
  phrases: readonly string[],
  replacementOf: (found: string) => string,
): (text: string) => string {
  const byFirstWord = sortByFirstWord(phrases);
  return function replacePhrases(text) {
    if (byFirstWord.size === 0) return text;
    let replaced = '';
    let done = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const start = (same: Phrases) => index - same.lead;
      const found = byFirstWord
        .get(fold(word))
        ?.find((same) => start(same) >= done && standsAt(text, start(same), same));
      if (found === undefined) continue;
      const end = start(found) + found.length;
      replaced += text.slice(done, start(found)) + replacementOf(text.slice(start(found), end));
      done = end;
    }
    return done === 0 ? text : replaced + text.slice(done);
  };
}

/** The longest first: a full name is replaced before its parts. */
function sortByFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly Phrases[]> {
  const sorted = phrases.toSorted((one, other) => other.length - one.length);
  const found = new Map<string, Phrases[]>();
  for (const phrase of sorted) {
    const first = phrase.matchAll(WORD).next().value;
    if (first !== undefined) add(found, fold(first[0]), { phrase, lead: first.index });
  }
  return found;
}

function add(
  found: Map<string, Phrases[]>,
  word: string,
  { phrase, lead }: { readonly phrase: string; readonly lead: number },
): void {
  const { length } = phrase;
  const lists = found.get(word) ?? [];
  const same = lists.find((one) => one.length === length && one.lead === lead);
  if (same === undefined)
    found.set(word, [...lists, { length, lead, folded: new Set([fold(phrase)]) }]);
  else same.folded.add(fold(phrase));
}

function standsAt(text: string, start: number, { folded, length }: Phrases): boolean {
  const end = start + length;
  return (
    folded.has(fold(text.slice(start, end))) &&
    !BEFORE.test(text.slice(Math.max(0, start - 2), start)) &&
    !AFTER.test(text.slice(end, end + 2))
  );
}

function fold(text: string): string {
  return text.toLowerCase();
}
