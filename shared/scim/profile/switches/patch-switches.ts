// What PATCH accepts, and what its operations do.
import type { SwitchTable } from '../switch-types.ts';

export const patchSwitches = {
  acceptOpCase: {
    title: 'Accept op in any case',
    sentence: 'Reads Add, Replace and Remove as add, replace and remove.',
    source:
      'RFC 7644 §3.5.2; Microsoft: Known issues and resolutions with SCIM 2.0 protocol compliance',
    seenIn: 'Entra without the flag aadOptscim062020 sends them',
    kind: 'boolean',
    default: true,
  },
  acceptPathLikeKeys: {
    title: 'Accept paths as keys',
    sentence:
      'Reads name.givenName or emails[type eq "work"].value as a key in the value of an operation without path.',
    source:
      'RFC 7644 §3.5.2.1; Microsoft: Known issues and resolutions with SCIM 2.0 protocol compliance',
    seenIn: 'Entra with the flag aadOptscim062020 sends them',
    kind: 'boolean',
    default: true,
  },
  readOnlyInPatchValue: {
    title: 'readOnly attributes in a value',
    sentence:
      'What happens to readOnly attributes, such as id, in the value of an operation without path.',
    source: 'RFC 7644 §3.5.2 (mutability)',
    seenIn: 'Okta sends the id of a group beside its displayName',
    kind: 'choice',
    choices: [
      { value: 'ignore', label: 'Leave them out' },
      { value: 'reject', label: 'Refuse the request' },
    ],
    default: 'ignore',
  },
  valuePathWithoutMatch: {
    title: 'Value path that matches nothing',
    sentence:
      'Whether replace and add with emails[type eq "work"].value make the value or fail when there is none.',
    source: 'RFC 7644 §3.5.2.3 (noTarget)',
    seenIn: 'Entra relies on the value being made',
    kind: 'choice',
    choices: [
      { value: 'create', label: 'Make the value' },
      { value: 'no-target', label: 'Answer noTarget' },
    ],
    default: 'create',
  },
  memberRemovalByValue: {
    title: 'remove with a list of values',
    sentence:
      'What remove does whose path is a whole list, such as members, and whose value names some of it.',
    source:
      'RFC 7644 §3.5.2.2 (knows no value); Microsoft: Known issues and resolutions with SCIM 2.0 protocol compliance',
    seenIn: 'Entra removes group members so; servers that empty the group are a known defect',
    kind: 'choice',
    choices: [
      { value: 'listed', label: 'Remove those named' },
      { value: 'all', label: 'Remove all of the list' },
      { value: 'refuse', label: 'Refuse the request' },
    ],
    default: 'listed',
  },
  replaceAllMembers: {
    title: 'Replace or clear all members at once',
    sentence: 'Allows a PATCH to replace members as a whole or to remove all of them.',
    source: 'RFC 7644 §3.5.2; AWS: IAM Identity Center SCIM implementation, PatchGroup',
    seenIn: 'AWS IAM Identity Center refuses both',
    kind: 'boolean',
    default: true,
  },
} as const satisfies SwitchTable;
