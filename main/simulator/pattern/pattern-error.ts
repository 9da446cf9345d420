// A regular expression that cannot be used: it is no .NET pattern, has a construct that has no counterpart here, or
// took too long. Callers turn it into their own error, or into a clause that does not hold.

export class PatternError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PatternError';
  }
}
