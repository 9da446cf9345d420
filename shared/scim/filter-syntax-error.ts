// What the filter and PATCH path parsers throw. It is a class although our only other one is ScimError: the parser
// also runs in the UI, which knows no SCIM statuses, and `instanceof` is what lets a caller tell "this text is wrong"
// from a bug. The provider turns it into `invalidFilter` or `invalidPath`.

export class FilterSyntaxError extends Error {
  /** Offset of the offending character in the text, from 0. */
  readonly position: number;

  constructor(message: string, position: number) {
    super(`${message} (character ${position + 1})`);
    this.name = 'FilterSyntaxError';
    this.position = position;
  }
}
