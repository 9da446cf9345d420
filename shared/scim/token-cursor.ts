// A walk over the tokens of one filter: what the recursive descent in parse-filter.ts and parse-patch-path.ts stands on.
import { FilterSyntaxError } from './filter-syntax-error.ts';
import { tokenizeFilter, type Token, type TokenKind } from './tokenize-filter.ts';

export interface TokenCursor {
  peek(): Token;
  take(): Token;
  /** Takes a token of that kind, or throws. */
  expect(kind: TokenKind, what: string): Token;
  /** Takes the next word when it is that keyword, in any case. */
  takeKeyword(keyword: string): boolean;
}

export function createTokenCursor(text: string): TokenCursor {
  const tokens = tokenizeFilter(text);
  const end: Token = { kind: 'end', text: '', position: text.length };
  let index = 0;

  const peek = () => tokens[index] ?? end;
  const take = () => {
    const token = peek();
    index += 1;
    return token;
  };
  return {
    peek,
    take,
    expect: (kind, what) => {
      if (peek().kind !== kind) throw unexpectedToken(peek(), what);
      return take();
    },
    takeKeyword: (keyword) => {
      const { kind, text: word } = peek();
      const isKeyword = kind === 'word' && word.toLowerCase() === keyword;
      if (isKeyword) index += 1;
      return isKeyword;
    },
  };
}

/** `what` was expected where this token stands: `an operator after "userName"`. */
export function unexpectedToken(token: Token, what: string): FilterSyntaxError {
  const found = token.kind === 'end' ? 'the end' : JSON.stringify(shorten(token.text));
  return new FilterSyntaxError(`Expected ${what}, found ${found}`, token.position);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
