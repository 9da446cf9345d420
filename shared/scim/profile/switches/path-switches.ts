// How attribute paths and filters are read.
import type { SwitchTable } from '../switch-types.ts';

export const pathSwitches = {
  acceptUnquotedFilterValues: {
    title: 'Accept filter values without quotes',
    sentence: 'Reads userName eq ada; otherwise a text needs double quotes.',
    source: 'RFC 7644 §3.4.2.2 (figure 1)',
    seenIn: "Older Entra documents and Microsoft's Postman collection write it so",
    kind: 'boolean',
    default: true,
  },
  acceptSubAttributeAfterValuePath: {
    title: 'Accept a sub-attribute behind a value path',
    sentence:
      'Reads the filter emails[type eq "work"].value eq "x", which the grammar knows in PATCH paths only.',
    source: 'RFC 7644 §3.4.2.2 (figure 1) and §3.5.2 (figure 7)',
    seenIn: 'Entra matches users by it',
    kind: 'boolean',
    default: true,
  },
  unknownFilterAttribute: {
    title: 'Unknown attribute in a filter',
    sentence:
      'Whether a filter on an attribute that no schema describes matches nothing or is refused.',
    source: 'RFC 7644 §3.4.2.1',
    seenIn: 'The RFC takes it for an attribute without value; many servers refuse',
    kind: 'choice',
    choices: [
      { value: 'no-match', label: 'It has no value' },
      { value: 'reject', label: 'Refuse the filter' },
    ],
    default: 'no-match',
  },
  unknownPatchPath: {
    title: 'Unknown attribute in a PATCH path',
    sentence: 'Whether an operation whose path no schema describes is refused or has no effect.',
    source: 'RFC 7644 §3.5.2 and §3.12 (invalidPath)',
    seenIn: 'Servers that keep a few attributes only ignore the rest',
    kind: 'choice',
    choices: [
      { value: 'reject', label: 'Refuse the request' },
      { value: 'ignore', label: 'Skip the operation' },
    ],
    default: 'reject',
  },
  filterOperators: {
    title: 'Filter operators',
    sentence: 'Which operators a filter may use.',
    source: 'RFC 7644 §3.4.2.2',
    seenIn: 'AWS IAM Identity Center and others know eq and and only; Entra sends no others',
    kind: 'choice',
    choices: [
      { value: 'all', label: 'All of the RFC' },
      { value: 'eq-and', label: 'eq and and only' },
    ],
    default: 'all',
  },
  bothProjections: {
    title: 'attributes with excludedAttributes',
    sentence: 'What happens when a request names both, which exclude each other.',
    source: 'RFC 7644 §3.9',
    seenIn: 'Most servers let attributes win',
    kind: 'choice',
    choices: [
      { value: 'attributes-win', label: 'attributes counts' },
      { value: 'reject', label: 'Refuse the request' },
    ],
    default: 'attributes-win',
  },
  noMatchAnswer: {
    title: 'Filter without a match',
    sentence: 'Whether a filter that matches nothing is answered with an empty list or with 404.',
    source: 'RFC 7644 §3.4.2; Microsoft: Application provisioning in quarantine status',
    seenIn: 'Some older servers answer 404; Entra puts the job into quarantine for it',
    kind: 'choice',
    choices: [
      { value: 'empty-list', label: '200 with an empty list' },
      { value: 'not-found', label: '404' },
    ],
    default: 'empty-list',
  },
} as const satisfies SwitchTable;
