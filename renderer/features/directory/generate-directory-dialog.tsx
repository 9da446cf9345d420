// Made-up people and groups for the directory: how many, in which departments, in which language.
import { useState } from 'react';
import type { SeedLocale } from '../../../shared/admin/transfer.ts';
import { GenerateOrder } from '../../../shared/simulator/directory-views.ts';
import { callAdmin } from '../../api/client.ts';
import { useSettings } from '../../api/use-settings.ts';
import { TextField } from '../../ui/text-field.tsx';
import { FormDialog } from '../entra/form-dialog.tsx';
import { useStartJob } from '../jobs/use-jobs.ts';
import { SeedFields } from '../resources/seed-fields.tsx';

const FIRST = {
  users: '100',
  groups: '8',
  seed: '1',
  locale: 'en' as SeedLocale,
  departments: '',
  domain: 'contoso.example',
};
type GenerateForm = typeof FIRST;

export function GenerateDirectoryDialog({ onClose }: { readonly onClose: () => void }) {
  const seed = String(useSettings()['simulator.seed']);
  const [form, setForm] = useState({ ...FIRST, seed });
  const [isTried, setIsTried] = useState(false);
  const start = useStartJob((body: GenerateOrder) => callAdmin('generateDirectory', { body }));
  const order = GenerateOrder.safeParse(toOrder(form));
  const wrong = isTried && !order.success ? order.error.issues.map(({ path }) => path[0]) : [];

  function submit(): void {
    setIsTried(true);
    if (order.success) start.mutate(order.data, { onSuccess: onClose });
  }

  return (
    <FormDialog
      size="medium"
      title="Generate people"
      submitLabel="Generate"
      isPending={start.isPending}
      error={start.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Fields form={form} wrong={wrong} onChange={(part) => setForm({ ...form, ...part })} />
      <p className="text-sm">
        Managers form a tree with one person at the top; one account in twenty is blocked. Users who
        are there already stay as they are. Progress shows in the status bar, where it can be
        cancelled.
      </p>
    </FormDialog>
  );
}

interface FieldsProps {
  readonly form: GenerateForm;
  /** Names of fields that cannot be taken. */
  readonly wrong: readonly unknown[];
  readonly onChange: (part: Partial<GenerateForm>) => void;
}

function Fields({ form, wrong, onChange: change }: FieldsProps) {
  const errorOf = (name: keyof GenerateForm, sentence: string) =>
    wrong.includes(name) ? sentence : undefined;
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
      <TextField
        label="Users"
        autoFocus
        inputMode="numeric"
        value={form.users}
        onChange={(users) => change({ users })}
        error={errorOf('users', 'A whole number up to 100,000.')}
      />
      <TextField
        label="Groups"
        hint="One for each department first, then teams across them."
        inputMode="numeric"
        value={form.groups}
        onChange={(groups) => change({ groups })}
        error={errorOf('groups', 'A whole number up to 1,000.')}
      />
      <SeedFields
        locale={form.locale}
        seed={form.seed}
        seedError={errorOf('seed', 'A whole number of at most nine digits.')}
        onChange={change}
      />
      <TextField
        label="Departments"
        placeholder="Engineering, Sales, Marketing…"
        hint="With commas between them; empty: eight usual ones."
        value={form.departments}
        onChange={(departments) => change({ departments })}
        error={errorOf('departments', 'At most 50, each of at most 64 characters.')}
      />
      <TextField
        label="Domain"
        value={form.domain}
        onChange={(domain) => change({ domain })}
        error={errorOf('domain', 'A domain such as contoso.example.')}
      />
    </div>
  );
}

function toOrder({ departments, ...form }: GenerateForm) {
  const names = departments
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return {
    ...form,
    users: readNumber(form.users),
    groups: readNumber(form.groups),
    seed: readNumber(form.seed),
    domain: form.domain.trim(),
    ...(names.length > 0 && { departments: names }),
  };
}

/** NaN where the text is no whole number. */
function readNumber(text: string): number {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
}
