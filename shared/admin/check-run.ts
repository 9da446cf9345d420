// Runs of the conformance checker that the admin API starts. They live as long as the server; the newest are kept.
import { z } from 'zod';
import { CheckGrade, CheckPreset, CheckReport } from '../checker/report.ts';

export const CheckTarget = z.union([
  /** A tenant of this workspace, by its slug. */
  z.strictObject({ tenant: z.string().min(1) }),
  /** Any SCIM base URL. */
  z.strictObject({ url: z.url({ protocol: /^https?$/ }), token: z.string().min(1) }),
]);
export type CheckTarget = z.infer<typeof CheckTarget>;

export const CheckRunStart = z.object({
  target: CheckTarget,
  preset: CheckPreset.default('rfc'),
  /** Sections (`F`) and checks (`F6`); empty means all. */
  only: z.array(z.string()).readonly().default([]),
});

export const CheckRunState = z.enum(['running', 'finished', 'cancelled', 'stopped']);

export const CheckRun = z.object({
  id: z.string(),
  target: z.string(),
  preset: CheckPreset,
  startedAt: z.iso.datetime(),
  state: CheckRunState,
  done: z.int(),
  total: z.int(),
  /** Checks that have failed so far, whatever their grade. */
  failed: z.int(),
});
export type CheckRun = z.infer<typeof CheckRun>;

export const CheckStatus = z.enum(['passed', 'failed', 'skipped']);
export type CheckStatus = z.infer<typeof CheckStatus>;

/** `report` is null while the run is under way. */
export const CheckRunDetails = CheckRun.extend({
  /** Ids of the checks of the run, in the order in which they are carried out. */
  checks: z.array(z.string()),
  /** How each check that has been carried out ended, by its id. */
  outcomes: z.record(z.string(), CheckStatus),
  report: CheckReport.nullable(),
});
export type CheckRunDetails = z.infer<typeof CheckRunDetails>;

/** Newest first. */
export const CheckRunList = z.object({ runs: z.array(CheckRun) });

/** One check as it can be chosen. */
export const CheckEntry = z.object({
  id: z.string(),
  section: z.string(),
  title: z.string(),
  grade: CheckGrade,
  /** The clause or vendor page. */
  source: z.string(),
  /** The one preset under which the claim holds; null: under both. */
  preset: CheckPreset.nullable(),
});
export type CheckEntry = z.infer<typeof CheckEntry>;

/** Every check, in the order in which they are carried out. */
export const CheckCatalogue = z.object({
  sections: z.array(z.object({ id: z.string(), name: z.string() })),
  checks: z.array(CheckEntry),
});
export type CheckCatalogue = z.infer<typeof CheckCatalogue>;

export const CheckReportFormat = z.enum(['json', 'junit', 'html']);
export type CheckReportFormat = z.infer<typeof CheckReportFormat>;

/** A report as a file to save. */
export const CheckReportFile = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  text: z.string(),
});
export type CheckReportFile = z.infer<typeof CheckReportFile>;
