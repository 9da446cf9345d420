// Name and note of a new snapshot.
import { useId, useState } from 'react';
import type { Snapshot } from '../../../shared/admin/snapshot.ts';
import { useStatus } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { RunningJob } from '../jobs/running-job.tsx';
import { useTakeSnapshot } from './use-snapshots.ts';

/** No slug: it has a capital letter. */
const ALL = 'ALL';

interface TakeDialogProps {
  readonly onClose: () => void;
  readonly onTaken: (snapshot: Snapshot) => void;
}

export function TakeDialog({ onClose, onTaken }: TakeDialogProps) {
  const formId = useId();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [scope, setScope] = useState(ALL);
  const [isTried, setIsTried] = useState(false);
  const take = useTakeSnapshot((snapshot) => {
    onClose();
    onTaken(snapshot);
  });

  function submit(event: React.FormEvent): void {
    event.preventDefault();
    setIsTried(true);
    if (name.trim() === '') return;
    const tenant = scope === ALL ? {} : { tenant: scope };
    take.mutate({ name: name.trim(), note: note.trim(), ...tenant });
  }

  return (
    <Dialog
      isOpen
      title="Take a snapshot"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{take.isPending ? 'Close' : 'Cancel'}</Button>
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
        <ScopeField scope={scope} onChange={setScope} />
        {take.isPending && <RunningJob kind="snapshot-take" />}
        {take.isError && (
          <p role="alert" className="text-bad">
            {describeError(take.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
}

interface ScopeFieldProps {
  /** Slug, or all of them. */
  readonly scope: string;
  readonly onChange: (scope: string) => void;
}

function ScopeField({ scope, onChange }: ScopeFieldProps) {
  const tenants = useStatus().data?.tenants ?? [];
  return (
    <>
      <SelectField
        label="What to keep"
        value={scope}
        options={[
          { value: ALL, label: 'The whole workspace' },
          ...tenants.map((one) => ({ value: one.slug, label: `Only ${one.name} (${one.slug})` })),
        ]}
        onChange={onChange}
      />
      <p className="text-sm text-ink-3">
        {scope === ALL
          ? 'It holds every tenant, the simulated directory and its jobs, secrets included, in the data folder of this app.'
          : 'It holds this tenant with its users, groups, history, settings, tokens and requests, in the data folder of this app. Restoring it leaves the other tenants alone.'}
      </p>
    </>
  );
}
