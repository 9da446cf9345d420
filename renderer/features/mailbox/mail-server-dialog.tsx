// The mail server through which mails are really sent, and a test mail that says whether they arrive.
import { useId, useState } from 'react';
import {
  MailSettingChange,
  type MailSecurity,
  type MailSetting,
} from '../../../shared/simulator/mail-setting.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useChangeMailSetting, useSendTestMail } from './use-mailbox.ts';

interface MailServerDialogProps {
  readonly setting: MailSetting;
  readonly onClose: () => void;
}

const SECURITIES: readonly { readonly value: MailSecurity; readonly label: string }[] = [
  { value: 'starttls', label: 'STARTTLS' },
  { value: 'tls', label: 'TLS from the start' },
  { value: 'none', label: 'None' },
];

export function MailServerDialog({ setting, onClose }: MailServerDialogProps) {
  const formId = useId();
  const form = useServerForm(setting);
  const change = useChangeMailSetting(onClose);

  function submit(event: React.FormEvent): void {
    event.preventDefault();
    const wanted = form.read();
    if (wanted !== undefined) change.mutate(wanted);
  }

  return (
    <Dialog
      isOpen
      size="medium"
      title="Mail server"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} isDisabled={change.isPending}>
            Save
          </Button>
        </>
      }
    >
      <p className="mb-3">
        Mails are always kept in the mailbox. With a mail server they are sent to the notification
        e-mail as well. Leave the host empty to send none.
      </p>
      <form id={formId} noValidate onSubmit={submit} className="grid grid-cols-2 gap-3">
        <Fields form={form} setting={setting} />
        {change.isError && (
          <p role="alert" className="col-span-2 text-bad">
            {describeError(change.error)}
          </p>
        )}
      </form>
      <TestMail isPossible={setting.host !== ''} />
    </Dialog>
  );
}

function useServerForm({ hasPassword: _hasPassword, port, ...setting }: MailSetting) {
  const [values, setValues] = useState({ ...setting, port: String(port), password: '' });
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});

  /** undefined, and the problems at their fields, where something is wrong. */
  function read(): MailSettingChange | undefined {
    const { password, ...rest } = values;
    const wanted = { ...rest, port: Number(rest.port), ...(password !== '' && { password }) };
    const parsed = MailSettingChange.safeParse(wanted);
    setProblems(parsed.success ? {} : describeProblems(parsed.error.issues));
    return parsed.data;
  }

  return {
    values,
    problems,
    read,
    set: (change: Partial<typeof values>) => setValues({ ...values, ...change }),
  };
}

const PROBLEMS: Readonly<Record<string, string>> = {
  port: 'A port is a number from 1 to 65535.',
  from: 'Enter the address that mails are sent from, such as simulator@contoso.test.',
};

function describeProblems(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
) {
  return Object.fromEntries(
    issues.map(({ path, message }) => {
      const name = String(path[0]);
      return [name, PROBLEMS[name] ?? message];
    }),
  );
}

interface FieldsProps {
  readonly form: ReturnType<typeof useServerForm>;
  readonly setting: MailSetting;
}

function Fields({ form: { values, problems, set }, setting }: FieldsProps) {
  const keepsPassword =
    setting.hasPassword && values.host === setting.host && values.user === setting.user;
  return (
    <>
      <TextField
        label="Host"
        autoFocus
        placeholder="smtp.contoso.test"
        value={values.host}
        onChange={(host) => set({ host })}
        error={problems['host']}
      />
      <TextField
        label="Port"
        inputMode="numeric"
        value={values.port}
        onChange={(port) => set({ port })}
        error={problems['port']}
      />
      <SelectField
        label="Security"
        options={SECURITIES}
        value={values.security}
        onChange={(security) => set({ security })}
      />
      <TextField
        label="From"
        type="email"
        placeholder="simulator@contoso.test"
        value={values.from}
        onChange={(from) => set({ from })}
        error={problems['from']}
      />
      <TextField
        label="User (optional)"
        autoComplete="off"
        value={values.user}
        onChange={(user) => set({ user })}
        error={problems['user']}
      />
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        value={values.password}
        onChange={(password) => set({ password })}
        hint={
          keepsPassword
            ? 'One is stored; leave this empty to keep it.'
            : 'It is stored in this workspace and never shown.'
        }
        error={problems['password']}
      />
    </>
  );
}

function TestMail({ isPossible }: { readonly isPossible: boolean }) {
  const [recipient, setRecipient] = useState('');
  const test = useSendTestMail();
  const result = test.data;
  return (
    <section aria-label="Test mail" className="mt-5 border-t border-line pt-4">
      <div className="flex items-end gap-2">
        <div className="flex-1">
          <TextField
            label="Send a test mail to"
            type="email"
            placeholder="admin@contoso.test"
            value={recipient}
            onChange={setRecipient}
            isDisabled={!isPossible}
          />
        </div>
        <Button
          // Not disabled while it is under way: the focus would be lost.
          onPress={() => !test.isPending && test.mutate(recipient.trim())}
          isDisabled={!isPossible || recipient.trim() === ''}
        >
          {test.isPending ? 'Sending…' : 'Send test mail'}
        </Button>
      </div>
      <p role="status" className="mt-2 text-sm wrap-anywhere">
        {!isPossible && 'Save a mail server first; test mails go through what is saved.'}
        {result?.delivery === 'sent' && 'The mail server has taken the test mail.'}
        {result?.delivery === 'failed' && (
          <span className="text-bad">It was not sent: {result.lastError}</span>
        )}
        {test.isError && <span className="text-bad">{describeError(test.error)}</span>}
      </p>
    </section>
  );
}
