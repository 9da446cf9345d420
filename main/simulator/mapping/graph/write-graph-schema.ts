// The mappings of a job as Microsoft Graph has them.
import { ExpressionError } from '../../../../shared/simulator/expression/expression-error.ts';
import type { ExpressionNode } from '../../../../shared/simulator/expression/expression-tree.ts';
import { findFunction } from '../../../../shared/simulator/expression/functions.ts';
import { parseExpression } from '../../../../shared/simulator/expression/parse-expression.ts';
import { printExpression } from '../../../../shared/simulator/expression/print-expression.ts';
import type {
  GraphAttributeDefinition,
  GraphAttributeMapping,
  GraphMappingSource,
  GraphObjectMapping,
  GraphSynchronizationSchema,
} from '../../../../shared/simulator/graph-schema.ts';
import type {
  AttributeMapping,
  ListedAttribute,
  ObjectMapping,
  ScopingFilter,
  SynchronizationSchema,
} from '../../../../shared/simulator/mapping.ts';
import type { DirectoryObjectType } from '../../../../shared/simulator/directory.ts';
import {
  sourceAttributesOf,
  type SourceAttribute,
} from '../../../../shared/simulator/source-attributes.ts';
import { SOURCE_DIRECTORY, TARGET_DIRECTORY, TARGET_OBJECTS } from './graph-names.ts';

export function writeGraphSchema(schema: SynchronizationSchema): GraphSynchronizationSchema {
  return {
    synchronizationRules: [
      {
        name: 'USER_OUTBOUND_USER',
        priority: 1,
        editable: true,
        sourceDirectoryName: SOURCE_DIRECTORY,
        targetDirectoryName: TARGET_DIRECTORY,
        objectMappings: [schema.users, schema.groups].map(writeObject),
      },
    ],
    directories: [
      {
        name: SOURCE_DIRECTORY,
        objects: (['User', 'Group'] as const).map((name) => ({
          name,
          attributes: sourceAttributesOf(schema, name).map(listSource).map(writeDefinition),
        })),
      },
      {
        name: TARGET_DIRECTORY,
        objects: [
          {
            name: TARGET_OBJECTS.User,
            attributes: schema.userTargetAttributes.map(writeDefinition),
          },
          {
            name: TARGET_OBJECTS.Group,
            attributes: schema.groupTargetAttributes.map(writeDefinition),
          },
        ],
      },
    ],
  };
}

function listSource({ name, type, isMultiValued }: SourceAttribute): ListedAttribute {
  return {
    name,
    type,
    isMultiValued,
    isPrimaryKey: name === 'objectId',
    isRequired: false,
    isCaseExact: false,
    referencedObjects: REFERENCED[name] ?? [],
  };
}

const REFERENCED: Readonly<Record<string, DirectoryObjectType[]>> = {
  manager: ['User'],
  members: ['User', 'Group'],
};

function writeObject(mapping: ObjectMapping): GraphObjectMapping {
  const { objectType, targetActions, scopingFilters } = mapping;
  const flows = [
    targetActions.create ? ['Add'] : [],
    targetActions.update ? ['Update'] : [],
    targetActions.delete ? ['Delete'] : [],
  ].flat();
  return {
    enabled: mapping.enabled,
    flowTypes: flows.length === 0 ? 'None' : flows.join(', '),
    name: mapping.name,
    sourceObjectName: objectType,
    targetObjectName: TARGET_OBJECTS[objectType],
    scope: scopingFilters.length === 0 ? null : { groups: scopingFilters.map(writeFilter) },
    attributeMappings: mapping.attributeMappings.map(writeMapping),
  };
}

function writeFilter({ title, clauses }: ScopingFilter) {
  return {
    name: title,
    clauses: clauses.map(({ attribute, operator, value }) => ({
      operatorName: operator,
      sourceOperandName: attribute,
      targetOperand: { values: value === '' ? [] : [value] },
    })),
  };
}

function writeMapping(mapping: AttributeMapping): GraphAttributeMapping {
  return {
    defaultValue: mapping.defaultValue,
    exportMissingReferences: false,
    flowBehavior: 'FlowWhenChanged',
    flowType: mapping.apply,
    matchingPriority: mapping.matchingPrecedence ?? 0,
    targetAttributeName: mapping.target,
    source: writeSource(mapping),
  };
}

function writeSource({
  type,
  source,
  constant,
  expression,
}: AttributeMapping): GraphMappingSource | null {
  switch (type) {
    case 'None':
      return null;
    case 'Direct':
      return attributeSource(source ?? '');
    case 'Constant':
      return constantSource(constant ?? '');
    case 'Expression':
      return expressionSource(expression ?? '');
  }
}

/** One that cannot be read goes out as its text alone. */
function expressionSource(text: string): GraphMappingSource {
  try {
    return { ...nodeSource(parseExpression(text)), expression: text, type: 'Function' };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { expression: text, name: '', parameters: [], type: 'Function' };
  }
}

function nodeSource(node: ExpressionNode): GraphMappingSource {
  switch (node.kind) {
    case 'attribute':
      return attributeSource(node.name);
    case 'text':
      return constantSource(node.value);
    case 'number':
      return constantSource(node.text);
    case 'constant':
      return constantSource(node.name);
    case 'compare':
      return functionSource(node, node.operator, [
        { key: 'left', value: nodeSource(node.left) },
        { key: 'right', value: nodeSource(node.right) },
      ]);
    case 'call': {
      const parameters = findFunction(node.name)?.parameters ?? [];
      const named = node.args.map((arg, index) => ({
        key: parameters[index]?.name ?? `${parameters.at(-1)?.name ?? 'argument'}${index + 1}`,
        value: arg === null ? constantSource('') : nodeSource(arg),
      }));
      return functionSource(node, node.name, named);
    }
  }
}

function functionSource(
  node: ExpressionNode,
  name: string,
  parameters: NonNullable<GraphMappingSource['parameters']>,
): GraphMappingSource {
  return { expression: printExpression(node), name, parameters, type: 'Function' };
}

function attributeSource(name: string): GraphMappingSource {
  return { expression: `[${name}]`, name, parameters: [], type: 'Attribute' };
}

function constantSource(value: string): GraphMappingSource {
  const expression = `"${value.replaceAll(/[\\"]/g, '\\$&')}"`;
  return { expression, name: value, parameters: [], type: 'Constant' };
}

function writeDefinition(attribute: ListedAttribute): GraphAttributeDefinition {
  return {
    name: attribute.name,
    type: attribute.type,
    anchor: attribute.isPrimaryKey,
    caseExact: attribute.isCaseExact,
    multivalued: attribute.isMultiValued,
    required: attribute.isRequired,
    mutability: 'ReadWrite',
    referencedObjects: attribute.referencedObjects.map((referencedObjectName) => ({
      referencedObjectName,
    })),
  };
}
