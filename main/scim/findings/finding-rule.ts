// A rule of the linter: what is said about it, and the pure function that looks for it.
import type { FindingRule } from '../../../shared/admin/finding.ts';
import type { ExchangeView } from './exchange-view.ts';

/** Something that a rule found. */
export interface Hit {
  readonly message: string;
  readonly path?: string;
}

export interface Rule extends Omit<FindingRule, 'entra' | 'where'> {
  readonly entra?: string;
  readonly find: (view: ExchangeView) => readonly Hit[];
}

/** Rules of one subject, passed over together where the subject is absent. */
export interface RuleGroup {
  readonly where: FindingRule['where'];
  readonly applies: (view: ExchangeView) => boolean;
  readonly rules: readonly Rule[];
}

export const NO_HITS: readonly Hit[] = [];

/** One hit when the condition holds. `path` is left out when it is empty. */
export function hitIf(isFound: boolean, message: string, path = ''): readonly Hit[] {
  if (!isFound) return NO_HITS;
  return [path === '' ? { message } : { message, path }];
}
