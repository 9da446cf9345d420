// While a story is recorded: how far it is, and its end. It stands on every screen, because that is where the story happens.
import { useState } from 'react';
import type { ScenarioRecorderState } from '../../../shared/scenario/scenario-recorder.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { formatCount } from '../../ui/format.ts';
import { StopRecordingDialog } from './stop-recording-dialog.tsx';
import {
  setStopDialog,
  useRecorderActions,
  useScenarioRecorder,
  useStopDialog,
} from './use-scenario-recorder.ts';

export function RecorderBar() {
  const recorder = useScenarioRecorder();
  if (recorder === undefined || recorder.phase === 'idle') return null;
  return <Bar recorder={recorder} />;
}

function Bar({ recorder }: { readonly recorder: ScenarioRecorderState }) {
  const { discard } = useRecorderActions();
  const [isAsked, setAsked] = useState(false);
  const isStopping = useStopDialog((state) => state.isOpen);
  const { phase, steps } = recorder;
  const isOn = phase === 'recording';
  return (
    <section
      aria-label="The story that is being recorded"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-bad-soft px-4 py-2"
    >
      <span aria-hidden className={isOn ? 'text-bad motion-safe:animate-pulse' : 'text-bad'}>
        ●
      </span>
      <p role="status" className="font-semibold">
        {isOn ? 'Recording a story…' : 'The server ended while a story was recorded.'}{' '}
        <span className="tabular-nums">{formatCount(steps.length, 'step')}</span>
      </p>
      <Button isDisabled={steps.length === 0} onPress={() => setStopDialog(true)}>
        {isOn ? 'Stop' : 'Make the file'}
      </Button>
      <Button onPress={() => (steps.length === 0 ? discard.mutate() : setAsked(true))}>
        Discard
      </Button>
      <p className="min-w-0 flex-1 truncate text-ink-2">{steps.at(-1) ?? FIRST}</p>
      <ConfirmDialog
        title="Discard the recording?"
        isOpen={isAsked}
        confirmLabel="Discard the recording"
        isPending={discard.isPending}
        onConfirm={() => discard.mutate(undefined, { onSuccess: () => setAsked(false) })}
        onClose={() => setAsked(false)}
      >
        <p>
          {formatCount(steps.length, 'step')} of the story will be lost. What was done stays done.
        </p>
      </ConfirmDialog>
      {isStopping && <StopRecordingDialog recorder={recorder} />}
    </section>
  );
}

const FIRST = 'Do something in the directory, the application or its job: each is a step.';
