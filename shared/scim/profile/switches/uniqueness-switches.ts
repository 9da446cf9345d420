// What must be unique, present or known, and which attributes there are.
import type { SwitchTable } from '../switch-types.ts';

export const uniquenessSwitches = {
  uniqueGroupDisplayName: {
    title: 'Unique group names',
    sentence: 'Two groups may not share a displayName, compared without case.',
    source: 'Microsoft: Develop a SCIM endpoint',
    seenIn: 'Entra matches groups by displayName and asks for it',
    kind: 'boolean',
    default: true,
  },
  uniqueExternalId: {
    title: 'Unique externalId',
    sentence: 'Two resources of one type may not share an externalId.',
    source: 'RFC 7643 §3.1',
    seenIn: 'Servers that find users by externalId',
    kind: 'boolean',
    default: false,
  },
  userNameCaseExact: {
    title: 'userName with case',
    sentence: 'Takes Ada and ada for two different userNames, in filters too.',
    source: 'RFC 7643 §4.1.1 (caseExact false)',
    seenIn: 'Servers on databases that compare with case; Entra asks for the opposite',
    kind: 'boolean',
    default: false,
  },
  unknownMembers: {
    title: 'Members that do not exist',
    sentence: 'What happens to a member whose id no resource of the tenant has.',
    source: 'RFC 7643 §4.2',
    seenIn: 'Most servers refuse; gateways keep any id',
    kind: 'choice',
    choices: [
      { value: 'keep', label: 'Keep the id' },
      { value: 'reject', label: 'Refuse the request' },
    ],
    default: 'keep',
  },
  requiredUserAttributes: {
    title: 'Required attributes of a User',
    sentence: 'Which attributes a User cannot be without.',
    source: 'RFC 7643 §4.1; AWS: IAM Identity Center SCIM implementation, CreateUser',
    seenIn: 'AWS IAM Identity Center wants displayName and both names too',
    kind: 'choice',
    choices: [
      { value: 'rfc', label: 'userName' },
      { value: 'aws', label: 'userName, displayName, givenName and familyName' },
    ],
    default: 'rfc',
  },
  userAttributes: {
    title: 'Attributes of a User',
    sentence: 'Which attributes of the core schema a User has; others count as unknown.',
    source: 'RFC 7643 §4.1; AWS: IAM Identity Center SCIM implementation, constraints',
    seenIn: 'AWS IAM Identity Center has no ims, photos, entitlements and certificates',
    kind: 'choice',
    choices: [
      { value: 'all', label: 'All of the RFC' },
      { value: 'aws', label: 'Without ims, photos, entitlements, x509Certificates' },
    ],
    default: 'all',
  },
  singleValueLists: {
    title: 'One e-mail, address and phone number',
    sentence: 'Takes one value at most in emails, addresses and phoneNumbers.',
    source: 'AWS: IAM Identity Center SCIM implementation, constraints',
    seenIn: 'AWS IAM Identity Center',
    kind: 'boolean',
    default: false,
  },
  passwordAccepted: {
    title: 'Passwords',
    sentence: 'Users have a password that can be set; otherwise it counts as an unknown attribute.',
    source: 'RFC 7643 §4.1.1',
    seenIn: 'Services behind single sign-on have none',
    kind: 'boolean',
    default: true,
  },
} as const satisfies SwitchTable;

export const deletionSwitches = {
  deleteMode: {
    title: 'What DELETE does to a User',
    sentence:
      'Whether DELETE removes a User for good or sets active to false and keeps it; Groups always go.',
    source: 'RFC 7644 §3.6',
    seenIn: 'Services that keep accounts for their records deactivate',
    kind: 'choice',
    choices: [
      { value: 'remove', label: 'Remove it' },
      { value: 'deactivate', label: 'Set active to false' },
    ],
    default: 'remove',
  },
} as const satisfies SwitchTable;
