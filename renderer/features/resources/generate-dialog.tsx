// Made-up people and groups: which, how many, in which language.
import { useState } from 'react';
import type { SeedLocale, SeedOrder } from '../../../shared/admin/transfer.ts';
import { callAdmin } from '../../api/client.ts';
import { useSettings } from '../../api/use-settings.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useStartJob } from '../jobs/use-jobs.ts';
import { SeedFields } from './seed-fields.tsx';

interface GenerateDialogProps {
  readonly onClose: () => void;
}

type Preset = SeedOrder['preset'];

const PRESETS: readonly {
  readonly value: Preset;
  readonly label: string;
  readonly hint: string;
}[] = [
  {
    value: 'contoso-12',
    label: 'Contoso 12',
    hint: 'Twelve people of a small firm and three groups.',
  },
  { value: 'people-500', label: '500 staff', hint: '500 people with managers, in 20 groups.' },
  { value: 'people-10000', label: '10,000 for stress', hint: '10,000 people in 50 groups.' },
  {
    value: 'nasty-names',
    label: 'Nasty names',
    hint: 'Names that break programs: other scripts, marks, quotes, emoji, 200 letters.',
  },
  { value: 'people', label: 'As many as I say', hint: 'People with managers, in 8 to 50 groups.' },
];

const WRITTEN_OUT: ReadonlySet<Preset> = new Set<Preset>(['contoso-12', 'nasty-names']);
const MOST = 100_000;

export function GenerateDialog({ onClose }: GenerateDialogProps) {
  const tenant = useTenantSlug();
  const usualSeed = String(useSettings()['simulator.seed']);
  const [form, setForm] = useState({ ...FIRST, seed: usualSeed });
  const start = useStartJob((body: SeedOrder) =>
    callAdmin('startSeed', { params: { tenant }, body }),
  );
  const problems = findProblems(form);

  function generate(): void {
    if (Object.keys(problems).length > 0) return;
    const { people, seed, ...order } = form;
    const numbers = { people: Number(people), seed: Number(seed) };
    start.mutate({ ...order, ...numbers }, { onSuccess: onClose });
  }

  return (
    <Dialog
      isOpen
      size="medium"
      title="Generate people"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={start.isPending} onPress={generate}>
            Generate
          </Button>
        </>
      }
    >
      <Fields form={form} problems={problems} onChange={(part) => setForm({ ...form, ...part })} />
      <p className="pt-3 text-sm">
        People who are there already, by their user name, are left as they are. Progress shows in
        the status bar, where it can be cancelled.
      </p>
      {start.error !== null && (
        <p role="alert" className="pt-2 text-bad">
          {describeError(start.error)}
        </p>
      )}
    </Dialog>
  );
}

interface GenerateForm {
  readonly preset: Preset;
  readonly people: string;
  readonly seed: string;
  readonly locale: SeedLocale;
}

const FIRST: GenerateForm = { preset: 'contoso-12', people: '100', seed: '1', locale: 'en' };

interface FieldsProps {
  readonly form: GenerateForm;
  readonly problems: Problems;
  readonly onChange: (part: Partial<GenerateForm>) => void;
}

function Fields({ form, problems, onChange }: FieldsProps) {
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
      <SelectField
        label="What"
        options={PRESETS}
        value={form.preset}
        onChange={(preset) => onChange({ preset })}
        hint={PRESETS.find(({ value }) => value === form.preset)?.hint ?? ''}
      />
      {form.preset === 'people' && (
        <TextField
          label="How many"
          inputMode="numeric"
          value={form.people}
          onChange={(people) => onChange({ people })}
          error={problems.people}
        />
      )}
      {!WRITTEN_OUT.has(form.preset) && (
        <SeedFields
          locale={form.locale}
          seed={form.seed}
          seedError={problems.seed}
          onChange={onChange}
        />
      )}
    </div>
  );
}

interface Problems {
  readonly people?: string;
  readonly seed?: string;
}

function findProblems({ preset, people, seed }: GenerateForm): Problems {
  const isCount = /^\d+$/.test(people) && Number(people) >= 1 && Number(people) <= MOST;
  return {
    ...(preset === 'people' && !isCount && { people: 'A whole number from 1 to 100,000.' }),
    ...(!/^\d{1,9}$/.test(seed) && { seed: 'A whole number of at most nine digits.' }),
  };
}
