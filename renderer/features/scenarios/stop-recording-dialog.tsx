// The end of a recording: what the story is called, what it tells, and what could not be taken into it.
import { useState } from 'react';
import type { ScenarioRecorderState } from '../../../shared/scenario/scenario-recorder.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { setStopDialog, useRecorderActions } from './use-scenario-recorder.ts';

export function StopRecordingDialog({ recorder }: { readonly recorder: ScenarioRecorderState }) {
  const [title, setTitle] = useState('A recorded story');
  const { stop } = useRecorderActions();
  const close = () => setStopDialog(false);
  const { steps, left, phase } = recorder;
  const isNamed = title.trim() !== '';
  return (
    <Dialog
      title="Make a scenario of the recording"
      size="medium"
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{phase === 'recording' ? 'Go on recording' : 'Not now'}</Button>
          <Button
            variant="primary"
            isDisabled={!isNamed}
            isPending={stop.isPending}
            onPress={() => stop.mutate(title.trim())}
          >
            Save the file
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isNamed && !stop.isPending) stop.mutate(title.trim());
        }}
      >
        <TextField
          label="Title"
          value={title}
          onChange={setTitle}
          maxLength={120}
          autoFocus
          hint="The file is saved and opened: it can be played at once, and narrations written into it."
        />
        <Listed title="Steps" texts={steps} isNumbered />
        {left.length > 0 && <Listed title="Done, and not in the story" texts={left} />}
      </form>
    </Dialog>
  );
}

interface ListedProps {
  readonly title: string;
  readonly texts: readonly string[];
  readonly isNumbered?: boolean;
}

function Listed({ title, texts, isNumbered = false }: ListedProps) {
  const List = isNumbered ? 'ol' : 'ul';
  return (
    <section>
      <h3 className="mb-1 font-semibold text-ink-1">{title}</h3>
      <List
        aria-label={title}
        className={`flex flex-col gap-0.5 pl-6 ${isNumbered ? 'list-decimal' : 'list-disc'}`}
      >
        {texts.map((text, index) => (
          <li key={index} className="wrap-anywhere">
            {text}
          </li>
        ))}
      </List>
    </section>
  );
}
