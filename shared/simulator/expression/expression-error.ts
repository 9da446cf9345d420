// What the expression language throws, when it reads a text and when it evaluates it. `instanceof` tells "this
// expression is wrong, or fails for this object" from a bug, in the server and in the editor alike.

export class ExpressionError extends Error {
  /** Offset of the offending character in the expression, from 0. */
  readonly position: number;

  constructor(message: string, position: number) {
    super(`${message} (character ${position + 1}).`);
    this.name = 'ExpressionError';
    this.position = position;
  }
}
