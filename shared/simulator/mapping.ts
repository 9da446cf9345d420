// What a provisioning job maps: two object mappings (users and groups), each with attribute mappings and scoping filters.
// @see https://learn.microsoft.com/entra/identity/app-provisioning/customize-application-attributes
import { z } from 'zod';
import { DirectoryObjectType } from './directory.ts';

export const MappingType = z.enum(['Direct', 'Constant', 'Expression', 'None']);
export type MappingType = z.infer<typeof MappingType>;

/** Longest text of an expression. */
export const EXPRESSION_LIMIT = 10_000;

export const AttributeMapping = z.object({
  /** SCIM path in the target, such as `userName`, `name.givenName`, `emails[type eq "work"].value` or a URN with its attribute. */
  target: z.string().trim().min(1).max(500),
  type: MappingType,
  /** Direct: attribute of the directory object; the others: null. */
  source: z.string().nullable(),
  /** Constant: the value; the others: null. */
  constant: z.string().max(1_024).nullable(),
  /** Expression: its text; the others: null. */
  expression: z.string().max(EXPRESSION_LIMIT).nullable(),
  /** Taken where the source gives none, when an object is created only. */
  defaultValue: z.string().max(1_024).nullable(),
  /** *Match objects using this attribute*: 1 is asked first; null: not a matching attribute. */
  matchingPrecedence: z.int().min(1).max(99).nullable(),
  /** *Apply this mapping*: always, or only during object creation. */
  apply: z.enum(['Always', 'ObjectAddOnly']),
});
export type AttributeMapping = z.infer<typeof AttributeMapping>;

export const SCOPE_OPERATORS = [
  '&',
  '!&',
  'ENDS_WITH',
  'EQUALS',
  'Greater_Than',
  'Greater_Than_OR_EQUALS',
  'Includes',
  'IS FALSE',
  'IS NOT NULL',
  'IS NULL',
  'IS TRUE',
  'NOT EQUALS',
  'NOT REGEX MATCH',
  'REGEX MATCH',
] as const;
export const ScopeOperator = z.enum(SCOPE_OPERATORS);
export type ScopeOperator = z.infer<typeof ScopeOperator>;

export const ScopingClause = z.object({
  attribute: z.string().min(1),
  operator: ScopeOperator,
  /** Empty where the operator takes none. */
  value: z.string().max(1_024),
});
export type ScopingClause = z.infer<typeof ScopingClause>;

/** Its clauses hold together; of several filters one is enough. */
export const ScopingFilter = z.object({
  title: z.string().trim().min(1).max(100),
  clauses: z.array(ScopingClause).min(1).max(50),
});
export type ScopingFilter = z.infer<typeof ScopingFilter>;

export const ObjectMapping = z.object({
  objectType: DirectoryObjectType,
  name: z.string().min(1),
  /** That of users always is. */
  enabled: z.boolean(),
  targetActions: z.object({ create: z.boolean(), update: z.boolean(), delete: z.boolean() }),
  attributeMappings: z.array(AttributeMapping).max(500),
  /** None: all records. */
  scopingFilters: z.array(ScopingFilter).max(100),
});
export type ObjectMapping = z.infer<typeof ObjectMapping>;

export const AttributeType = z.enum([
  'String',
  'Integer',
  'Boolean',
  'DateTime',
  'Reference',
  'Binary',
]);
export type AttributeType = z.infer<typeof AttributeType>;

/** A line of an attribute list: of the directory or of the application. */
export const ListedAttribute = z.object({
  name: z.string().trim().min(1).max(500),
  type: AttributeType,
  isPrimaryKey: z.boolean(),
  isRequired: z.boolean(),
  isMultiValued: z.boolean(),
  isCaseExact: z.boolean(),
  /** Types of object that a Reference may name; empty for the others. */
  referencedObjects: z.array(DirectoryObjectType),
});
export type ListedAttribute = z.infer<typeof ListedAttribute>;

/** An attribute of users that was added to the attribute list of Microsoft Entra ID: a directory extension. */
export const AddedSourceAttribute = z.object({
  name: z.string().trim().min(1).max(500),
  type: AttributeType.exclude(['Reference']),
});
export type AddedSourceAttribute = z.infer<typeof AddedSourceAttribute>;

/** All that a job maps. */
export const SynchronizationSchema = z.object({
  users: ObjectMapping,
  groups: ObjectMapping,
  userTargetAttributes: z.array(ListedAttribute),
  groupTargetAttributes: z.array(ListedAttribute),
  /** Beside those that every directory has. */
  userSourceAttributes: z.array(AddedSourceAttribute).max(100).default([]),
});
export type SynchronizationSchema = z.infer<typeof SynchronizationSchema>;
