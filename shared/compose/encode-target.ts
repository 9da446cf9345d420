// What a person writes in a path, as a request line can hold it.

/** Only what cannot stand there is encoded: spaces, quotes, letters beyond ASCII. */
export function encodeTarget(target: string): string {
  return target.replace(/[^\u0021-\u007E]|["<>\\^`{|}]/gu, (character) =>
    encodeURIComponent(character),
  );
}
