// What a filter means for one resource (RFC 7644 §3.4.2.2), as a table of filters that match and do not.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  evaluateElementFilter,
  evaluateFilter,
} from '../../../main/scim/filter/evaluate-filter.ts';
import { readFilter } from '../../../main/scim/filter/read-filter.ts';
import { resolveElementFilter } from '../../../main/scim/filter/resolve-filter.ts';
import { resolveAttribute } from '../../../main/scim/schema/resolve-attribute.ts';
import { userModel } from '../../../main/scim/schema/resource-models.ts';
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from '../../../main/scim/schema/urns.ts';
import { parseFilter } from '../../../shared/scim/parse-filter.ts';
import { DEFAULT_PROFILE } from '../../../shared/scim/profile/profile-setting.ts';
import { GROUP_RULES, rulesOf, USER_RULES } from '../../support/rules.ts';

const ADA = {
  schemas: [USER_URN, ENTERPRISE_USER_URN],
  id: 'u1',
  externalId: 'Ext-7',
  userName: 'Ada.Byron@example.com',
  name: { familyName: 'Byron', givenName: 'Ada' },
  active: true,
  profileUrl: 'https://example.com/Ada',
  emails: [
    { type: 'work', value: 'ada@work.example', primary: true },
    { type: 'home', value: 'ada@home.example' },
  ],
  [ENTERPRISE_USER_URN]: { department: 'Engines', manager: { value: 'm1' } },
  meta: {
    resourceType: 'User',
    created: '2026-01-02T03:04:05.000Z',
    lastModified: '2026-01-02T04:04:05.000Z',
    location: 'https://tenant.example/scim/v2/Users/u1',
    version: 'W/"3"',
  },
};

const CREW = {
  schemas: [GROUP_URN],
  id: 'g1',
  displayName: 'Crew',
  members: [{ value: 'u1', type: 'User', display: 'Ada' }],
};

const MATCHING: Readonly<Record<string, readonly string[]>> = {
  'text without caseExact compares without case': [
    'userName eq "ada.byron@EXAMPLE.com"',
    'userName sw "ADA"',
    'userName ew ".COM"',
    'userName co "byron@"',
    'name.familyName ge "byron"',
    'name.familyName lt "c"',
  ],
  'caseExact text compares as it is': [
    'id eq "u1"',
    'not (id eq "U1")',
    'externalId eq "Ext-7"',
    'not (externalId eq "ext-7")',
    'profileUrl ew "/Ada"',
    'not (profileUrl ew "/ada")',
  ],
  'names and URNs have no case': [
    'USERNAME pr',
    `${USER_URN.toLowerCase()}:username sw "ada"`,
    `${ENTERPRISE_USER_URN}:department eq "engines"`,
    `${ENTERPRISE_USER_URN}:manager.value eq "m1"`,
    `schemas eq "${USER_URN.toUpperCase()}"`,
  ],
  'a complex attribute alone means its value (Entra: manager, members)': [
    'emails co "work.example"',
    'emails eq "ada@home.example"',
    'manager eq "m1"',
    'id eq "u1" and manager eq "m1"',
  ],
  'a value path asks for one element': [
    'emails[type eq "work" and value co "@work"]',
    'not (emails[type eq "home" and value co "@work"])',
    'emails[type eq "work"].value eq "ADA@work.example"',
    'emails[not (primary pr)]',
    'emails[primary ne true and type eq "home"]',
    'name[familyName eq "byron"]',
    `schemas[value eq "${USER_URN}"]`,
  ],
  'presence is a value that is not empty': [
    'name pr',
    'emails pr',
    'emails.value pr',
    'active pr',
    'not (nickName pr)',
    'not (phoneNumbers pr)',
    'not (emails.display pr)',
  ],
  'null means not present': ['nickName eq null', 'userName ne null', 'not (emails eq null)'],
  'ne is exactly not eq, on absent and on multi-valued attributes too': [
    'nickName ne "x"',
    'emails.type ne "other"',
    'not (emails.type ne "work")',
    'userName ne "other"',
  ],
  'other operators do not hold on an absent attribute': [
    'not (nickName eq "x")',
    'not (nickName co "")',
    'not (title gt "")',
  ],
  'dateTimes compare by instant': [
    'meta.created eq "2026-01-02T05:04:05+02:00"',
    'meta.created lt "2026-01-02T04:00:00Z"',
    'meta.lastModified gt "2026-01-02T05:00:00.000+01:00"',
    'meta.created ge "2026-01-02"',
    'meta.created sw "2026-01"',
  ],
  'booleans compare with booleans and the texts that Entra sends': [
    'active eq true',
    'active ne false',
    'active eq "True"',
    'emails[primary eq "true"]',
    'emails.primary eq "TRUE"',
  ],
  'common attributes can be filtered by': [
    'meta.resourceType eq "User"',
    'meta.version eq "W/\\"3\\""',
    'meta.location ew "/Users/u1"',
    'meta pr',
  ],
  'an attribute no schema knows has no value': [
    'not (favouriteColour eq "blue")',
    'favouriteColour ne "blue"',
    'not (favouriteColour pr)',
    'favouriteColour eq null',
    'not (things[type eq "x"])',
    'not (emails[colour eq "x"])',
    'not (constructor pr)',
  ],
  'unquoted values are taken as text': ['externalId eq Ext-7', 'not (externalId eq 7)'],
};

