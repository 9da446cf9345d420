// Names for people of whom a story only needs that there are many.
import type { Random } from './random.ts';

const GIVEN_NAMES = [
  'Aisha',
  'Bruno',
  'Chloé',
  'Dmitri',
  'Elena',
  'Farid',
  'Greta',
  'Hiro',
  'Ines',
  'Jonas',
  'Kavya',
  'Liam',
  'Mei',
  'Noor',
  'Olga',
  'Pablo',
] as const;

const SURNAMES = [
  'Andersen',
  'Baptiste',
  'Castillo',
  'Dvořák',
  'Eriksson',
  'Fischer',
  'García',
  'Haddad',
  'Ivanova',
  'Jansen',
  'Kowalski',
  'Lindholm',
  'Moreau',
  'Nakamura',
  "O'Brien",
  'Petrov',
] as const;

export function makeUpName(random: Random): {
  readonly givenName: string;
  readonly surname: string;
} {
  return { givenName: random.pick(GIVEN_NAMES), surname: random.pick(SURNAMES) };
}
