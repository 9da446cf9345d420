// A filter in stretches to be coloured. What does not parse yet is coloured as far as it goes.
import { isTokenName } from '../../../../shared/request-filter/filter-tokens.ts';
import {
  tokenizeRequestFilter,
  type Piece,
} from '../../../../shared/request-filter/tokenize-request-filter.ts';
import { FilterSyntaxError } from '../../../../shared/scim/filter-syntax-error.ts';

export interface FilterSpan {
  readonly text: string;
  readonly kind: 'plain' | 'name' | 'value' | 'keyword' | 'wrong';
}

/** Joined, the spans are the text. */
export function readFilterSpans(
  text: string,
  problemAt: number | undefined,
): readonly FilterSpan[] {
  const spans: FilterSpan[] = [];
  let end = 0;
  for (const piece of readPieces(text)) {
    if (piece.kind === 'end') break;
    if (piece.from > end) spans.push({ text: text.slice(end, piece.from), kind: 'plain' });
    spans.push(...readPiece(text, piece, problemAt));
    end = piece.to;
  }
  const rest = text.slice(end);
  const isWrong = problemAt !== undefined && problemAt >= end && rest.trim() !== '';
  if (rest !== '') spans.push({ text: rest, kind: isWrong ? 'wrong' : 'plain' });
  return spans;
}

function readPiece(
  text: string,
  piece: Piece,
  problemAt: number | undefined,
): readonly FilterSpan[] {
  const whole = text.slice(piece.from, piece.to);
  if (problemAt !== undefined && problemAt >= piece.from && problemAt < piece.to) {
    return [{ text: whole, kind: 'wrong' }];
  }
  if (piece.kind !== 'word') return [{ text: whole, kind: 'keyword' }];
  const isKeyword = !piece.isQuoted && /^(?:and|or|not|not:)$/i.test(whole);
  if (isKeyword) return [{ text: whole, kind: 'keyword' }];
  if (piece.name === undefined || !isTokenName(piece.name)) return [{ text: whole, kind: 'plain' }];
  return [
    { text: text.slice(piece.from, piece.valueFrom), kind: 'name' },
    { text: text.slice(piece.valueFrom, piece.to), kind: 'value' },
  ];
}

/** Up to an open quote, where there is one. */
function readPieces(text: string): readonly Piece[] {
  try {
    return tokenizeRequestFilter(text);
  } catch (error) {
    if (!(error instanceof FilterSyntaxError) || error.position === 0) return [];
    return readPieces(text.slice(0, error.position).trimEnd());
  }
}
