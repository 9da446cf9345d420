// Upper, lower and proper case as .NET does it: letter for letter, without special cases such as ß, unless a culture
// has rules of its own.

export function changeCase(
  text: string,
  letterCase: 'lower' | 'upper',
  culture: string | null,
): string {
  if (culture !== null) {
    return letterCase === 'lower'
      ? text.toLocaleLowerCase(culture)
      : text.toLocaleUpperCase(culture);
  }
  return Array.from(text, (char) => {
    const changed = letterCase === 'lower' ? char.toLowerCase() : char.toUpperCase();
    return changed.length === char.length ? changed : char;
  }).join('');
}

/** A word begins with a letter; .NET's ToTitleCase goes on through apostrophes and digits. */
const TITLE_WORD = /\p{L}(?:'|[^\p{Z}\p{C}\p{P}\p{Sm}\p{Sc}\p{Sk}\p{So}])*/gu;

/** `separators`: only these part words; null: all that .NET takes for separators. */
export function toProperCase(text: string, separators: string | null): string {
  const lower = changeCase(text, 'lower', null);
  if (separators === null) return lower.replace(TITLE_WORD, capitalize);
  let isStart = true;
  return Array.from(lower, (char) => {
    const changed = isStart ? changeCase(char, 'upper', null) : char;
    isStart = separators.includes(char);
    return changed;
  }).join('');
}

function capitalize(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return changeCase(first, 'upper', null) + word.slice(first.length);
}
