// A person is created or edited: what a new one needs first, everything else in sections that open.
import { useState } from 'react';
import type {
  DirectoryUserDetails,
  NewDirectoryUser,
} from '../../../shared/simulator/directory-views.ts';
import { USER_TEXT_ATTRIBUTES } from '../../../shared/simulator/directory.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PrincipalPicker } from '../entra/principal-picker.tsx';
import { FormDialog } from '../entra/form-dialog.tsx';
import {
  ExtensionFields,
  isSound,
  openExtensions,
  readExtensions,
  type ExtensionLine,
} from './extension-fields.tsx';
import { useDirectoryUser } from './use-directory.ts';
import { useSaveUser } from './use-directory-changes.ts';
import { USER_SECTIONS } from './user-fields.ts';

interface UserFormProps {
  /** Absent: a new one. */
  readonly id: string | undefined;
  readonly onDone: (objectId?: string) => void;
}

export function UserForm({ id, onDone }: UserFormProps) {
  return id === undefined ? (
    <UserDialog details={undefined} onDone={onDone} />
  ) : (
    <EditUser id={id} onDone={onDone} />
  );
}

function EditUser({
  id,
  onDone,
}: {
  readonly id: string;
  readonly onDone: UserFormProps['onDone'];
}) {
  const { data } = useDirectoryUser(id);
  return data === undefined ? null : <UserDialog details={data} onDone={onDone} />;
}

interface UserDialogProps {
  readonly details: DirectoryUserDetails | undefined;
  readonly onDone: UserFormProps['onDone'];
}

function UserDialog({ details, onDone }: UserDialogProps) {
  const id = details?.user.objectId;
  const [form, setForm] = useState(() => toForm(details));
  const [isTried, setIsTried] = useState(false);
  const save = useSaveUser(id, ({ objectId }) => onDone(objectId));
  const problems = isTried ? findProblems(form) : {};

  function submit(): void {
    setIsTried(true);
    if (Object.keys(findProblems(form)).length === 0) save.mutate(toBody(form));
  }

  return (
    <FormDialog
      size="medium"
      title={details === undefined ? 'New user' : `Edit ${details.user.displayName}`}
      submitLabel={details === undefined ? 'Create' : 'Save'}
      isPending={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={() => onDone()}
    >
      <Basics form={form} problems={problems} onChange={(part) => setForm({ ...form, ...part })} />
      <Sections form={form} onChange={(part) => setForm({ ...form, ...part })} />
    </FormDialog>
  );
}

interface FieldsProps {
  readonly form: UserFormState;
  readonly onChange: (part: Partial<UserFormState>) => void;
}

function Basics({ form, problems, onChange }: FieldsProps & { readonly problems: Problems }) {
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
      <TextField
        label="Display name"
        autoFocus
        maxLength={1_024}
        value={form.displayName}
        onChange={(displayName) => onChange({ displayName })}
        error={problems.displayName}
      />
      <TextField
        label="User principal name"
        placeholder="chris@contoso.example"
        maxLength={1_024}
        value={form.userPrincipalName}
        onChange={(userPrincipalName) => onChange({ userPrincipalName })}
        error={problems.userPrincipalName}
      />
      <PrincipalPicker
        label="Manager"
        placeholder="Search by name"
        objectType="User"
        initial={form.manager}
        onPick={(manager) => onChange({ manager })}
      />
      <SelectField
        label="User type"
        options={USER_TYPES}
        value={form.userType}
        onChange={(userType) => onChange({ userType })}
      />
      <CheckBox
        isSelected={form.accountEnabled}
        onChange={(accountEnabled) => onChange({ accountEnabled })}
      >
        <span className="text-ink-1">Account enabled</span>
      </CheckBox>
    </div>
  );
}

const USER_TYPES = [
  { value: 'Member', label: 'Member' },
  { value: 'Guest', label: 'Guest' },
] as const;

