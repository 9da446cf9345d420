// Random filters over Users and Groups and values that meet in them: few enough to match often, odd enough to show
// where SQLite and JavaScript part ways (case, code points above U+FFFF, zero characters, quotes, empty text).
import fc from 'fast-check';
import type { CompareOperator, FilterNode } from '../../shared/scim/filter-tree.ts';
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from '../../main/scim/schema/urns.ts';
import {
  arbitraryComparison,
  arbitraryFilter,
  OPERATORS,
} from '../shared/scim/filter-arbitraries.ts';

export const TEXTS = [
  'ada',
  'Ada',
  'ADA Byron',
  'b',
  "o'brien",
  '"quoted"',
  'back\\slash',
  '100%_',
  'E\u0301cole',
  'école',
  'STRASSE',
  'straße',
  '\u{fffd}x',
  '😀',
  '😀😁',
  '\u{d7ff}',
  '\u{10ffff}',
  'zero\u0000end',
  'True',
  '7',
] as const;

const LITERALS = [
  ...TEXTS,
  '',
  'a',
  'A',
  'c',
  '\u0000',
  'end',
  '\\',
  'id-2',
  'id-5',
  'ghost',
  'work',
  'HOME',
  'direct',
  'User',
  'https://scim.test/scim/v2/Users/id-3',
  '/Groups/',
  'W/"1"',
  USER_URN,
  ENTERPRISE_USER_URN.toUpperCase(),
  GROUP_URN,
];

const EQUALITY: readonly CompareOperator[] = ['eq', 'ne'];
const INSTANT_OPERATORS: readonly CompareOperator[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];

const text = fc.constantFrom(...LITERALS);
const boolean = fc.constantFrom<string | boolean>(true, false, 'True', 'false');
const instant = fc.constantFrom(
  '2026-01-01T00:00:05.000Z',
  '2026-01-01T01:00:10+01:00',
  '2026-01-01',
  '2026-01-01T00:00:20',
  '2027-01-01T00:00:00Z',
  '9999-12-31T23:59:59-14:00',
  '0000-01-01T00:00:00+14:00',
);

function comparisons(names: {
  readonly texts: readonly string[];
  readonly booleans?: readonly string[];
  readonly instants?: readonly string[];
  readonly complex?: readonly string[];
}): fc.Arbitrary<FilterNode> {
  const { texts, booleans = [], instants = [], complex = [] } = names;
  const all = [...texts, ...booleans, ...instants, ...complex];
  return fc.oneof(
    { weight: 6, arbitrary: arbitraryComparison(fc.constantFrom(...texts), OPERATORS, text) },
    ...[
      [booleans, EQUALITY, boolean] as const,
      [instants, INSTANT_OPERATORS, instant] as const,
      [all, EQUALITY, fc.constant(null)] as const,
    ]
      .filter(([attributes]) => attributes.length > 0)
      .map(([attributes, operators, value]) => ({
        weight: 1,
        arbitrary: arbitraryComparison(fc.constantFrom(...attributes), operators, value),
      })),
  );
}

const elements = (
  attribute: string,
  texts: readonly string[],
  booleans: readonly string[] = [],
) => ({
  attribute,
  comparisons: comparisons({ texts, booleans }),
});

export const userFilters = arbitraryFilter({
  comparisons: comparisons({
    texts: [
      'id',
      'externalId',
      'userName',
      'displayName',
      'nickName',
      'profileUrl',
      'name.familyName',
      'emails',
      'emails.type',
      'emails.display',
      'department',
      `${ENTERPRISE_USER_URN}:department`,
      'manager',
      'manager.$ref',
      'manager.displayName',
      'groups',
      'groups.$ref',
      'groups.display',
      'groups.type',
      'meta.resourceType',
      'meta.location',
      'meta.version',
      'schemas',
      'favouriteColour',
    ],
    booleans: ['active', 'emails.primary'],
    instants: ['meta.created', 'meta.lastModified'],
    complex: ['name', 'emails', 'groups', 'manager', 'meta', 'phoneNumbers'],
  }),
  valuePaths: [
    elements('emails', ['type', 'value', 'display', 'colour'], ['primary']),
    elements('groups', ['value', '$ref', 'display', 'type']),
    elements('manager', ['value', 'displayName', '$ref']),
    elements('name', ['familyName', 'givenName']),
    elements('meta', ['version', 'location']),
    elements('schemas', ['value']),
    elements('userName', ['value']),
    elements('things', ['value']),
  ],
});

export const groupFilters = arbitraryFilter({
  comparisons: comparisons({
    texts: [
      'id',
      'externalId',
      'displayName',
      'members',
      'members.$ref',
      'members.type',
      'members.display',
      'meta.location',
      'schemas',
      'userName',
    ],
    instants: ['meta.created', 'meta.lastModified'],
    complex: ['members', 'meta'],
  }),
  valuePaths: [
    elements('members', ['value', '$ref', 'type', 'display']),
    elements('schemas', ['value']),
  ],
});
