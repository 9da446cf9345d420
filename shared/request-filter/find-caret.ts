// What stands at the caret of a filter box: a name that is being typed, or the value of a token. Texts that do not parse
// yet are read all the same.
import { isTokenName, type TokenName } from './filter-tokens.ts';
import { FilterSyntaxError } from '../scim/filter-syntax-error.ts';
import { tokenizeRequestFilter, type Piece } from './tokenize-request-filter.ts';

export interface Caret {
  /** The token whose value is being typed; null where a name or a word is. */
  readonly token: TokenName | null;
  /** What has been typed of it, up to the caret. */
  readonly typed: string;
  /** The text that a completion replaces. */
  readonly from: number;
  readonly to: number;
  /** The rest of the filter, without what is being typed. */
  readonly rest: string;
}

export function findCaret(text: string, caret: number): Caret {
  const at = Math.min(caret, text.length);
  const piece = piecesOf(text).find(
    ({ from, to, kind }) => kind === 'word' && from < at && at <= to,
  );
  if (piece?.kind !== 'word' || piece.name === 'not') {
    return {
      token: null,
      typed: '',
      from: at,
      to: at,
      rest: `${text.slice(0, at)} ${text.slice(at)}`.trim(),
    };
  }
  const { name, from, to, valueFrom } = piece;
  const isValue = name !== undefined && isTokenName(name) && at >= valueFrom;
  const begin = isValue ? valueFrom : from;
  return {
    token: isValue ? name : null,
    typed: text.slice(begin, at).replace(/^"/, ''),
    from: begin,
    to,
    rest: `${text.slice(0, from)} ${text.slice(to)}`.trim(),
  };
}

/** An open quote goes to the end. */
function piecesOf(text: string): readonly Piece[] {
  try {
    return tokenizeRequestFilter(text);
  } catch (error) {
    if (!(error instanceof FilterSyntaxError) || error.position >= text.length) return [];
    return tokenizeRequestFilter(`${text}"`);
  }
}
