// The core User (RFC 7643 §4.1 and §8.7.1), as corrected by errata 5990, 5991, 6001 and 6007: country is ISO 3166-1
// alpha-2, references are caseExact, a preferred language reads `en-US`. Binary values are caseExact (§2.3.6).
// `primary` and `display` of §2.4 are kept for addresses too: clients send them.
import { defineAttribute, defineElements, defineType, PRIMARY } from '../define-attribute.ts';
import type { AttributeDefinition, SchemaDefinition } from '../schema-types.ts';
import { USER_URN } from '../urns.ts';

const NAME = defineAttribute({
  name: 'name',
  type: 'complex',
  description: "The parts of the person's name.",
  subAttributes: [
    defineAttribute({
      name: 'formatted',
      description: 'The whole name in one text, as it is to be shown.',
    }),
    defineAttribute({ name: 'familyName', description: 'Family name, or last name.' }),
    defineAttribute({ name: 'givenName', description: 'Given name, or first name.' }),
    defineAttribute({ name: 'middleName', description: 'Middle names.' }),
    defineAttribute({ name: 'honorificPrefix', description: 'Title before the name, as in "Dr."' }),
    defineAttribute({ name: 'honorificSuffix', description: 'Suffix of the name, as in "III".' }),
  ],
});

const SINGULAR: readonly AttributeDefinition[] = [
  defineAttribute({
    name: 'userName',
    role: 'userName',
    description: 'What the user signs in with; unique among the users of the tenant.',
    required: true,
    uniqueness: 'server',
  }),
  NAME,
  defineAttribute({
    name: 'displayName',
    role: 'displayName',
    description: 'The name to show for the user.',
  }),
  defineAttribute({ name: 'nickName', description: 'What the user is called in daily life.' }),
  defineAttribute({
    name: 'profileUrl',
    description: 'Page about the user.',
    type: 'reference',
    referenceTypes: ['external'],
    caseExact: true,
  }),
  defineAttribute({ name: 'title', description: 'Job title, such as "Head of Sales".' }),
  defineAttribute({
    name: 'userType',
    description: 'Relation to the organization, such as "Employee" or "Contractor".',
  }),
  defineAttribute({
    name: 'preferredLanguage',
    description: 'Preferred language, such as "en-US".',
  }),
  defineAttribute({
    name: 'locale',
    description: 'How dates, numbers and currency are written, such as "en-US".',
  }),
  defineAttribute({
    name: 'timezone',
    description: 'Time zone by its IANA name, such as "Europe/Berlin".',
  }),
  defineAttribute({
    name: 'active',
    role: 'active',
    description: 'Whether the user may use the service.',
    type: 'boolean',
  }),
  defineAttribute({
    name: 'password',
    role: 'password',
    description: 'Clear text password to set; never returned.',
    mutability: 'writeOnly',
    returned: 'never',
  }),
];

const ADDRESSES = defineAttribute({
  name: 'addresses',
  description: 'Postal addresses.',
  type: 'complex',
  multiValued: true,
  subAttributes: [
    defineAttribute({
      name: 'formatted',
      description: 'The whole address in one text, with line breaks.',
    }),
    defineAttribute({ name: 'streetAddress', description: 'Street, house number, post box.' }),
    defineAttribute({ name: 'locality', description: 'City or town.' }),
    defineAttribute({ name: 'region', description: 'State or region.' }),
    defineAttribute({ name: 'postalCode', description: 'Postal code.' }),
    defineAttribute({
      name: 'country',
      description: 'Country, two letters as in ISO 3166-1 alpha-2.',
    }),
    defineAttribute({ name: 'display', description: 'A name to show for this value.' }),
    defineType(['work', 'home', 'other']),
    PRIMARY,
  ],
});

const GROUPS = defineAttribute({
  name: 'groups',
  role: 'groups',
  description: 'Groups that the user is a direct member of.',
  type: 'complex',
  multiValued: true,
  mutability: 'readOnly',
  subAttributes: [
    defineAttribute({
      name: 'value',
      description: 'The id of the group.',
      // Against §8.7.1: it holds an id, and ids are caseExact.
      caseExact: true,
      mutability: 'readOnly',
    }),
    defineAttribute({
      name: '$ref',
      description: 'URL of the group.',
      type: 'reference',
      referenceTypes: ['Group'],
      caseExact: true,
      mutability: 'readOnly',
    }),
    defineAttribute({
      name: 'display',
      description: 'The name of the group.',
      mutability: 'readOnly',
    }),
    defineAttribute({
      name: 'type',
      description: 'Whether the membership is direct or through another group.',
      canonicalValues: ['direct', 'indirect'],
      mutability: 'readOnly',
    }),
  ],
});

export const USER_SCHEMA: SchemaDefinition = {
  id: USER_URN,
  name: 'User',
  description: 'A person or other account',
  attributes: [
    ...SINGULAR,
    defineElements({
      name: 'emails',
      description: 'E-mail addresses.',
      value: { description: 'An e-mail address, such as "ada@example.com".' },
      types: ['work', 'home', 'other'],
    }),
    defineElements({
      name: 'phoneNumbers',
      description: 'Telephone numbers.',
      value: { description: 'A telephone number, kept as it was sent.' },
      types: ['work', 'home', 'mobile', 'fax', 'pager', 'other'],
    }),
    defineElements({
      name: 'ims',
      description: 'Instant messaging addresses.',
      value: { description: 'An instant messaging address.' },
      types: ['aim', 'gtalk', 'icq', 'xmpp', 'msn', 'skype', 'qq', 'yahoo'],
    }),
    defineElements({
      name: 'photos',
      description: 'Pictures of the user.',
      value: {
        description: 'URL of a picture.',
        type: 'reference',
        referenceTypes: ['external'],
        caseExact: true,
      },
      types: ['photo', 'thumbnail'],
    }),
    ADDRESSES,
    GROUPS,
    defineElements({
      name: 'entitlements',
      description: 'Things the user is entitled to.',
      value: { description: 'An entitlement.' },
    }),
    defineElements({
      name: 'roles',
      description: 'Roles of the user.',
      value: { description: 'A role, by the name or id that the service provider gives it.' },
    }),
    defineElements({
      name: 'x509Certificates',
      description: 'Certificates of the user.',
      value: {
        description: 'A certificate: DER in base64.',
        type: 'binary',
        caseExact: true,
      },
    }),
  ],
};
