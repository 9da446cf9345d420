// Whose names people are made up with: the language, and the number that makes them the same again.
import type { SeedLocale } from '../../../shared/admin/transfer.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface SeedFieldsProps {
  readonly locale: SeedLocale;
  readonly seed: string;
  readonly seedError: string | undefined;
  readonly onChange: (change: { readonly locale: SeedLocale } | { readonly seed: string }) => void;
}

export function SeedFields({ locale, seed, seedError, onChange }: SeedFieldsProps) {
  return (
    <>
      <SelectField
        label="Language of the names"
        options={SEED_LOCALES}
        value={locale}
        onChange={(next) => onChange({ locale: next })}
      />
      <TextField
        label="Seed"
        hint="The same number gives the same people."
        inputMode="numeric"
        value={seed}
        onChange={(next) => onChange({ seed: next })}
        error={seedError}
      />
    </>
  );
}

const SEED_LOCALES: readonly { readonly value: SeedLocale; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'German' },
  { value: 'es', label: 'Spanish' },
  { value: 'fr', label: 'French' },
  { value: 'it', label: 'Italian' },
  { value: 'ja', label: 'Japanese' },
  { value: 'pl', label: 'Polish' },
  { value: 'pt_BR', label: 'Portuguese (Brazil)' },
  { value: 'sv', label: 'Swedish' },
  { value: 'tr', label: 'Turkish' },
];
