// The recorder of stories, which watches the calls of this very API. @see shared/scenario/scenario-recorder.ts
import type { RecordedStory } from '../../../shared/scenario/scenario-recorder.ts';
import { isScenarioFailure } from '../../scenarios/scenario-failure.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function scenarioRecorderHandlers({ scenarioRecorder, scenarioRuns }: AdminAppDependencies) {
  return {
    getScenarioRecorder: () => scenarioRecorder.state(),
    async startScenarioRecorder({ body: { application } }) {
      if (scenarioRuns.list().some(({ state }) => state !== 'ended')) {
        throw adminFailure('conflict', 'A scenario is being played; end it first.');
      }
      const started = await scenarioRecorder.start(application);
      if (started !== undefined) return started;
      throw adminFailure(
        'conflict',
        'There is a recording already: stop it, which makes a file of it, or discard it.',
      );
    },
    async stopScenarioRecorder({ body: { title } }): Promise<RecordedStory> {
      const story = await scenarioRecorder.stop(title).catch(refuse);
      if (story !== undefined) return story;
      throw adminFailure('conflict', 'Nothing is being recorded.');
    },
    discardScenarioRecorder: () => scenarioRecorder.discard(),
  } satisfies Partial<AdminHandlers>;
}

function refuse(error: unknown): never {
  throw isScenarioFailure(error) ? adminFailure('conflict', error.message) : error;
}
