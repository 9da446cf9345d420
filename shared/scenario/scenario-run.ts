// Runs of scenarios that the admin API starts. They live as long as the server; the newest are kept.
import { z } from 'zod';
import { ScenarioOutcome, ScenarioReport, StepResult } from './report.ts';
import { Scenario, ScenarioScreen } from './scenario.ts';

/** waiting: for the next step to be asked for. ending: what it made is being removed. */
export const ScenarioRunState = z.enum(['running', 'waiting', 'ending', 'ended']);
export type ScenarioRunState = z.infer<typeof ScenarioRunState>;

export const ScenarioRun = z.object({
  id: z.string(),
  /** Id of the scenario; of a file that was opened the one in it. */
  scenario: z.string(),
  title: z.string(),
  startedAt: z.iso.datetime(),
  state: ScenarioRunState,
  /** Null until it has ended. */
  outcome: ScenarioOutcome.nullable(),
  /** Steps that have been carried out. */
  done: z.int(),
  total: z.int(),
  failed: z.int(),
  /** Slug of the tenant, and id of the application; null until they are made, and when they are gone. */
  tenant: z.string().nullable(),
  application: z.string().nullable(),
});
export type ScenarioRun = z.infer<typeof ScenarioRun>;

export const ScenarioRunDetails = ScenarioRun.extend({
  steps: z.array(StepResult),
  /** Why it could not begin; null where it did. */
  problem: z.string().nullable(),
  report: ScenarioReport.nullable(),
});
export type ScenarioRunDetails = z.infer<typeof ScenarioRunDetails>;

/** Newest first. */
export const ScenarioRunList = z.object({ runs: z.array(ScenarioRun) });

/** A scenario of the library in a line. */
export const ScenarioSummary = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  steps: z.int(),
  /** The newest run that ended. */
  lastRun: ScenarioRun.nullable(),
});
export type ScenarioSummary = z.infer<typeof ScenarioSummary>;

/** In the order in which they are best shown. */
export const ScenarioLibrary = z.object({ scenarios: z.array(ScenarioSummary) });

/** A step before it is carried out, its actions and expectations in words. */
export const PlannedStep = z.object({
  title: z.string(),
  narration: z.string(),
  screen: ScenarioScreen.nullable(),
  actions: z.array(z.string()),
  expectations: z.array(z.string()),
});
export type PlannedStep = z.infer<typeof PlannedStep>;

export const ScenarioDetails = z.object({
  scenario: Scenario,
  steps: z.array(PlannedStep),
  /** The file as it is. */
  text: z.string(),
});
export type ScenarioDetails = z.infer<typeof ScenarioDetails>;

export const ScenarioFile = z.object({
  fileName: z.string().min(1).max(255),
  text: z.string().min(1).max(1_000_000),
});
export type ScenarioFile = z.infer<typeof ScenarioFile>;

export const ScenarioRunStart = z.object({
  scenario: z.union([
    /** Of the library. */
    z.strictObject({ id: z.string() }),
    z.strictObject({ file: ScenarioFile }),
  ]),
  /** `steps`: after each it waits until the next is asked for. */
  mode: z.enum(['all', 'steps']).default('all'),
  /** Whether tenant, application and people stay when it ends. */
  keep: z.boolean().default(false),
});
export type ScenarioRunStart = z.infer<typeof ScenarioRunStart>;

export const ScenarioReportFormat = z.enum(['json', 'junit']);

export const ScenarioReportFile = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  text: z.string(),
});
export type ScenarioReportFile = z.infer<typeof ScenarioReportFile>;

export const ScenarioRecordingOrder = z.object({
  /** Of the request log; they are taken in the order of their arrival. */
  requests: z.array(z.int()).min(1).max(500),
  title: z.string().trim().min(1).max(120).default('Recorded requests'),
});
export type ScenarioRecordingOrder = z.infer<typeof ScenarioRecordingOrder>;

export const ScenarioRecording = ScenarioFile.extend({
  /** Requests that could not be taken, and why. */
  left: z.array(z.object({ id: z.int(), reason: z.string() })),
});
export type ScenarioRecording = z.infer<typeof ScenarioRecording>;
