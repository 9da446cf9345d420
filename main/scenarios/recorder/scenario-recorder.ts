// Watches what is done by the admin API, and makes a story of it. It stands beside the calls: they are carried out as ever, and
// a step that cannot be made is told as left out. While it records, a call is answered when its step is made, so that what
// there is to see of it is looked at before anybody does the next thing; but none is held up for long.
import { adminRoutes } from '../../../shared/admin/routes.ts';
import type {
  RecordedStory,
  ScenarioRecorderState,
} from '../../../shared/scenario/scenario-recorder.ts';
import type { Clock } from '../../base/clock.ts';
import type { Feed } from '../../base/feed.ts';
import type { Logger } from '../../base/logger.ts';
import type { AdminClient } from '../../client/admin-client.ts';
import { findNewCycles, takeOwnCycles } from './own-cycles.ts';
import { createStory } from './story.ts';
import { useActive } from './use-active.ts';
import type { RecordingDraft } from './recording-draft.ts';
import { watchCall, type Recording, type WatchCalls } from './watch-call.ts';
import { printStory, renameStory, writeStory } from './write-story.ts';

export interface ScenarioRecorder {
  readonly watch: WatchCalls;
  readonly state: () => ScenarioRecorderState;
  /** Undefined while it records, and while an interrupted recording is kept. */
  readonly start: (application: string | undefined) => Promise<ScenarioRecorderState | undefined>;
  /** Undefined where there is nothing to stop. Rejects with the reason where the story is none yet, and goes on. */
  readonly stop: (title: string) => Promise<RecordedStory | undefined>;
  readonly discard: () => ScenarioRecorderState;
  readonly close: () => void;
}

export interface ScenarioRecorderDependencies {
  /** Calls the admin API of this very server. */
  readonly client: () => AdminClient;
  readonly clock: Clock;
  readonly feed: Feed;
  readonly logger: Logger;
  /** Where a recording is kept in case the server ends. */
  readonly draft: RecordingDraft;
}

const IDLE: ScenarioRecorderState = { phase: 'idle', startedAt: null, steps: [], left: [] };

export function createScenarioRecorder(
  dependencies: ScenarioRecorderDependencies,
): ScenarioRecorder {
  const { feed, logger, draft } = dependencies;
  let recording: Recording | undefined;
  const announce = () => feed.publish({ type: 'scenario-recorder-changed', data: {} });
  const state = () => (recording === undefined ? describeKept(draft) : describe(recording));

  function end(): void {
    recording?.controller.abort();
    recording = undefined;
    draft.remove();
    announce();
  }

  function onStep(changed: Recording): void {
    if (changed !== recording) return; // it was ended meanwhile
    announce();
    keep(changed, draft);
  }

  return {
    async watch(call, carryOut) {
      const { method } = adminRoutes[call.name];
      if (recording === undefined || method === 'GET') return carryOut();
      return watchCall(call, carryOut, { recording, logger, onStep });
    },
    state,
    async start(application) {
      if (state().phase !== 'idle') return undefined;
      recording = await begin(dependencies, application);
      announce();
      return state();
    },
    async stop(title) {
      const story = recording === undefined ? takeKept(title, draft) : await tell(recording, title);
      if (story !== undefined) end();
      return story;
    },
    discard() {
      end();
      return IDLE;
    },
    close() {
      recording?.controller.abort();
      recording = undefined;
    },
  };
}

async function begin(
  { client, clock }: ScenarioRecorderDependencies,
  application: string | undefined,
): Promise<Recording> {
  const { now } = await client().call('getSimulatorClock', {});
  const controller = new AbortController();
  const story = createStory({ client, signal: controller.signal, begin: now });
  if (application === undefined) await useActive(story);
  else await story.uses(application);
  const startedAt = clock.now().toISOString();
  return { startedAt, story, controller, work: Promise.resolve() };
}

/** Once the steps under way are made. */
async function tell(recording: Recording, title: string): Promise<RecordedStory> {
  const { story, startedAt } = recording;
  await recording.work;
  await takeOwnCycles(await findNewCycles(story), story);
  const { fileName, text, steps } = writeStory(title, dayOf(startedAt), story);
  return { fileName, text, steps, left: [...story.left()] };
}

function takeKept(title: string, draft: RecordingDraft): RecordedStory | undefined {
  const kept = draft.read();
  if (kept === undefined) return undefined;
  const file = renameStory(kept.text, title);
  return { ...file, steps: kept.titles.length, left: [...kept.left] };
}

/** After each step, so that the end of the server takes nothing away. */
function keep({ startedAt, story }: Recording, draft: RecordingDraft): void {
  const titles = story.steps.list().map(({ title }) => title);
  if (titles.length === 0) return;
  const { text } = printStory('A recorded story', dayOf(startedAt), story);
  draft.write({ startedAt, titles, left: [...story.left()], text });
}

function describe({ startedAt, story }: Recording): ScenarioRecorderState {
  const steps = story.steps.list().map(({ title }) => title);
  return { phase: 'recording', startedAt, steps, left: [...story.left()] };
}

function describeKept(draft: RecordingDraft): ScenarioRecorderState {
  const kept = draft.read();
  if (kept === undefined) return IDLE;
  const { startedAt, titles, left } = kept;
  return { phase: 'interrupted', startedAt, steps: [...titles], left: [...left] };
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