const REFUSED: readonly (readonly [filter: string, detail: string])[] = [
  ['active gt true', 'Filter: "active" is a boolean, which gt cannot compare'],
  ['active co "t"', 'Filter: "active" is a boolean, which co cannot compare'],
  ['active eq "yes"', 'Filter: "yes" is not a boolean to compare "active" with'],
  ['active eq 1', 'Filter: 1 is not a boolean to compare "active" with'],
  [
    'x509Certificates.value gt "a"',
    'Filter: "x509Certificates.value" is a binary, which gt cannot compare',
  ],
  ['userName eq true', 'Filter: true is not a string to compare "userName" with'],
  [
    'meta.created gt "yesterday"',
    'Filter: "yesterday" is not a dateTime to compare "meta.created" with',
  ],
  ['userName gt null', 'Filter: "userName" can be compared with null by eq and ne only'],
  ['name eq "x"', 'Filter: "name" is complex; compare one of its sub-attributes'],
  [
    'emails.value[type eq "x"]',
    'Filter: "emails.value[" filters a sub-attribute, which has no elements',
  ],
  ['password sw "a"', 'Filter: "password" is never returned and cannot be filtered by'],
  ['password pr', 'Filter: "password" is never returned and cannot be filtered by'],
  ['userName zz "x"', 'Filter: "zz" is not an operator (character 10)'],
  ['__proto__ pr', 'Filter: "__proto__" is not an attribute name (character 1)'],
  ['userName', 'Filter: Expected an operator after "userName", found the end (character 9)'],
];

describe('RFC 7644 §3.4.2.2: a filter over one User', () => {
  for (const [claim, filters] of Object.entries(MATCHING)) {
    describe(claim, () => {
      for (const text of filters) {
        test(text, () => assert.equal(evaluateFilter(readFilter(text, USER_RULES), ADA), true));
      }
    });
  }
});

describe('a filter over one Group', () => {
  for (const text of [
    'id eq "g1" and members eq "u1"',
    'members.value eq "u1"',
    'members[value eq "u1" and type eq "user"]',
    'not (members eq "U1")',
    'displayName eq "CREW"',
  ]) {
    test(text, () => assert.equal(evaluateFilter(readFilter(text, GROUP_RULES), CREW), true));
  }
});

describe('a filter that cannot be run', () => {
  for (const [text, detail] of REFUSED) {
    test(`${text} is invalidFilter and says why`, () => {
      assert.throws(() => readFilter(text, USER_RULES), {
        name: 'ScimError',
        status: 400,
        scimType: 'invalidFilter',
        detail,
      });
    });
  }

  test('values without quotes can be refused', () => {
    assert.throws(
      () => readFilter('id eq u1', rulesOf(userModel, { acceptUnquotedFilterValues: false })),
      {
        scimType: 'invalidFilter',
      },
    );
  });
});

describe('a filter over the elements of an attribute', () => {
  test('knows its sub-attributes by their bare names', () => {
    const emails = resolveAttribute(userModel, 'emails');
    assert.ok(emails);
    const tree = parseFilter('type eq "WORK" and primary eq "True"', { lenient: false });

    const filter = resolveElementFilter(tree, emails, DEFAULT_PROFILE);

    assert.deepEqual(
      ADA.emails.map((element) => evaluateElementFilter(filter, element)),
      [true, false],
    );
  });
});
