// What answers hold and look like.
import type { SwitchTable } from '../switch-types.ts';

const PATCH_ANSWERS = [
  { value: 'resource', label: '200 with the resource' },
  { value: 'no-content', label: '204 without a body' },
] as const;

const EMPTY_LISTS = [
  { value: 'empty-list', label: 'An empty list' },
  { value: 'absent', label: 'Left out' },
] as const;

export const answerSwitches = {
  userPatchAnswer: {
    title: 'Answer to PATCH of a User',
    sentence:
      'What a successful PATCH of a User, or of any resource but a Group, is answered with.',
    source: 'RFC 7644 §3.5.2',
    seenIn: "Microsoft's reference server answers 204",
    kind: 'choice',
    choices: PATCH_ANSWERS,
    default: 'resource',
  },
  groupPatchAnswer: {
    title: 'Answer to PATCH of a Group',
    sentence: 'What a successful PATCH of a Group is answered with.',
    source: 'RFC 7644 §3.5.2; Microsoft: Develop a SCIM endpoint',
    seenIn: 'Entra asks for no body, so that members are not sent back',
    kind: 'choice',
    choices: PATCH_ANSWERS,
    default: 'no-content',
  },
  createAnswer: {
    title: 'Answer to POST',
    sentence: 'Whether the answer to a creation holds the resource.',
    source: 'RFC 7644 §3.3',
    seenIn: 'Okta takes a 201 without a body for an error',
    kind: 'choice',
    choices: [
      { value: 'resource', label: '201 with the resource' },
      { value: 'no-body', label: '201 without a body' },
    ],
    default: 'resource',
  },
  locationHeader: {
    title: 'Location header',
    sentence: 'Sends the URL of a new resource in the Location header too.',
    source: 'RFC 7644 §3.3',
    seenIn: 'Left out by some gateways',
    kind: 'boolean',
    default: true,
  },
  emptyMembers: {
    title: 'Members of an empty group',
    sentence: 'How a group without members shows members.',
    source: 'RFC 7643 §2.5; Microsoft: Develop a SCIM endpoint',
    seenIn: "Entra's documentation shows an empty list",
    kind: 'choice',
    choices: EMPTY_LISTS,
    default: 'empty-list',
  },
  emptyResources: {
    title: 'Resources of an empty list',
    sentence: 'How a ListResponse without resources shows Resources.',
    source: 'RFC 7644 §3.4.2',
    seenIn: "The RFC's example leaves it out; clients often expect the list",
    kind: 'choice',
    choices: EMPTY_LISTS,
    default: 'empty-list',
  },
  memberDisplay: {
    title: 'Names of members',
    sentence: 'Shows the name of each member as its display.',
    source: 'RFC 7643 §2.4 and §4.2',
    seenIn: 'Most servers; some show value alone',
    kind: 'boolean',
    default: true,
  },
  membersReturned: {
    title: 'When members are returned',
    sentence:
      'Whether members of a group are returned by default or only when attributes names them.',
    source: 'RFC 7643 §2.2 (returned), RFC 7644 §3.9',
    seenIn: 'Services with large groups return them on request only',
    kind: 'choice',
    choices: [
      { value: 'default', label: 'By default' },
      { value: 'request', label: 'On request' },
    ],
    default: 'default',
  },
  groupsOnUser: {
    title: 'Groups of a User',
    sentence: 'Shows on each User the groups it is a member of.',
    source: 'RFC 7643 §4.1.2',
    seenIn: 'Many servers leave groups out of Users',
    kind: 'boolean',
    default: true,
  },
  indirectGroups: {
    title: 'Indirect groups of a User',
    sentence: 'Shows on each User the groups too that it is in through another group.',
    source: 'RFC 7643 §4.1.2 (type direct or indirect)',
    seenIn: 'Directories with nested groups',
    kind: 'boolean',
    default: true,
  },
  errorStatusType: {
    title: 'status of an error',
    sentence: 'Whether status in the body of an error is text, as the RFC says, or a number.',
    source: 'RFC 7644 §3.12',
    seenIn: 'A number is a common mistake of servers',
    kind: 'choice',
    choices: [
      { value: 'string', label: 'Text' },
      { value: 'number', label: 'Number' },
    ],
    default: 'string',
  },
  responseMediaType: {
    title: 'Media type of answers',
    sentence: 'The Content-Type of answers.',
    source: 'RFC 7644 §3.1 and §8.1',
    seenIn: 'Servers on plain web frameworks send application/json',
    kind: 'choice',
    choices: [
      { value: 'scim', label: 'application/scim+json' },
      { value: 'json', label: 'application/json' },
    ],
    default: 'scim',
  },
  entraFriendlySchemas: {
    title: 'Schemas that Entra can read',
    sentence:
      'Leaves password and the display and primary of lists out of /Schemas; they work all the same.',
    source: 'RFC 7643 §7; Microsoft: gallery schema discovery',
    seenIn: "Entra's schema discovery rejects attributes that it does not know",
    kind: 'boolean',
    default: false,
  },
} as const satisfies SwitchTable;
