// An enterprise application is created, renamed or deleted.
import { useState } from 'react';
import { callAdmin } from '../../api/client.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { tellDone, useApplicationChange, type ApplicationChoice } from './use-application.ts';

export type ApplicationTask = 'create' | 'rename' | 'delete';

interface ApplicationDialogProps {
  readonly task: ApplicationTask;
  readonly choice: ApplicationChoice;
  readonly onClose: () => void;
}

export function ApplicationDialog(props: ApplicationDialogProps) {
  return props.task === 'delete' ? (
    <DeleteApplication {...props} />
  ) : (
    <NameApplication {...props} />
  );
}

function NameApplication({ task, choice, onClose }: ApplicationDialogProps) {
  const isNew = task === 'create';
  const { application } = choice;
  const [name, setName] = useState(isNew ? '' : (application?.displayName ?? ''));
  const [isTried, setIsTried] = useState(false);
  const change = useApplicationChange(({ id, displayName }) => {
    tellDone(isNew ? `"${displayName}" created` : `Renamed to "${displayName}"`);
    if (isNew) choice.choose(id);
    onClose();
  });

  function submit(): void {
    setIsTried(true);
    const displayName = name.trim();
    if (displayName === '') return;
    const params = { application: application?.id ?? '' };
    change.mutate(() =>
      isNew
        ? callAdmin('createApplication', { body: { displayName } })
        : callAdmin('renameApplication', { params, body: { displayName } }),
    );
  }

  return (
    <FormDialog
      title={isNew ? 'Create your own application' : 'Rename the application'}
      submitLabel={isNew ? 'Create' : 'Rename'}
      isPending={change.isPending}
      error={change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="What's the name of your app?"
        autoFocus
        maxLength={120}
        value={name}
        onChange={setName}
        error={isTried && name.trim() === '' ? 'Give it a name.' : undefined}
      />
      {isNew && (
        <p className="text-sm text-ink-3">
          A non-gallery application with the app role User. Assign people to it, then connect it to
          a SCIM endpoint.
        </p>
      )}
    </FormDialog>
  );
}

function DeleteApplication({ choice, onClose }: ApplicationDialogProps) {
  const { application } = choice;
  const change = useApplicationChange(({ displayName }) => {
    tellDone(`"${displayName}" deleted`);
    onClose();
  });
  if (application === undefined) return null;
  const params = { application: application.id };
  return (
    <ConfirmDialog
      isOpen
      title={`Delete "${application.displayName}"?`}
      confirmLabel="Delete application"
      isPending={change.isPending}
      onConfirm={() => change.mutate(() => callAdmin('deleteApplication', { params }))}
      onClose={onClose}
    >
      <p>
        A cycle that is under way is ended. Its app roles, assignments and provisioning
        configuration go with it, and so do its provisioning logs, audit logs and mails: export the
        logs first if you need them. Users and groups of the directory stay, and so does what was
        provisioned.
      </p>
      {change.isError && (
        <p role="alert" className="pt-2 text-bad">
          {describeError(change.error)}
        </p>
      )}
    </ConfirmDialog>
  );
}
