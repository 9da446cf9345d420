// What the routes of mappings take and answer. @see ./mapping-routes.ts
import { z } from 'zod';
import { JsonObject } from '../admin/json-schema.ts';
import { DirectoryObjectType } from './directory.ts';
import { ExpressionFunction } from './expression/expression-function.ts';
import { EXPRESSION_LIMIT, ListedAttribute, SynchronizationSchema } from './mapping.ts';
import { JobSettings } from './job.ts';
import { OutOfScopeReason, ScopeOutcome } from './scope.ts';

const value = z.union([
  z.string().max(10_000),
  z.boolean(),
  z.array(z.string().max(10_000)).max(1_000),
  z.null(),
]);

/** By the names of the directory. */
export const AttributeValues = z.record(z.string().max(200), value);
export type AttributeValues = z.infer<typeof AttributeValues>;

export const ExpressionCatalogue = z.object({
  functions: z.array(ExpressionFunction),
  /** Attributes that an expression may name. */
  attributes: z.object({ User: z.array(z.string()), Group: z.array(z.string()) }),
});
export type ExpressionCatalogue = z.infer<typeof ExpressionCatalogue>;

/** A user or group of the directory, as an application sees it. */
export const SourceObjectName = z.object({
  application: z.string(),
  objectId: z.string(),
});
export type SourceObjectName = z.infer<typeof SourceObjectName>;

export const ExpressionTest = z.object({
  expression: z.string().max(EXPRESSION_LIMIT + 1),
  objectType: DirectoryObjectType.default('User'),
  /** Whose values are taken; null: nobody's. */
  object: SourceObjectName.nullable().default(null),
  /** Values that go before those of the object. */
  attributes: AttributeValues.default({}),
});
export type ExpressionTest = z.infer<typeof ExpressionTest>;

export const ExpressionProblem = z.object({
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  /** Place in the expression, from 0; the end is exclusive. */
  start: z.int(),
  end: z.int(),
});

export const ExpressionOutcome = z.object({
  /** What is wrong with the expression for any object. */
  problems: z.array(ExpressionProblem),
  /** As it would flow: text, several texts, or null. Null too where it failed. */
  value: z.union([z.string(), z.array(z.string()), z.null()]),
  /** Such as `text`, `number` or `date`; null where it failed. */
  type: z.string().nullable(),
  /** Why it failed for these values. */
  failure: ExpressionProblem.nullable(),
  /** The attributes that the expression names, with the values that were taken. */
  inputs: AttributeValues,
});
export type ExpressionOutcome = z.infer<typeof ExpressionOutcome>;

export const MappingPreviewOrder = z.object({
  objectId: z.string(),
  /** Not yet saved, as it stands in the editor. */
  schema: SynchronizationSchema,
  /** Those of the job where they are left out. */
  scope: JobSettings.shape.scope.optional(),
  defaultAccess: JobSettings.shape.defaultAccess.optional(),
  /** Whether the tenant URL has the flag `aadOptscim062020`. */
  isFlagged: z.boolean().default(false),
});
export type MappingPreviewOrder = z.infer<typeof MappingPreviewOrder>;

/** Why the engine would not send a request that the mappings make. */
export const PreviewSkip = z.enum([
  'notInScope',
  'targetActionDisabled',
  'attributeValidationFailed',
]);
export type PreviewSkip = z.infer<typeof PreviewSkip>;

const PreviewValue = z.union([z.string(), z.array(z.string()), z.null()]);

const PreviewRequest = z.object({
  method: z.string(),
  path: z.string(),
  body: JsonObject,
  /** Null: it is sent as it stands. Else as it would be, were it not for that. */
  skipped: PreviewSkip.nullable(),
});

export const MappingPreview = z.object({
  objectId: z.string(),
  objectType: DirectoryObjectType,
  displayName: z.string(),
  isAssigned: z.boolean(),
  /** One that counts, by the handling of *Default Access*. */
  hasRole: z.boolean(),
  /** Not in scope, for whatever reason. */
  isSoftDeleted: z.boolean(),
  /** Null: in scope. */
  reason: OutOfScopeReason.nullable(),
  scope: ScopeOutcome,
  source: AttributeValues,
  /** In the order of the mappings; `value` as text for reading. What does not flow on an update has a `created` value only. */
  attributes: z.array(
    z.object({
      target: z.string(),
      created: PreviewValue,
      updated: PreviewValue,
      isReference: z.boolean(),
      isRedacted: z.boolean(),
      problem: z.string().nullable(),
    }),
  ),
  /** What a new object is sent as. Null: no attribute has a value. */
  create: PreviewRequest.nullable(),
  /** As if every mapped attribute differed; of who is not in scope, what disables. Null: nothing would be sent. */
  update: PreviewRequest.nullable(),
});
export type MappingPreview = z.infer<typeof MappingPreview>;

export const DefaultSchema = z.object({
  schema: SynchronizationSchema,
  sourceAttributes: z.object({
    User: z.array(ListedAttribute.pick({ name: true, type: true, isMultiValued: true })),
    Group: z.array(ListedAttribute.pick({ name: true, type: true, isMultiValued: true })),
  }),
});
