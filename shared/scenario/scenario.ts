// A scripted story: steps that do what a person would do, and say what there is to see afterwards. Files are YAML or JSON.
// A run has a tenant, an application and people of its own, and removes them at the end.
import { z } from 'zod';
import { PresetName, ProfileOverrides } from '../scim/profile/profile-setting.ts';
import { ScenarioAction } from './actions.ts';
import { ScenarioExpectation } from './expectations.ts';

/** A screen of the app that shows what a step is about. */
export const ScenarioScreen = z.enum([
  'integration',
  'requests',
  'users',
  'groups',
  'compose',
  'directory',
  'users-and-groups',
  'overview',
  'connectivity',
  'mapping',
  'on-demand',
  'logs',
  'audit',
  'mailbox',
  'discovery',
  'connections',
]);
export type ScenarioScreen = z.infer<typeof ScenarioScreen>;

export const ScenarioStep = z.strictObject({
  title: z.string().trim().min(1).max(120),
  /** What a presenter would say. */
  narration: z.string().trim().max(2_000).default(''),
  screen: ScenarioScreen.optional(),
  actions: z.array(ScenarioAction).max(200).default([]),
  expectations: z.array(ScenarioExpectation).max(100).default([]),
});
export type ScenarioStep = z.infer<typeof ScenarioStep>;

export const ScenarioId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters and digits, with "-" between');

export const Scenario = z.strictObject({
  id: ScenarioId,
  title: z.string().trim().min(1).max(120),
  summary: z.string().trim().min(1).max(2_000),
  /** The same seed makes the same people. */
  seed: z.int().min(0).max(2_147_483_647).default(1),
  /** The tenant that is provisioned into. */
  tenant: z
    .strictObject({ preset: PresetName.optional(), overrides: ProfileOverrides.optional() })
    .default({}),
  /** Whether the job has the tenant's URL and token from the start. */
  connected: z.boolean().default(true),
  steps: z.array(ScenarioStep).min(1).max(200),
});
export type Scenario = z.infer<typeof Scenario>;
