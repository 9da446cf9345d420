// The mappings as Microsoft Graph's synchronizationSchema, out and in.
// @see https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationschema
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSchema } from '../../../main/simulator/mapping/default-schema.ts';
import { readGraphSchema } from '../../../main/simulator/mapping/graph/read-graph-schema.ts';
import { writeGraphSchema } from '../../../main/simulator/mapping/graph/write-graph-schema.ts';
import { GraphSynchronizationSchema } from '../../../shared/simulator/graph-schema.ts';
import type { AttributeMapping, SynchronizationSchema } from '../../../shared/simulator/mapping.ts';

const schema = defaultSchema();

function changed(): SynchronizationSchema {
  const [first] = schema.users.attributeMappings;
  assert.ok(first);
  const plain: AttributeMapping = { ...first, source: null, matchingPrecedence: null };
  return {
    ...schema,
    users: {
      ...schema.users,
      targetActions: { create: true, update: true, delete: false },
      attributeMappings: [
        ...schema.users.attributeMappings,
        { ...plain, target: 'nickName', type: 'Constant', constant: 'a "b" \\ c' },
        {
          ...plain,
          target: 'userType',
          type: 'None',
          defaultValue: 'Member',
          apply: 'ObjectAddOnly',
        },
        {
          ...plain,
          target: 'locale',
          type: 'Expression',
          expression: 'IIF([country] = "DE",  "de-DE", "en-US")',
        },
        { ...plain, target: 'timezone', type: 'Expression', expression: 'Broken(' },
      ],
      scopingFilters: [
        {
          title: 'Sales in Germany',
          clauses: [
            { attribute: 'department', operator: 'EQUALS', value: 'Sales' },
            { attribute: 'mail', operator: 'IS NOT NULL', value: '' },
          ],
        },
      ],
    },
    groups: {
      ...schema.groups,
      enabled: false,
      targetActions: { create: false, update: false, delete: false },
    },
  };
}

test('What goes out comes in again as it was, through JSON text', () => {
  const text = JSON.stringify(writeGraphSchema(changed()));

  const read = readGraphSchema(GraphSynchronizationSchema.parse(JSON.parse(text)));

  assert.deepEqual(read, { schema: changed(), notes: [] });
});

test('An expression goes out with its functions, parameters and text', () => {
  const graph = writeGraphSchema(schema);
  const mappings = graph.synchronizationRules[0]?.objectMappings[0]?.attributeMappings ?? [];

  assert.deepEqual(
    mappings.find(({ targetAttributeName }) => targetAttributeName === 'name.formatted')?.source,
    {
      expression: 'Join(" ", [givenName], [surname])',
      name: 'Join',
      type: 'Function',
      parameters: [
        {
          key: 'separator',
          value: { expression: '" "', name: ' ', parameters: [], type: 'Constant' },
        },
        {
          key: 'source',
          value: {
            expression: '[givenName]',
            name: 'givenName',
            parameters: [],
            type: 'Attribute',
          },
        },
        {
          key: 'source3',
          value: { expression: '[surname]', name: 'surname', parameters: [], type: 'Attribute' },
        },
      ],
    },
  );
});

test('A schema of a real tenant is read, and what has no counterpart is named', () => {
  const graph = GraphSynchronizationSchema.parse({
    id: 'SfSandboxOutDelta.e4bbf44533ea4eabb17027f3a92e92aa',
    synchronizationRules: [
      {
        id: '4c5ecfa1-a072-4460-b1c3-4adde3479854',
        objectMappings: [
          {
            enabled: true,
            flowTypes: 'Add, Update',
            name: 'Synchronize users',
            scope: {
              groups: [
                {
                  name: 'On',
                  clauses: [
                    {
                      operatorName: 'IsMemberOf',
                      sourceOperandName: 'objectId',
                      targetOperand: { values: ['x'] },
                    },
                  ],
                },
              ],
            },
            sourceObjectName: 'User',
            targetObjectName: 'User',
            attributeMappings: [
              {
                defaultValue: 'True',
                flowType: 'ValueAddOnly',
                matchingPriority: 0,
                source: {
                  expression: 'Not([IsSoftDeleted])',
                  name: 'Not',
                  type: 'Function',
                  parameters: [],
                },
                targetAttributeName: 'active',
              },
            ],
          },
          { sourceObjectName: 'Device', targetObjectName: 'Device', attributeMappings: [] },
        ],
      },
    ],
  });

  const read = readGraphSchema(graph);

  assert.deepEqual(read?.notes, [
    'Objects of type Device are not provisioned here; their mapping was left out.',
    'There is no mapping of groups; the default one was added, disabled.',
    'active has the flow type ValueAddOnly, which is not known here; it applies always.',
    'The filter "On" uses the operator IsMemberOf, which is not known here; the clause was left out.',
  ]);
  assert.deepEqual(read.schema.users.attributeMappings, [
    {
      target: 'active',
      type: 'Expression',
      source: null,
      constant: null,
      expression: 'Not([IsSoftDeleted])',
      defaultValue: 'True',
      matchingPrecedence: null,
      apply: 'Always',
    },
  ]);
});
