// A rule of the linter: what is said about it, and the pure function that looks for it.
import type { FindingRule } from '../../../shared/admin/finding.ts';
import type { ExchangeView } from './exchange-view.ts';
import type { Hit } from './hit.ts';

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
