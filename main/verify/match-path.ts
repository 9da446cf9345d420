// Patterns of paths: `*` is one segment or a part of one, `**` anything. Piece by piece over all places at once, so that
// no pattern takes more time than its length times that of the path; as an expression, a dozen `**` never came to an end.

/** A slash at the end does not count, neither here nor there. */
export function matchesPath(pattern: string, path: string): boolean {
  const text = withoutTail(path);
  const pieces = withoutTail(pattern)
    .split(/(\*{2,}|\*)/)
    .filter((piece) => piece !== '');
  let places: readonly number[] = [0];
  for (const piece of pieces) places = placesAfter(piece, text, places);
  return places.at(-1) === text.length;
}

/** Where a piece can end that begins at one of `places`, in rising order. */
function placesAfter(piece: string, text: string, places: readonly number[]): readonly number[] {
  if (piece === '*') return afterSegment(text, new Set(places));
  if (!piece.startsWith('*')) {
    return places.filter((at) => text.startsWith(piece, at)).map((at) => at + piece.length);
  }
  const [first] = places;
  if (first === undefined) return [];
  return Array.from({ length: text.length + 1 - first }, (_, index) => first + index);
}

/** One character and more, none of them a slash. */
function afterSegment(text: string, places: ReadonlySet<number>): readonly number[] {
  const ends: number[] = [];
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    isInside = text.charAt(at) !== '/' && (isInside || places.has(at));
    if (isInside) ends.push(at + 1);
  }
  return ends;
}

function withoutTail(path: string): string {
  let end = path.length;
  while (end > 1 && path.charAt(end - 1) === '/') end -= 1;
  return path.slice(0, end);
}
