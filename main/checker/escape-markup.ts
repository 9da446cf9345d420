// Text in XML and HTML: what means markup is written as a reference, what XML 1.0 §2.2 knows no character for is dropped.

export function escapeMarkup(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
