// The generator of made-up names and addresses of each language. There is one of each in the process: who uses it seeds it,
// and makes a portion without letting others have their turn.
import type { faker as Generator } from '@faker-js/faker/locale/en';
import type { SeedLocale } from '../../shared/admin/transfer.ts';

export type Faker = typeof Generator;

/** Loaded when somebody asks for it. */
const LOCALES: Readonly<Record<SeedLocale, () => Promise<{ readonly faker: Faker }>>> = {
  en: () => import('@faker-js/faker/locale/en'),
  de: () => import('@faker-js/faker/locale/de'),
  es: () => import('@faker-js/faker/locale/es'),
  fr: () => import('@faker-js/faker/locale/fr'),
  it: () => import('@faker-js/faker/locale/it'),
  ja: () => import('@faker-js/faker/locale/ja'),
  pl: () => import('@faker-js/faker/locale/pl'),
  pt_BR: () => import('@faker-js/faker/locale/pt_BR'),
  sv: () => import('@faker-js/faker/locale/sv'),
  tr: () => import('@faker-js/faker/locale/tr'),
};

export async function fakerOfLocale(locale: SeedLocale): Promise<Faker> {
  const { faker } = await LOCALES[locale]();
  return faker;
}
