// What came of a run of a scenario, step by step: what was done, what was expected, what was seen.
import { z } from 'zod';
import { ScenarioScreen } from './scenario.ts';

export const ActionResult = z.object({
  /** What was to be done, in a sentence. */
  text: z.string(),
  outcome: z.enum(['done', 'refused']),
  /** What came of it, or why it was refused. */
  detail: z.string(),
  durationMs: z.number(),
});
export type ActionResult = z.infer<typeof ActionResult>;

export const ExpectationResult = z.object({
  /** What was to be seen, in a sentence. */
  text: z.string(),
  passed: z.boolean(),
  seen: z.string(),
});
export type ExpectationResult = z.infer<typeof ExpectationResult>;

/** broken: an action was refused, so that nothing after it means anything. */
export const StepState = z.enum(['waiting', 'running', 'passed', 'failed', 'broken', 'skipped']);
export type StepState = z.infer<typeof StepState>;

export const StepResult = z.object({
  title: z.string(),
  narration: z.string(),
  screen: ScenarioScreen.nullable(),
  state: StepState,
  actions: z.array(ActionResult),
  expectations: z.array(ExpectationResult),
  durationMs: z.number(),
});
export type StepResult = z.infer<typeof StepResult>;

export const ScenarioOutcome = z.enum(['passed', 'failed', 'broken', 'cancelled']);
export type ScenarioOutcome = z.infer<typeof ScenarioOutcome>;

export const ScenarioReport = z.object({
  scenario: z.string(),
  title: z.string(),
  seed: z.int(),
  outcome: ScenarioOutcome,
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  steps: z.array(StepResult),
  /** What could not be removed at the end. */
  leftBehind: z.array(z.string()),
});
export type ScenarioReport = z.infer<typeof ScenarioReport>;
