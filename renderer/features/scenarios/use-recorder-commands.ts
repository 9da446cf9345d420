// The recorder of stories from wherever one is.
import { useCommands } from '../shortcuts/use-commands.ts';
import { setStopDialog, useRecorderActions, useScenarioRecorder } from './use-scenario-recorder.ts';

/** Mount once. */
export function useRecorderCommands(): void {
  const recorder = useScenarioRecorder();
  const { start } = useRecorderActions();
  const isIdle = recorder?.phase === 'idle';
  const canStop = recorder !== undefined && !isIdle && recorder.steps.length > 0;
  useCommands([
    { id: 'simulate.recordStory', when: () => isIdle, run: () => start.mutate() },
    { id: 'simulate.stopStory', when: () => canStop, run: () => setStopDialog(true) },
  ]);
}
