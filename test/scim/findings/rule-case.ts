// The form of a case: one exchange that breaks a rule, and one next to it that does not.
import type { ExchangeInit } from './build-exchange.ts';

/** Rule, what its message says, an exchange that it finds something in, one that it does not. */
export type RuleCase = readonly [id: string, says: RegExp, bad: ExchangeInit, good: ExchangeInit];
