// How words are found in texts, here and in the search index of the store (FTS5, tokenizer `unicode61`): letters and
// digits make words, anything else separates them, case does not count. The words that are asked for must stand side by
// side, and the last one may go on: `adele.va` finds `Adele.Vance@contoso.com`, `vance` finds it too, `ance` does not.

const WORD = /[\p{L}\p{N}\p{Co}]+/gu;

/** The words of a text, folded; none in a text without letters and digits. */
export function readWords(text: string): readonly string[] {
  return foldText(text).match(WORD) ?? [];
}

/** Lower case after NFC, independent of any locale. */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** Whether a text holds the phrase; a phrase without words is in no text. */
export function createWordMatcher(phrase: string): (text: string) => boolean {
  const words = readWords(phrase);
  if (words.length === 0) return () => false;
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}\p{Co}])${words.join(String.raw`[^\p{L}\p{N}\p{Co}]+`)}`,
    'u',
  );
  return (text) => pattern.test(foldText(text));
}
