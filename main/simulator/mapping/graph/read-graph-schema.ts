// Mappings from Microsoft Graph's JSON, be it exported here or downloaded from a real tenant. What has no counterpart is
// named in notes rather than dropped in silence.
import type {
  GraphAttributeDefinition,
  GraphAttributeMapping,
  GraphFilterGroup,
  GraphObjectMapping,
  GraphSynchronizationSchema,
} from '../../../../shared/simulator/graph-schema.ts';
import {
  isExtensionName,
  type DirectoryObjectType,
} from '../../../../shared/simulator/directory.ts';
import {
  AddedSourceAttribute,
  AttributeType,
  ScopeOperator,
  type AttributeMapping,
  type ListedAttribute,
  type ObjectMapping,
  type ScopingFilter,
  type SynchronizationSchema,
} from '../../../../shared/simulator/mapping.ts';
import { defaultSchema } from '../default-schema.ts';
import { readObjectType } from './graph-names.ts';

export interface ReadSchema {
  readonly schema: SynchronizationSchema;
  /** One sentence each. */
  readonly notes: readonly string[];
}

/** Undefined: there is no mapping of users in it, so that nothing of it can be used. */
export function readGraphSchema(graph: GraphSynchronizationSchema): ReadSchema | undefined {
  const notes: string[] = [];
  const defaults = defaultSchema();
  const mappings = graph.synchronizationRules.flatMap(({ objectMappings }) => objectMappings);
  const find = (objectType: DirectoryObjectType) => {
    const found = mappings.filter(
      ({ sourceObjectName }) => readObjectType(sourceObjectName) === objectType,
    );
    if (found.length > 1) {
      notes.push(
        `There are ${found.length} mappings of ${objectType} objects; the first was taken.`,
      );
    }
    return found[0];
  };
  const [users, groups] = [find('User'), find('Group')];
  const others = mappings.filter(
    ({ sourceObjectName }) => readObjectType(sourceObjectName) === undefined,
  );
  for (const { sourceObjectName } of others) {
    notes.push(
      `Objects of type ${sourceObjectName} are not provisioned here; their mapping was left out.`,
    );
  }
  if (users === undefined) return undefined;
  if (groups === undefined)
    notes.push('There is no mapping of groups; the default one was added, disabled.');
  const schema = {
    users: { ...readObject('User', users, notes), enabled: true },
    groups:
      groups === undefined
        ? { ...defaults.groups, enabled: false }
        : readObject('Group', groups, notes),
    userTargetAttributes: readList(graph, users) ?? defaults.userTargetAttributes,
    groupTargetAttributes: readList(graph, groups) ?? defaults.groupTargetAttributes,
    userSourceAttributes: readExtensions(graph, users),
  };
  return { schema, notes };
}

function readObject(
  objectType: DirectoryObjectType,
  graph: GraphObjectMapping,
  notes: string[],
): ObjectMapping {
  const { enabled, flowTypes, name, scope, attributeMappings } = graph;
  const flows = flowTypes.split(/\s*,\s*/);
  return {
    objectType,
    name: name ?? `Provision Microsoft Entra ID ${objectType}s`,
    enabled,
    targetActions: {
      create: flows.includes('Add'),
      update: flows.includes('Update'),
      delete: flows.includes('Delete'),
    },
    attributeMappings: attributeMappings.map((mapping) => readMapping(mapping, notes)),
    scopingFilters: (scope?.groups ?? []).flatMap((group, index) =>
      readFilter(group, index, notes),
    ),
  };
}

function readMapping(graph: GraphAttributeMapping, notes: string[]): AttributeMapping {
  const { targetAttributeName, flowType = 'Always', matchingPriority = 0 } = graph;
  if (flowType !== 'Always' && flowType !== 'ObjectAddOnly') {
    notes.push(
      `${targetAttributeName} has the flow type ${flowType}, which is not known here; it applies always.`,
    );
  }
  return {
    target: targetAttributeName,
    ...readSource(graph),
    defaultValue: graph.defaultValue ?? null,
    matchingPrecedence: matchingPriority === 0 ? null : matchingPriority,
    apply: flowType === 'ObjectAddOnly' ? 'ObjectAddOnly' : 'Always',
  };
}

const NO_SOURCE = { source: null, constant: null, expression: null } as const;

function readSource({
  source,
}: GraphAttributeMapping): Pick<AttributeMapping, 'type' | 'source' | 'constant' | 'expression'> {
  const { type, name, expression } = source ?? {};
  if (type === 'Attribute') {
    return {
      ...NO_SOURCE,
      type: 'Direct',
      source: name ?? expression?.replace(/^\[|\]$/g, '') ?? '',
    };
  }
  if (type === 'Constant') return { ...NO_SOURCE, type: 'Constant', constant: name ?? '' };
  if (type === 'Function' || (expression ?? '') !== '') {
    return { ...NO_SOURCE, type: 'Expression', expression: expression ?? '' };
  }
  return { ...NO_SOURCE, type: 'None' };
}

/** None where it has no clause that is known here. */
function readFilter(graph: GraphFilterGroup, index: number, notes: string[]): ScopingFilter[] {
  const title = graph.name ?? `Scoping filter ${index + 1}`;
  const clauses = graph.clauses.flatMap(({ operatorName, sourceOperandName, targetOperand }) => {
    const operator = ScopeOperator.safeParse(operatorName);
    if (!operator.success) {
      notes.push(
        `The filter "${title}" uses the operator ${operatorName}, which is not known here; the clause was left out.`,
      );
      return [];
    }
    const value = targetOperand?.values[0] ?? '';
    return [{ attribute: sourceOperandName, operator: operator.data, value }];
  });
  return clauses.length === 0 ? [] : [{ title, clauses }];
}

/** Attributes of the object that the mapping writes; undefined: the document does not list them. */
function readList(
  { directories }: GraphSynchronizationSchema,
  mapping: GraphObjectMapping | undefined,
): ListedAttribute[] | undefined {
  const objects = directories.flatMap((directory) => directory.objects);
  const found = objects.filter(({ name }) => name === mapping?.targetObjectName).at(-1);
  const attributes = found?.attributes ?? [];
  return attributes.length === 0 ? undefined : attributes.map(readDefinition);
}

/** Directory extensions of the object that the mapping reads. */
function readExtensions(
  { directories }: GraphSynchronizationSchema,
  { sourceObjectName }: GraphObjectMapping,
): AddedSourceAttribute[] {
  const objects = directories.flatMap((directory) => directory.objects);
  const [found] = objects.filter(({ name }) => name === sourceObjectName);
  const known = AddedSourceAttribute.shape.type;
  return (found?.attributes ?? []).flatMap(({ name, type, multivalued }) =>
    isExtensionName(name) && !multivalued
      ? [{ name, type: known.safeParse(type).data ?? 'String' }]
      : [],
  );
}

function readDefinition(graph: GraphAttributeDefinition): ListedAttribute {
  const type = AttributeType.safeParse(graph.type);
  const referenced = graph.referencedObjects.map(({ referencedObjectName }) =>
    readObjectType(referencedObjectName),
  );
  return {
    name: graph.name,
    type: type.success ? type.data : 'String',
    isPrimaryKey: graph.anchor,
    isRequired: graph.required,
    isMultiValued: graph.multivalued,
    isCaseExact: graph.caseExact,
    referencedObjects: referenced.filter((name) => name !== undefined),
  };
}
