// A change that happens to people: a new name, another department, sign-in blocked, gone.
import { useState } from 'react';
import type { DirectoryUser } from '../../../shared/simulator/directory.ts';
import type { DirectoryPrincipal, QuickChange } from '../../../shared/simulator/directory-views.ts';
import { TextField } from '../../ui/text-field.tsx';
import { PrincipalPicker } from '../entra/principal-picker.tsx';
import { FormDialog } from '../entra/form-dialog.tsx';
import { useQuickChange } from './use-directory-changes.ts';

type Kind = QuickChange['kind'];

interface QuickChangeDialogProps {
  readonly user: DirectoryUser;
  readonly kind: Kind;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const WORDS: Readonly<
  Record<Kind, { readonly title: string; readonly label: string; readonly text: string }>
> = {
  rename: {
    title: 'Rename',
    label: 'Rename',
    text: 'Display name, user principal name, mail and mail nickname follow the new name; the old mail address stays as an alias.',
  },
  move: {
    title: 'Move to another department',
    label: 'Move',
    text: 'The manager stays unless you choose another one.',
  },
  disable: {
    title: 'Block sign-in',
    label: 'Block sign-in',
    text: 'accountEnabled becomes false. The next provisioning cycle disables the account in the target.',
  },
  enable: {
    title: 'Unblock sign-in',
    label: 'Unblock sign-in',
    text: 'accountEnabled becomes true. The next provisioning cycle enables the account in the target.',
  },
  leave: {
    title: 'Leave the company',
    label: 'Leave the company',
    text: 'Sign-in is blocked and the user deleted. For 30 days it can be restored; provisioning disables the account meanwhile and deletes it after the purge.',
  },
};

export function QuickChangeDialog({ user, kind, onClose, onDone }: QuickChangeDialogProps) {
  const [form, setForm] = useState(() => toForm(user));
  const [isTried, setIsTried] = useState(false);
  const change = useQuickChange(user.objectId, onDone);
  const { title, label, text } = WORDS[kind];

  function submit(): void {
    setIsTried(true);
    const order = toChange(kind, form);
    if (order !== undefined) change.mutate(order);
  }

  return (
    <FormDialog
      title={`${title}: ${user.displayName}`}
      submitLabel={label}
      isDangerous={kind === 'leave'}
      isPending={change.isPending}
      error={change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Fields
        kind={kind}
        form={form}
        isTried={isTried}
        onChange={(part) => setForm({ ...form, ...part })}
      />
      <p className="text-sm text-ink-3">{text}</p>
    </FormDialog>
  );
}

interface ChangeForm {
  readonly givenName: string;
  readonly surname: string;
  readonly department: string;
  readonly jobTitle: string;
  readonly manager: DirectoryPrincipal | null;
}

interface FieldsProps {
  readonly kind: Kind;
  readonly form: ChangeForm;
  readonly isTried: boolean;
  readonly onChange: (part: Partial<ChangeForm>) => void;
}

function Fields({ kind, form, isTried, onChange }: FieldsProps) {
  const require = (value: string) =>
    isTried && value.trim() === '' ? 'This cannot be empty.' : undefined;
  if (kind === 'rename') {
    return (
      <>
        <TextField
          label="First name"
          autoFocus
          maxLength={64}
          value={form.givenName}
          onChange={(givenName) => onChange({ givenName })}
          error={require(form.givenName)}
        />
        <TextField
          label="Last name"
          maxLength={64}
          value={form.surname}
          onChange={(surname) => onChange({ surname })}
          error={require(form.surname)}
        />
      </>
    );
  }
  if (kind !== 'move') return null;
  return (
    <>
      <TextField
        label="Department"
        autoFocus
        maxLength={64}
        value={form.department}
        onChange={(department) => onChange({ department })}
        error={require(form.department)}
      />
      <TextField
        label="Job title"
        maxLength={128}
        value={form.jobTitle}
        onChange={(jobTitle) => onChange({ jobTitle })}
      />
      <PrincipalPicker
        label="New manager (optional)"
        placeholder="Search by name"
        objectType="User"
        onPick={(manager) => onChange({ manager })}
      />
    </>
  );
}

function toForm({ givenName, surname, department, jobTitle }: DirectoryUser): ChangeForm {
  return {
    givenName: givenName ?? '',
    surname: surname ?? '',
    department: department ?? '',
    jobTitle: jobTitle ?? '',
    manager: null,
  };
}

/** Undefined while something is missing. */
function toChange(kind: Kind, form: ChangeForm): QuickChange | undefined {
  const [givenName, surname, department] = [form.givenName, form.surname, form.department].map(
    (text) => text.trim(),
  );
  if (kind === 'rename') return givenName && surname ? { kind, givenName, surname } : undefined;
  if (kind !== 'move') return { kind };
  if (!department) return undefined;
  const { manager, jobTitle } = form;
  return {
    kind,
    department,
    jobTitle: jobTitle.trim(),
    ...(manager !== null && { manager: manager.objectId }),
  };
}
