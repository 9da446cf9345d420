// What a run of the conformance checker says, in the admin API and in the JSON file of `npm run check:scim`.
import { z } from 'zod';

/** Binding of the clause behind a check; `INTEROP` is in no RFC, but real clients need it. */
export const CheckGrade = z.enum(['MUST', 'SHOULD', 'MAY', 'INTEROP']);
export type CheckGrade = z.infer<typeof CheckGrade>;

/** `rfc`: what the RFCs ask for. `entra`: what Entra's provisioning service needs beside it, INTEROP as binding as MUST. */
export const CheckPreset = z.enum(['rfc', 'entra']);
export type CheckPreset = z.infer<typeof CheckPreset>;

/** One request and its answer, tokens masked, long bodies cut. */
export const CheckedExchange = z.object({
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
  }),
  /** `null` where none came; `problem` says why. */
  response: z
    .object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.string() })
    .nullable(),
  problem: z.string().nullable(),
  durationMs: z.number(),
});
export type CheckedExchange = z.infer<typeof CheckedExchange>;

export const CheckOutcome = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('passed'),
    /** What was measured, where the claim is about a number. */
    measured: z.string().optional(),
  }),
  z.object({
    status: z.literal('failed'),
    expected: z.string(),
    got: z.string(),
    /** What to do about it, in one sentence. */
    advice: z.string(),
    evidence: z.array(CheckedExchange).readonly(),
  }),
  z.object({ status: z.literal('skipped'), reason: z.string() }),
]);
export type CheckOutcome = z.infer<typeof CheckOutcome>;

export const CheckResult = z.object({
  /** Such as `F6`: section and number. */
  id: z.string(),
  section: z.string(),
  title: z.string(),
  grade: CheckGrade,
  /** The clause or vendor page. */
  source: z.string(),
  durationMs: z.number(),
  outcome: CheckOutcome,
});
export type CheckResult = z.infer<typeof CheckResult>;

export const CheckCounts = z.object({ passed: z.int(), failed: z.int(), skipped: z.int() });
export type CheckCounts = z.infer<typeof CheckCounts>;

export const CheckReport = z.object({
  target: z.string(),
  preset: CheckPreset,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /** `stopped`: the target could not be checked any further, `problem` says why. */
  state: z.enum(['finished', 'cancelled', 'stopped']),
  problem: z.string().nullable(),
  /** Whether every check that binds under the preset and could be run has passed. */
  conforms: z.boolean(),
  requests: z.int(),
  /** Resources of the run that the target did not let go, as paths below it. */
  leftBehind: z.array(z.string()).readonly(),
  totals: z.record(CheckGrade, CheckCounts),
  results: z.array(CheckResult).readonly(),
});
export type CheckReport = z.infer<typeof CheckReport>;

/** Whether a failure of the grade is a failure of the run. */
export function isBinding(grade: CheckGrade, preset: CheckPreset): boolean {
  return grade === 'MUST' || (grade === 'INTEROP' && preset === 'entra');
}
