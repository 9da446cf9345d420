// One app role: what it is called, what it sends, and whether it can be assigned.
import { useState } from 'react';
import type { Application, AppRole } from '../../../shared/simulator/application.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FormDialog } from '../entra/form-dialog.tsx';
import { useSaveRole } from './use-assignments.ts';

interface AppRoleDialogProps {
  readonly application: Application;
  /** Absent: a new one. */
  readonly role: AppRole | undefined;
  readonly onClose: () => void;
}

const MEMBER_TYPES = {
  users: { label: 'Users/Groups', types: ['User'] },
  applications: { label: 'Applications', types: ['Application'] },
  both: { label: 'Both', types: ['User', 'Application'] },
} as const satisfies Record<
  string,
  { readonly label: string; readonly types: AppRole['allowedMemberTypes'] }
>;
type MemberTypes = keyof typeof MEMBER_TYPES;

const TYPE_OPTIONS = (['users', 'applications', 'both'] as const).map((value) => ({
  value,
  label: MEMBER_TYPES[value].label,
}));

export function AppRoleDialog({ application, role, onClose }: AppRoleDialogProps) {
  const [form, setForm] = useState(() => toForm(role));
  const [isTried, setIsTried] = useState(false);
  const save = useSaveRole(application, onClose);
  const change = (part: Partial<RoleForm>) => setForm({ ...form, ...part });

  function submit(): void {
    setIsTried(true);
    if (form.displayName.trim() === '') return;
    save.mutate({ id: role?.id, setting: toSetting(form) });
  }

  return (
    <FormDialog
      title={role === undefined ? 'Create app role' : 'Edit app role'}
      submitLabel="Apply"
      isPending={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="Display name"
        autoFocus
        maxLength={100}
        value={form.displayName}
        onChange={(displayName) => change({ displayName })}
        error={isTried && form.displayName.trim() === '' ? 'Give it a name.' : undefined}
      />
      <SelectField
        label="Allowed member types"
        options={TYPE_OPTIONS}
        value={form.types}
        onChange={(types) => change({ types })}
      />
      <TextField
        label="Value"
        isMono
        hint="What role expressions send. No other role of the application may have it."
        maxLength={250}
        value={form.value}
        onChange={(value) => change({ value })}
      />
      <TextField
        label="Description"
        maxLength={1_024}
        value={form.description}
        onChange={(description) => change({ description })}
      />
      <CheckBox isSelected={form.isEnabled} onChange={(isEnabled) => change({ isEnabled })}>
        <span className="text-ink-1">Do you want to enable this app role?</span>
      </CheckBox>
    </FormDialog>
  );
}

interface RoleForm {
  readonly displayName: string;
  readonly value: string;
  readonly description: string;
  readonly types: MemberTypes;
  readonly isEnabled: boolean;
}

const NEW_ROLE: RoleForm = {
  displayName: '',
  value: '',
  description: '',
  types: 'users',
  isEnabled: true,
};

function toForm(role: AppRole | undefined): RoleForm {
  if (role === undefined) return NEW_ROLE;
  const { displayName, value, description, allowedMemberTypes, isEnabled } = role;
  const [first] = allowedMemberTypes;
  const one = first === 'Application' ? 'applications' : 'users';
  const types = allowedMemberTypes.length > 1 ? 'both' : one;
  return { displayName, value: value ?? '', description, types, isEnabled };
}

function toSetting({ displayName, value, description, types, isEnabled }: RoleForm) {
  return {
    displayName: displayName.trim(),
    value: value.trim() === '' ? null : value.trim(),
    description: description.trim(),
    allowedMemberTypes: [...MEMBER_TYPES[types].types],
    isEnabled,
  };
}
