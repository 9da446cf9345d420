// Actions, expectations and steps as they are recorded: what a file may leave out is left out.
import type { z } from 'zod';
import type { ScenarioAction } from '../../../shared/scenario/actions.ts';
import type { ScenarioExpectation } from '../../../shared/scenario/expectations.ts';
import type { ScenarioScreen } from '../../../shared/scenario/scenario.ts';

export type ActionDraft = z.input<typeof ScenarioAction>;
export type ExpectationDraft = z.input<typeof ScenarioExpectation>;

export interface StepDraft {
  readonly title: string;
  readonly narration: string;
  readonly screen: ScenarioScreen;
  readonly actions: readonly ActionDraft[];
  readonly expectations: readonly ExpectationDraft[];
}
