// One call of the admin API while a story is recorded: what is there before it is looked at, it is carried out, and its step made.
import { setTimeout as sleep } from 'node:timers/promises';
import { summaryOf } from '../../../shared/admin/open-api.ts';
import type { ParsedInput, RouteName, RouteOutput } from '../../../shared/admin/routes.ts';
import type { Logger } from '../../base/logger.ts';
import { findNewCycles, takeOwnCycles } from './own-cycles.ts';
import { findRecipe } from './recipes/all-recipes.ts';
import type { Story } from './story.ts';
import { tellLeftOut } from './tell-left-out.ts';

export interface WatchedCall<Name extends RouteName> {
  readonly name: Name;
  readonly input: ParsedInput<Name>;
}

export type CarryOut<Name extends RouteName> = () => RouteOutput<Name> | Promise<RouteOutput<Name>>;

/** Carries a call of the admin API out, seen or unseen. */
export type WatchCalls = <Name extends RouteName>(
  call: WatchedCall<Name>,
  carryOut: CarryOut<Name>,
) => Promise<RouteOutput<Name>>;

export interface Recording {
  readonly startedAt: string;
  readonly story: Story;
  readonly controller: AbortController;
  /** The steps that are being made, one after the other. Never rejects. */
  work: Promise<void>;
}

interface Watch {
  readonly recording: Recording;
  readonly logger: Logger;
  readonly onStep: (recording: Recording) => void;
}

/** So long a call is held until its step is made: a cycle of a large directory takes longer. */
const PATIENCE_MS = 5_000;

export async function watchCall<Name extends RouteName>(
  call: WatchedCall<Name>,
  carryOut: CarryOut<Name>,
  { recording, logger, onStep }: Watch,
): Promise<RouteOutput<Name>> {
  const { story } = recording;
  const guard = guardStory(call.name, story, logger);

  /** After what is under way; awaited for a while only. */
  function make(work: () => void | Promise<void>): Promise<unknown> {
    recording.work = recording.work.then(async () => {
      if (!story.signal.aborted) await guard(async () => work());
    });
    return Promise.race([recording.work, sleep(PATIENCE_MS, undefined, { ref: false })]);
  }

  const recipe = findRecipe(call.name);
  if (recipe === undefined) {
    tellLeftOut(call.name, call.input.params, story);
    return carryOut();
  }
  // First what happened by itself: as the job stands now, not after this call
  const cycles = await guard(() => findNewCycles(story));
  if (cycles !== undefined && cycles.length > 0) await make(() => takeOwnCycles(cycles, story));
  const finish = await guard(async () => recipe(call.input, story));
  const answer = await carryOut();
  if (finish === undefined) return answer;
  await make(async () => {
    await guard(async () => finish(answer));
    onStep(recording);
  });
  return answer;
}

/** What cannot be recorded is told; the call itself goes on. */
function guardStory(name: RouteName, story: Story, logger: Logger) {
  return async function guard<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      if (story.signal.aborted) return undefined;
      const reason = error instanceof Error ? error.message : String(error);
      story.leave(`${summaryOf(name)}: ${reason}`);
      logger.warn('A step of a story could not be recorded', { name, error });
      return undefined;
    }
  };
}
