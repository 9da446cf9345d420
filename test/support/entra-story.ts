// What the Entra provisioning service does to a fresh tenant from the first Test Connection to the last delete, in both
// flag modes. Data only: protocol, browser and desktop tests play the same story.
import { ENTRA_GROUP_CHAPTER } from './entra-story-groups.ts';
import { ENTRA_USER_CHAPTER } from './entra-story-users.ts';
import { filterQuery, FLAG, patchBody, type StoryStep } from './story-step.ts';

const PROBE = 'cf4d78e8-5d1c-4c3b-9b0a-0d5f6ad1e001';

const CONNECTION_CHAPTER: readonly StoryStep[] = [
  {
    title: 'Test Connection asks for a user that does not exist',
    method: 'GET',
    path: '/Users',
    query: filterQuery(`userName eq "${PROBE}"`),
    status: 200,
    operation: 'test-connection',
    sentence: 'Test connection',
  },
  {
    title: 'Test Connection asks for a group that does not exist',
    method: 'GET',
    path: '/Groups',
    query: `excludedAttributes=members&${filterQuery(`displayName eq "${PROBE}"`)}`,
    status: 200,
    operation: 'test-connection',
    sentence: 'Test connection (groups)',
  },
];

const LEAVING_CHAPTER: readonly StoryStep[] = [
  switchActive({ value: 'False', flag: false }),
  switchActive({ value: 'True', flag: false }),
  switchActive({ value: false, flag: true }),
  switchActive({ value: true, flag: true }),
  {
    title: 'the group is deleted',
    method: 'DELETE',
    path: '/Groups/{sales}',
    status: 204,
    state: { get: '/Groups/{sales}', status: 404 },
    operation: 'delete',
    sentence: 'Delete group Sales World',
  },
  {
    title: 'the user is purged',
    method: 'DELETE',
    path: '/Users/{ada}',
    status: 204,
    state: { get: '/Users/{ada}', status: 404 },
    operation: 'delete',
    sentence: 'Delete user ada@contoso.test',
  },
];

export const ENTRA_STORY: readonly StoryStep[] = [
  ...CONNECTION_CHAPTER,
  ...ENTRA_USER_CHAPTER,
  ...ENTRA_GROUP_CHAPTER,
  ...LEAVING_CHAPTER,
];

interface Switch {
  readonly value: string | boolean;
  readonly flag: boolean;
}

/** Disable and restore: a text in the default mode, a boolean with the flag. */
function switchActive({ value, flag }: Switch): StoryStep {
  const active = value === true || value === 'True';
  return {
    title: `the user is ${active ? 'restored' : 'disabled'}, ${flag ? 'with the flag' : 'by default'}`,
    method: 'PATCH',
    path: '/Users/{ada}',
    ...(flag && { query: FLAG }),
    body: patchBody({ op: flag ? 'replace' : 'Replace', path: 'active', value }),
    status: 200,
    state: { get: '/Users/{ada}', has: { active } },
    operation: active ? 'activate' : 'deactivate',
    sentence: `${active ? 'Activate' : 'Deactivate'} ada@contoso.test`,
  };
}
