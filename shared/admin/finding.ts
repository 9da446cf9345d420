// Findings: what is off in a recorded exchange, told by rules that say why it matters.
import { z } from 'zod';

/** error: against a MUST, something will fail; warning: departs from the RFC; notice: allowed, but good to know. */
export const FindingSeverity = z.enum(['error', 'warning', 'notice']);
export type FindingSeverity = z.infer<typeof FindingSeverity>;

export const FindingSide = z.enum(['request', 'response']);
export type FindingSide = z.infer<typeof FindingSide>;

export const Finding = z.object({
  /** Of the rule; stable from release to release. */
  ruleId: z.string(),
  severity: FindingSeverity,
  where: FindingSide,
  /** One sentence that names the value. Secrets are left out. */
  message: z.string(),
  /** Place in the body (`emails[0].primary`, `Operations[1].path`), a header or a query parameter. */
  path: z.string().optional(),
});
export type Finding = z.infer<typeof Finding>;

/** How many findings a request has. */
export const FindingCounts = z.object({ error: z.int(), warning: z.int(), notice: z.int() });
export type FindingCounts = z.infer<typeof FindingCounts>;

export const FindingRule = z.object({
  id: z.string(),
  severity: FindingSeverity,
  where: FindingSide,
  /** What is off, in general. */
  title: z.string(),
  /** Why it matters, and what to do about it. */
  why: z.string(),
  /** RFC section or vendor page. */
  source: z.string(),
  /** How Microsoft Entra behaves around it; null where nothing is known. */
  entra: z.string().nullable(),
});
export type FindingRule = z.infer<typeof FindingRule>;

export const FindingRuleList = z.object({ rules: z.array(FindingRule) });
export type FindingRuleList = z.infer<typeof FindingRuleList>;

export const TopFindingsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(20),
  /** Looks at the newest requests alone, so many of them; absent = at the whole log. */
  newest: z.coerce.number().int().min(1).optional(),
});
export type TopFindingsQuery = z.infer<typeof TopFindingsQuery>;

/** A rule and the requests in the log that it has found something in. */
export const TopFinding = z.object({
  ruleId: z.string(),
  severity: FindingSeverity,
  requests: z.int(),
  lastRequestId: z.int(),
});
export type TopFinding = z.infer<typeof TopFinding>;

/** Errors first, then by the number of requests. */
export const TopFindings = z.object({ findings: z.array(TopFinding) });
export type TopFindings = z.infer<typeof TopFindings>;