function Sections({ form, onChange }: FieldsProps) {
  return (
    <>
      {USER_SECTIONS.map(({ title, fields }, index) => (
        <details key={title} open={index < 2} className="border-t border-line pt-2">
          <summary className="cursor-default pb-2 font-medium text-ink-1">{title}</summary>
          <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
            {fields.map(({ name, label }) => (
              <TextField
                key={name}
                label={label}
                maxLength={1_024}
                value={form.texts[name] ?? ''}
                onChange={(text) => onChange({ texts: { ...form.texts, [name]: text } })}
              />
            ))}
          </div>
        </details>
      ))}
      <details className="border-t border-line pt-2">
        <summary className="cursor-default pb-2 font-medium text-ink-1">Addresses</summary>
        <div className="flex flex-col gap-3">
          <TextField
            label="Proxy addresses"
            hint="With a semicolon between them; the primary one begins with SMTP: in capitals."
            value={form.proxyAddresses}
            onChange={(proxyAddresses) => onChange({ proxyAddresses })}
          />
          <TextField
            label="Other emails"
            hint="With a semicolon between them."
            value={form.otherMails}
            onChange={(otherMails) => onChange({ otherMails })}
          />
        </div>
      </details>
      <ExtensionFields
        lines={form.extensions}
        onChange={(extensions) => onChange({ extensions })}
      />
    </>
  );
}

type Texts = Partial<Record<(typeof USER_TEXT_ATTRIBUTES)[number], string>>;

interface UserFormState {
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly manager: DirectoryUserDetails['manager'];
  readonly userType: 'Member' | 'Guest';
  readonly accountEnabled: boolean;
  readonly texts: Texts;
  readonly proxyAddresses: string;
  readonly otherMails: string;
  readonly extensions: readonly ExtensionLine[];
}

const NEW_USER: UserFormState = {
  displayName: '',
  userPrincipalName: '',
  manager: null,
  userType: 'Member',
  accountEnabled: true,
  texts: {},
  proxyAddresses: '',
  otherMails: '',
  extensions: [],
};

function toForm(details: DirectoryUserDetails | undefined): UserFormState {
  if (details === undefined) return NEW_USER;
  const { user, manager } = details;
  const texts = USER_TEXT_ATTRIBUTES.map((name) => [name, user[name] ?? ''] as const);
  return {
    displayName: user.displayName,
    userPrincipalName: user.userPrincipalName,
    manager,
    userType: user.userType,
    accountEnabled: user.accountEnabled,
    texts: Object.fromEntries(texts) satisfies Texts,
    proxyAddresses: user.proxyAddresses.join('; '),
    otherMails: user.otherMails.join('; '),
    extensions: openExtensions(user),
  };
}

function toBody({ texts, manager, ...form }: UserFormState): NewDirectoryUser {
  const written = USER_TEXT_ATTRIBUTES.map((name) => [name, texts[name]?.trim() || null] as const);
  return {
    ...form,
    ...Object.fromEntries(written),
    displayName: form.displayName.trim(),
    userPrincipalName: form.userPrincipalName.trim(),
    manager: manager?.objectId ?? null,
    proxyAddresses: readList(form.proxyAddresses),
    otherMails: readList(form.otherMails),
    extensions: readExtensions(form.extensions),
  };
}

function readList(text: string): string[] {
  return text
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

interface Problems {
  readonly displayName?: string;
  readonly userPrincipalName?: string;
  /** Said at the field. */
  readonly extensions?: string;
}

function findProblems({ displayName, userPrincipalName, extensions }: UserFormState): Problems {
  const isName = /^[^\s@]+@[^\s@]+$/.test(userPrincipalName.trim());
  return {
    ...(displayName.trim() === '' && { displayName: 'Give the user a name.' }),
    ...(!isName && { userPrincipalName: 'An alias, “@” and a domain, without blanks.' }),
    ...(!extensions.every(isSound) && { extensions: 'A name is not one of an extension.' }),
  };
}
