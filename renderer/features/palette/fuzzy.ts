// How well typed text fits a title: whole words before beginnings of words before letters in order. Case and accents
// do not count.

export interface Candidate {
  readonly title: string;
  /** Other words to find it by; they count less. */
  readonly words?: string | undefined;
}

/** 0 = no fit; more is better. Every typed word must fit somewhere. */
export function scoreOf(typed: string, { title, words = '' }: Candidate): number {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return 1;
  const scores = wanted.map((word) =>
    Math.max(scoreWord(word, fold(title)), scoreWord(word, fold(words)) * 0.6),
  );
  if (scores.includes(0)) return 0;
  const sum = scores.reduce((total, score) => total + score, 0);
  return sum / wanted.length - title.length / 1000;
}

/** The fitting candidates, best first; those that fit equally keep their order. */
export function rank<Item extends Candidate>(typed: string, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, score: scoreOf(typed, item) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

function scoreWord(word: string, text: string): number {
  if (text === '') return 0;
  if (text === word) return 10;
  if (text.startsWith(word)) return 8;
  const at = text.indexOf(word);
  if (at > 0) return /[\s:./-]/.test(text[at - 1] ?? '') ? 7 : 4;
  return scoreLetters(word, text);
}

/** Letters in order, first letters of words worth more: `cte` fits "Create a tenant". */
function scoreLetters(word: string, text: string): number {
  if (word.length < 2) return 0;
  let from = 0;
  let starts = 0;
  for (const letter of word) {
    const at = text.indexOf(letter, from);
    if (at === -1) return 0;
    if (at === 0 || /[\s:./-]/.test(text[at - 1] ?? '')) starts += 1;
    from = at + 1;
  }
  const isTight = starts >= word.length / 2;
  return isTight ? 2 + starts / word.length : 0;
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
