// Which function call the cursor stands in, for help on its parameters while it is written.
import { ExpressionError } from './expression-error.ts';
import { tokenizeExpression, type ExpressionToken } from './tokenize-expression.ts';

export interface ActiveCall {
  readonly name: string;
  /** Of the argument that the cursor stands in, from 0. */
  readonly argument: number;
}

/** The innermost call whose brackets hold the position; undefined: none. */
export function findActiveCall(text: string, position: number): ActiveCall | undefined {
  const open: (ActiveCall | null)[] = [];
  let before: ExpressionToken | undefined;
  for (const token of readTokens(text.slice(0, position))) {
    if (token.kind === '(') {
      open.push(before?.kind === 'word' ? { name: before.value, argument: 0 } : null);
    } else if (token.kind === ')') open.pop();
    else if (token.kind === ',') {
      const last = open.pop();
      if (last !== undefined) open.push(last && { ...last, argument: last.argument + 1 });
    }
    before = token;
  }
  return open.at(-1) ?? undefined;
}

/** Up to where it cannot be read, as in the middle of a text that is being written. */
function readTokens(text: string): readonly ExpressionToken[] {
  try {
    return tokenizeExpression(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return error.position === 0 ? [] : readTokens(text.slice(0, error.position));
  }
}
