// Long text in pieces that a browser lays out one by one: whole lines where lines are short, else stretches of one.

const PIECE_LINES = 80;
const PIECE_CHARACTERS = 6000;

export interface TextPiece {
  readonly text: string;
  readonly lines: number;
}

/** Joined by line breaks, the pieces are the text; a line that is too long for a piece is broken. */
export function splitText(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let start = 0;
  while (start < text.length) {
    const end = findEnd(text, start);
    const piece = text.slice(start, end);
    pieces.push({ text: piece, lines: countLines(piece) });
    start = text.charAt(end) === '\n' ? end + 1 : end;
  }
  return pieces;
}

function findEnd(text: string, start: number): number {
  let end = start;
  for (let line = 0; line < PIECE_LINES; line += 1) {
    const next = text.indexOf('\n', line === 0 ? start : end + 1);
    if (next < 0) end = text.length;
    else if (next - start > PIECE_CHARACTERS && line > 0) return end;
    else end = next;
    if (next < 0 || end - start > PIECE_CHARACTERS) break;
  }
  return Math.min(end, start + PIECE_CHARACTERS);
}

function countLines(piece: string): number {
  let lines = 1;
  for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
