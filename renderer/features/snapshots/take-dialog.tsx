// Name and note of a new snapshot.
import { useId, useState } from 'react';
import type { Snapshot } from '../../../shared/admin/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTakeSnapshot } from './use-snapshots.ts';

interface TakeDialogProps {
  readonly onClose: () => void;
  readonly onTaken: (snapshot: Snapshot) => void;
}

export function TakeDialog({ onClose, onTaken }: TakeDialogProps) {
  const formId = useId();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [isTried, setIsTried] = useState(false);
  const take = useTakeSnapshot((snapshot) => {
    onClose();
    onTaken(snapshot);
  });

  function submit(event: React.FormEvent): void {
    event.preventDefault();
    setIsTried(true);
    if (name.trim() !== '') take.mutate({ name: name.trim(), note: note.trim() });
  }

  return (
    <Dialog
      isOpen
      title="Take a snapshot"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} isDisabled={take.isPending}>
            Take snapshot
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label="Name"
          placeholder="Before the first cycle"
          autoFocus
          maxLength={100}
          value={name}
          onChange={setName}
          error={isTried && name.trim() === '' ? 'Give it a name to find it by.' : undefined}
        />
        <TextField label="Note (optional)" maxLength={1000} value={note} onChange={setNote} />
        <p className="text-sm text-ink-3">
          It holds the whole workspace, secrets included, in the data folder of this app.
        </p>
        {take.isError && (
          <p role="alert" className="text-bad">
            {describeError(take.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
}
