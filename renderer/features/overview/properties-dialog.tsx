// Properties are edited: notification, deletion guard, scope, and what a simulator can change beyond the portal.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { JobStatus } from '../../../shared/simulator/job.ts';
import type { JobDetails } from '../../../shared/simulator/job-run.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { judgeRecipients } from '../provisioning/recipients.ts';
import {
  isSound,
  judgeNumber,
  NUMBER_FIELDS,
  openProperties,
  readProperties,
  type NumberName,
  type PropertiesDraft,
} from './properties-draft.ts';

interface PropertiesDialogProps {
  readonly job: JobDetails;
  readonly onClose: () => void;
}

export function PropertiesDialog({ job, onClose }: PropertiesDialogProps) {
  const formId = useId();
  const [draft, setDraft] = useState(() => openProperties(job.settings));
  const save = useSave(job.applicationId, onClose);

  function submit(event: React.FormEvent): void {
    event.preventDefault();
    if (isSound(draft)) save.mutate(draft);
  }

  const fields = {
    draft,
    onChange: (change: Partial<PropertiesDraft>) => setDraft({ ...draft, ...change }),
  };
  return (
    <Dialog
      isOpen
      size="medium"
      title="Properties"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} isPending={save.isPending}>
            Apply
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
        <NotificationFields {...fields} />
        <GuardFields {...fields} />
        <ScopeFields {...fields} />
        <NumberGroup {...fields} title="When cycles run" names={['interval']} />
        <NumberGroup
          {...fields}
          title="Quarantine begins above"
          names={['proportion', 'proportionMinimum', 'baseThreshold', 'totalThreshold']}
        />
        <NumberGroup
          {...fields}
          title="How requests are sent"
          names={['membersPerPatch', 'concurrency', 'timeout']}
        />
        {save.isError && (
          <p role="alert" className="text-bad">
            {describeError(save.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  readonly draft: PropertiesDraft;
  readonly onChange: (change: Partial<PropertiesDraft>) => void;
}

function NotificationFields({ draft, onChange }: FieldsProps) {
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label="Notification Email"
        value={draft.recipients}
        onChange={(recipients) => onChange({ recipients })}
        error={judgeRecipients(draft.notifies, draft.recipients)}
      />
      <CheckBox isSelected={draft.notifies} onChange={(notifies) => onChange({ notifies })}>
        Send an email notification when a failure occurs
      </CheckBox>
    </div>
  );
}

function GuardFields({ draft, onChange }: FieldsProps) {
  return (
    <div className="flex flex-col gap-2">
      <CheckBox isSelected={draft.guards} onChange={(guards) => onChange({ guards })}>
        Prevent accidental deletion
      </CheckBox>
      {draft.guards && <NumberInput name="deletions" draft={draft} onChange={onChange} />}
    </div>
  );
}

const SCOPES = [
  { value: 'assigned', label: 'Sync only assigned users and groups' },
  { value: 'all', label: 'Sync all users and groups' },
] as const;

const DEFAULT_ACCESS = [
  { value: 'current', label: 'Provisioned like any role' },
  { value: 'legacy-skip', label: 'Skipped, as in configurations made before 16 April 2020' },
] as const;

function ScopeFields({ draft, onChange }: FieldsProps) {
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        label="Scope"
        options={SCOPES}
        value={draft.scope}
        onChange={(scope) => onChange({ scope })}
        hint="A switch takes full effect when you restart provisioning: until then only users and groups that change are looked at by it."
      />
      <SelectField
        label="Who is assigned with Default Access"
        options={DEFAULT_ACCESS}
        value={draft.defaultAccess}
        onChange={(defaultAccess) => onChange({ defaultAccess })}
      />
      <CheckBox
        isSelected={draft.skipsOutOfScope}
        onChange={(skipsOutOfScope) => onChange({ skipsOutOfScope })}
      >
        Leave users that fall out of scope as they are (SkipOutOfScopeDeletions)
      </CheckBox>
    </div>
  );
}

interface NumberGroupProps extends FieldsProps {
  readonly title: string;
  readonly names: readonly NumberName[];
}

function NumberGroup({ title, names, ...fields }: NumberGroupProps) {
  return (
    <fieldset className="grid grid-cols-2 items-start gap-3">
      <legend className="mb-1.5 font-medium text-ink-1">{title}</legend>
      {names.map((name) => (
        <NumberInput key={name} name={name} {...fields} />
      ))}
    </fieldset>
  );
}

function NumberInput({ name, draft, onChange }: FieldsProps & { readonly name: NumberName }) {
  return (
    <TextField
      label={NUMBER_FIELDS[name].label}
      inputMode="numeric"
      value={draft.numbers[name]}
      onChange={(text) => onChange({ numbers: { ...draft.numbers, [name]: text } })}
      error={judgeNumber(name, draft.numbers[name])}
    />
  );
}

function useSave(application: string, onSaved: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (draft: PropertiesDraft) =>
      callAdmin('putJobSettings', { params: { application }, body: readProperties(draft) }),
    async onSuccess({ status }) {
      await queryClient.invalidateQueries({ queryKey: queryKeys.job(application) });
      toast({ tone: 'good', message: `Properties applied${tellWhen(status)}` });
      onSaved();
    },
  });
}

function tellWhen({ awaitsNextCycle, awaitsRestart }: JobStatus): string {
  if (awaitsRestart) return '; restart provisioning for the scope to take full effect';
  return awaitsNextCycle ? '; they take effect with the next cycle' : '';
}
