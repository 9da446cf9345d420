// Why an object passes the scoping filters or does not: the same figures for the preview, provision on demand and logs.
import { z } from 'zod';
import { ScopingClause } from './mapping.ts';

export const ClauseOutcome = ScopingClause.extend({
  /** As it was compared; null: no value. */
  sourceValue: z.string().nullable(),
  passed: z.boolean(),
  /** Why it could not be asked, such as a pattern that is none. */
  problem: z.string().nullable(),
});
export type ClauseOutcome = z.infer<typeof ClauseOutcome>;

export const FilterOutcome = z.object({
  title: z.string(),
  passed: z.boolean(),
  clauses: z.array(ClauseOutcome),
});
export type FilterOutcome = z.infer<typeof FilterOutcome>;

export const ScopeOutcome = z.object({ isInScope: z.boolean(), filters: z.array(FilterOutcome) });
export type ScopeOutcome = z.infer<typeof ScopeOutcome>;

/** Why the engine does not provision an object. `unassigned`: without a role that counts, too. */
export const OutOfScopeReason = z.enum(['deleted', 'accountDisabled', 'unassigned', 'outOfScope']);
export type OutOfScopeReason = z.infer<typeof OutOfScopeReason>;
