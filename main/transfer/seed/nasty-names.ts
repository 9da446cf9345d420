// Names that break programs: other scripts and directions, marks that combine, quotes of every kind, what looks like
// code, numbers that are text, very long and very short ones.
import type { JsonObject } from '../../../shared/scim/json.ts';
import { describePerson, describeTeam, type Person } from './people.ts';

const LONG = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6).slice(0, 200);

/** Given name, family name. */
const NAMES = [
  ['Zoë', 'Çelik-Šťastný'],
  ['Åsa', 'Øvergård'],
  ['Nguyễn', 'Thị Minh Khai'],
  ['Zoe\u0308', 'Decomposed'], // the same letter as in Zoë, as two characters
  ['İpek', 'Iğdır'], // a dotted capital I, which lower case makes longer
  ['Straße', 'GROẞ'],
  ['محمد', 'الأحمد'],
  ['שָׁלוֹם', 'כהן'],
  ['王', '小明'],
  ['たけし', '髙﨑'],
  ['Владимир', 'Ёлкин'],
  ['Ελένη', 'Παπαδοπούλου'],
  ['👩🏽‍💻', 'Émoji🎉'],
  ['\u{20BB7}野', 'Surrogate'],
  ["D'Arcy", "O'Neil-O'Brien"],
  ['“Curly”', '‘Quotes’'],
  ['"Double"', '\\Backslash\\'],
  ["Robert'); drop table students;--", 'Tables'],
  ['<script>alert(1)</script>', '&amp;'],
  ['=1+1', '@SUM(A1)'],
  ['+49', '-Dash'],
  ["'=Guarded", "''Twice"],
  ['Comma, Semicolon;', 'Tab\tand "quote"'],
  ['New', 'Line\nBreak'],
  ['00042', '007'],
  ['true', 'null'],
  ['1e10', 'NaN'],
  ['J', 'X'],
  ['Mary  Ann', 'Two  Spaces'],
  ['Zero\u200BWidth', 'Joiner\u200D'],
  ['\u202EReversed', 'Override\u202C'],
  ['${name}', '{{template}} %s %n'],
  [LONG, 'Long'],
  ['Long', LONG],
] as const;

export function* nastyNames(): Generator<JsonObject> {
  const people = NAMES.map(toPerson);
  yield* people.map(describePerson);
  const all = people.map(({ userName }) => userName);
  yield describeTeam('Łódź “Q&A” <ops>, = 100% 🎉', all);
  yield describeTeam(LONG, all.slice(0, 3));
}

function toPerson([givenName, familyName]: (typeof NAMES)[number], index: number): Person {
  const number = String(index + 1).padStart(3, '0');
  return {
    givenName,
    familyName,
    userName: index % 2 === 0 ? `nasty.${number}@names.example` : `näme+${number}'s@names.example`,
    externalId: number, // leading zeros are part of it
    employeeNumber: number,
    department: familyName,
  };
}
