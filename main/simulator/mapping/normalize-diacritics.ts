// Letters without their marks, by the table that Microsoft publishes; a letter that is not in it stays as it is.
// @see https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#normalizediacritics

/** Lower case; the capitals follow from it. Marks of a cluster may stand in several code points. */
const TABLE: Readonly<Record<string, string>> = {
  a: 'ä à â ã å á ą ă ā ā́ ā̀ ā̂ ā̃ ǟ ā̈ ǡ a̱ å̄',
  ae: 'æ ǣ',
  c: 'ç č ć c̄ c̱',
  d: 'ď d̄ ḏ',
  e: 'ë è é ê ę ě ė ē ḗ ḕ ē̂ ē̃ ê̄ e̱ ë̄ e̊̄',
  g: 'ğ ḡ g̱',
  i: 'ï î ì í ı ī ī́ ī̀ ī̂ ī̃ i̱',
  l: 'ľ ł l̄ ḹ ḻ',
  n: 'ñ ń ň n̄ ṉ',
  o: 'ö ò ő õ ô ó ō ṓ ṑ ō̂ ō̃ ȫ ō̈ ǭ ȭ ȱ o̱',
  oe: 'ø ø̄ œ œ̄',
  r: 'ř r̄ ṟ ṝ',
  ss: 'ß',
  s: 'š ś ș ş s̄ s̱',
  t: 'ť ț t̄ ṯ',
  u: 'ü ù û ú ů ű ū ū́ ū̀ ū̂ ū̃ u̇̄ ǖ ṻ ṳ̄ u̱',
  y: 'ÿ ý ȳ ȳ́ ȳ̀ ȳ̃ y̱',
  z: 'ź ž ż z̄ ẕ',
};

/** By the decomposed cluster. */
const PLAIN = new Map(
  Object.entries(TABLE).flatMap(([plain, clusters]) =>
    clusters.split(' ').flatMap((cluster): [string, string][] => {
      const capital = cluster === 'ı' || cluster === 'ß' ? undefined : cluster.toUpperCase();
      const lower: [string, string] = [cluster.normalize('NFD'), plain];
      return capital === undefined
        ? [lower]
        : [lower, [capital.normalize('NFD'), plain.toUpperCase()]];
    }),
  ),
).set('İ'.normalize('NFD'), 'I');

export function normalizeDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\P{M}\p{M}*/gu, (cluster) => PLAIN.get(cluster) ?? cluster)
    .normalize('NFC');
}
