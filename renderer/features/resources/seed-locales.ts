// Languages of made-up names, as they are offered.
import type { SeedLocale } from '../../../shared/admin/transfer.ts';

export const SEED_LOCALES: readonly { readonly value: SeedLocale; readonly label: string }[] = [
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
