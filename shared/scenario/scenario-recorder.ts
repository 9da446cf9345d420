// The recorder of stories: what is done by the admin API while it runs becomes the steps of a scenario.
import { z } from 'zod';
import { ScenarioFile } from './scenario-run.ts';

/** interrupted: the server ended while it recorded; what there was until then is kept. */
export const ScenarioRecorderPhase = z.enum(['idle', 'recording', 'interrupted']);

export const ScenarioRecorderState = z.object({
  phase: ScenarioRecorderPhase,
  /** Null while it is idle. */
  startedAt: z.iso.datetime().nullable(),
  /** Titles of the steps, in order. */
  steps: z.array(z.string()),
  /** What was done and is no step, each in a sentence. */
  left: z.array(z.string()),
});
export type ScenarioRecorderState = z.infer<typeof ScenarioRecorderState>;

export const ScenarioRecorderStart = z.object({
  /** The enterprise application that the story is about. Without it, the first that something is done to. */
  application: z.uuid().optional(),
});

export const ScenarioRecorderStop = z.object({
  title: z.string().trim().min(1).max(120).default('A recorded story'),
});

export const RecordedStory = ScenarioFile.extend({
  steps: z.int(),
  left: z.array(z.string()),
});
export type RecordedStory = z.infer<typeof RecordedStory>;
