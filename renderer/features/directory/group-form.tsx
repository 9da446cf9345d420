// A group is created or edited.
import { useState } from 'react';
import type { DirectoryGroup } from '../../../shared/simulator/directory.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FormDialog } from '../entra/form-dialog.tsx';
import { useDirectoryGroup } from './use-directory.ts';
import { useSaveGroup } from './use-directory-changes.ts';

interface GroupFormProps {
  /** Absent: a new one. */
  readonly id: string | undefined;
  readonly onDone: (objectId?: string) => void;
}

export function GroupForm({ id, onDone }: GroupFormProps) {
  return id === undefined ? (
    <GroupDialog group={undefined} onDone={onDone} />
  ) : (
    <EditGroup id={id} onDone={onDone} />
  );
}

function EditGroup({
  id,
  onDone,
}: {
  readonly id: string;
  readonly onDone: GroupFormProps['onDone'];
}) {
  const { data } = useDirectoryGroup(id);
  return data === undefined ? null : <GroupDialog group={data} onDone={onDone} />;
}

const KINDS = [
  { value: 'security', label: 'Security' },
  { value: 'microsoft365', label: 'Microsoft 365' },
] as const;

interface GroupDialogProps {
  readonly group: DirectoryGroup | undefined;
  readonly onDone: GroupFormProps['onDone'];
}

function GroupDialog({ group, onDone }: GroupDialogProps) {
  const [form, setForm] = useState(() => toForm(group));
  const [isTried, setIsTried] = useState(false);
  const save = useSaveGroup(group?.objectId, ({ objectId }) => onDone(objectId));

  function submit(): void {
    setIsTried(true);
    if (form.displayName.trim() !== '') save.mutate(toBody(form));
  }

  return (
    <FormDialog
      title={group === undefined ? 'New group' : `Edit ${group.displayName}`}
      submitLabel={group === undefined ? 'Create' : 'Save'}
      isPending={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={() => onDone()}
    >
      <Fields form={form} isTried={isTried} onChange={(part) => setForm({ ...form, ...part })} />
    </FormDialog>
  );
}

interface FieldsProps {
  readonly form: GroupFormState;
  readonly isTried: boolean;
  readonly onChange: (part: Partial<GroupFormState>) => void;
}

function Fields({ form, isTried, onChange: change }: FieldsProps) {
  return (
    <>
      <TextField
        label="Group name"
        autoFocus
        maxLength={256}
        value={form.displayName}
        onChange={(displayName) => change({ displayName })}
        error={isTried && form.displayName.trim() === '' ? 'Give the group a name.' : undefined}
      />
      <SelectField
        label="Group type"
        options={KINDS}
        value={form.kind}
        onChange={(kind) => change({ kind })}
      />
      {form.kind === 'microsoft365' && (
        <CheckBox
          isSelected={form.securityEnabled}
          onChange={(securityEnabled) => change({ securityEnabled })}
        >
          <span className="text-ink-1">
            Security-enabled: only such groups can be assigned to applications
          </span>
        </CheckBox>
      )}
      <TextField
        label="Group description"
        maxLength={1_024}
        value={form.description}
        onChange={(description) => change({ description })}
      />
      <TextField
        label="Group email address"
        maxLength={1_024}
        value={form.mail}
        onChange={(mail) => change({ mail })}
      />
      <TextField
        label="Mail nickname"
        maxLength={1_024}
        value={form.mailNickname}
        onChange={(mailNickname) => change({ mailNickname })}
      />
    </>
  );
}

interface GroupFormState {
  readonly displayName: string;
  readonly description: string;
  readonly mail: string;
  readonly mailNickname: string;
  readonly kind: DirectoryGroup['kind'];
  readonly securityEnabled: boolean;
}

const NEW_GROUP: GroupFormState = {
  displayName: '',
  description: '',
  mail: '',
  mailNickname: '',
  kind: 'security',
  securityEnabled: true,
};

function toForm(group: DirectoryGroup | undefined): GroupFormState {
  if (group === undefined) return NEW_GROUP;
  const { displayName, description, mail, mailNickname, kind, securityEnabled } = group;
  return {
    displayName,
    description: description ?? '',
    mail: mail ?? '',
    mailNickname: mailNickname ?? '',
    kind,
    securityEnabled,
  };
}

function toBody(form: GroupFormState) {
  return {
    ...form,
    displayName: form.displayName.trim(),
    description: form.description.trim() || null,
    mail: form.mail.trim() || null,
    mailNickname: form.mailNickname.trim() || null,
  };
}
