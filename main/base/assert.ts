// Claims about the program itself. A broken one is a programming error: it is not caught, the process ends with it.

/** Throws when `condition` does not hold; `claim` reads as what should have been true. */
export function invariant(condition: unknown, claim: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${claim}`);
}
