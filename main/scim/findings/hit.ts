// What a rule has found, before it is told as a finding.

export interface Hit {
  readonly message: string;
  /** Place in a body, a header or a query parameter. */
  readonly path?: string;
}

export const NO_HITS: readonly Hit[] = [];

/** One hit when the condition holds. `path` is left out when it is empty. */
export function hitIf(isFound: boolean, message: string, path = ''): readonly Hit[] {
  if (!isFound) return NO_HITS;
  return [path === '' ? { message } : { message, path }];
}
