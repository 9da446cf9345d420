// Where presets differ from RFC strict under the conformance checks, and the switch that causes it. A check that needs
// two switches is named at both.
import type { SwitchName } from '../../../shared/scim/profile/switches.ts';

/** What does not pass under RFC strict: what a black box cannot see, what holds for Entra only, and Entra's own forms. */
export const NOT_PASSED_UNDER_RFC_STRICT = {
  skipped: words(
    'A14 N4 D15 D16 U12 C9 F21 F24 F25 X10 X24 X25 X26 X27 X30 X31',
    'B13 V6 M3 E3 E4 Z1',
  ),
  failed: words('MS2 MS3 MS5 MS6 MS9 MS11 MS12 MS13'),
} as const;

export const EXPLAINED: Partial<Readonly<Record<SwitchName, readonly string[]>>> = {
  acceptLooseReferences: ['S20'],
  acceptManagerForms: ['MS5'],
  acceptOpCase: words('MS2 MS3 MS5 MS6 MS9 MS11 MS12 MS13'),
  acceptUnquotedFilterValues: ['F22'],
  missingSchemas: ['C4'],
  unknownSchemas: ['C4'],
  unknownMembers: ['X30'],
  memberRemovalByValue: ['MS12'],
  valuePathWithoutMatch: ['X13'],

  asyncSupported: words('T2 T4'),
  bulkSupported: section('B', 13),
  changePasswordSupported: ['U3'],
  cursorPaging: section('G', 14),
  etagSupported: section('V', 6),
  meSupported: ['M4'],
  rootQuerySupported: words('R5 Q3'),
  searchSupported: ['F23', ...section('Q', 5)],
  sortSupported: words('O1 O2 O3 O4 O5 O7 G9'),

  filterOperators: words('F1 F2 F4 F5 F6 F7 F8 F12 F14 F17'),
  passwordAccepted: words('N5 S13 U3'),
  requiredUserAttributes: words('S7 S8'),
  singleValueLists: words('F6 X6 X7 X13 X14 X16 X23'),
  userAttributes: ['U4'],

  deleteMode: words('U13 R2 K2 K3 MS4'),
  groupsOnUser: ['U6'],
  unknownPatchPath: ['X34'],

  canonicalValues: ['S23'],
  errorStatusType: words(
    'A6 A11 A12 N2 N6 D8 D9 S10 S12 S15 S17 U1 U7 C2 C3 R1 F3 F15 F16 P7 W4 W5 W6 W7',
    'X1 X2 X3 X13 X15 X17 X18 X19 X20 M1 M2 E1 E2 E6',
  ),
  locationHeader: ['C1'],
  noMatchAnswer: words('R4 F11 F19 F22 MS7 MS10'),
  responseMediaType: ['A1'],
  unknownAttributes: ['S27'],
  userNameCaseExact: words('S16 F11 Z6'),
};

function section(letter: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
}

function words(...lines: readonly string[]): readonly string[] {
  return lines.join(' ').split(' ');
}
