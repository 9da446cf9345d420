// A group: matched, created, filled, emptied in both flag modes, renamed.
import type { JsonObject } from '../../shared/scim/json.ts';
import { filterQuery, FLAG, patchBody, type StoryStep } from './story-step.ts';

const PATH = '/Groups/{sales}';

export const ENTRA_GROUP_CHAPTER: readonly StoryStep[] = [
  {
    title: 'the group is looked up without its members',
    method: 'GET',
    path: '/Groups',
    query: `excludedAttributes=members&${filterQuery('displayName eq "Sales EMEA"')}`,
    status: 200,
    operation: 'look-up',
    sentence: 'Look up group by displayName Sales EMEA: 0 found',
  },
  {
    title: 'the group is created',
    method: 'POST',
    path: '/Groups',
    body: {
      schemas: [
        'urn:ietf:params:scim:schemas:core:2.0:Group',
        'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group',
      ],
      externalId: '4f7d1a55-0000-4000-8000-000000000001',
      displayName: 'Sales EMEA',
      meta: { resourceType: 'Group' },
    },
    status: 201,
    keepIdAs: 'sales',
    state: { get: PATH, has: { displayName: 'Sales EMEA' } },
    operation: 'create',
    sentence: 'Create group Sales EMEA',
  },
  {
    title: 'membership is checked before it is written',
    method: 'GET',
    path: '/Groups',
    query: `excludedAttributes=members&${filterQuery('id eq "{sales}" and members eq "{ada}"')}`,
    status: 200,
    operation: 'check-reference',
    sentence: 'Check whether ada@contoso.test is a member of Sales EMEA: no',
  },
  changeMembers({
    title: 'two members are added',
    operation: { op: 'Add', path: 'members', value: [member('{ada}'), member('{bob}')] },
    left: ['{ada}', '{bob}'],
    meaning: ['add-members', 'Add 2 members to Sales EMEA'],
  }),
  changeMembers({
    title: 'one member is removed by a value list, the default',
    operation: { op: 'Remove', path: 'members', value: [member('{bob}')] },
    left: ['{ada}'],
    meaning: ['remove-members', 'Remove bob@contoso.test from Sales EMEA'],
  }),
  {
    ...changeMembers({
      title: 'one member is removed by a value path, with the flag',
      operation: { op: 'remove', path: 'members[value eq "{ada}"]' },
      left: [],
      meaning: ['remove-members', 'Remove ada@contoso.test from Sales EMEA'],
    }),
    query: FLAG,
  },
  {
    title: 'the group is renamed',
    method: 'PATCH',
    path: PATH,
    body: patchBody({ op: 'Replace', path: 'displayName', value: 'Sales World' }),
    status: 204,
    state: { get: PATH, has: { displayName: 'Sales World' } },
    operation: 'rename',
    sentence: 'Rename Sales EMEA to Sales World',
  },
];

interface MemberStep {
  readonly title: string;
  readonly operation: JsonObject;
  readonly left: readonly string[];
  readonly meaning: readonly [StoryStep['operation'], string];
}

function changeMembers({ title, operation, left, meaning }: MemberStep): StoryStep {
  const isEmpty = left.length === 0;
  return {
    title,
    method: 'PATCH',
    path: PATH,
    body: patchBody(operation),
    status: 204,
    state: {
      get: PATH,
      ...(isEmpty
        ? { lacks: ['members|0'] }
        : { has: { members: left.map((value) => ({ value })) } }),
    },
    operation: meaning[0],
    sentence: meaning[1],
  };
}

function member(value: string): JsonObject {
  return { $ref: null, value };
}
