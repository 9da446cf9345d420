// A tenant's own schemas and resource types, and changes of them. Documents have the form of RFC 7643 §6 and §7.
import { z } from 'zod';
import { JsonObject } from './json-schema.ts';

/** What the tenant serves, and which of it is its own. */
export const TenantSchemaList = z.object({
  /** Moves with every change. */
  revision: z.int(),
  schemas: z.array(
    z.object({
      document: JsonObject,
      isBuiltIn: z.boolean(),
      /** Names of the resource types that have it as core schema or extension. */
      usedBy: z.array(z.string()),
    }),
  ),
  resourceTypes: z.array(
    z.object({ document: JsonObject, isBuiltIn: z.boolean(), resources: z.int() }),
  ),
});
export type TenantSchemaList = z.infer<typeof TenantSchemaList>;

/** What the tenant has of its own, in the form that `put` of a change takes. */
export const SchemaExport = z.object({ documents: z.array(JsonObject) });
export type SchemaExport = z.infer<typeof SchemaExport>;

/** Made as a whole or not at all. */
export const SchemaChange = z.object({
  /**
   * Schema and ResourceType documents, or ListResponses of them; each creates or replaces the one of its id or name.
   * A ResourceType named User or Group tells the extensions of that type.
   */
  put: z.array(JsonObject).max(200).default([]),
  /** URNs. Extensions are taken out of the resource types that have them. */
  deleteSchemas: z.array(z.string()).default([]),
  /** Names. Resources of the type go with it. */
  deleteResourceTypes: z.array(z.string()).default([]),
});
export type SchemaChange = z.infer<typeof SchemaChange>;

export const SchemaChangeRequest = SchemaChange.extend({
  /** Makes the change although its plan has effects; those that block it still do. */
  allowBreaking: z.boolean().default(false),
});
export type SchemaChangeRequest = z.infer<typeof SchemaChangeRequest>;

export const MisfitReason = z.enum([
  'attribute-removed',
  'extension-removed',
  'wrong-type',
  'several-values',
  'not-canonical',
  'missing-required',
  'not-unique',
  'resource-type-removed',
]);
export type MisfitReason = z.infer<typeof MisfitReason>;

/**
 * `dropped`: the value is removed; `kept`: it stays, though the new schema does not allow it, until it is next written;
 * `deleted`: the whole resource goes; `blocks`: the change cannot be made before it is resolved.
 */
export const Consequence = z.enum(['dropped', 'kept', 'deleted', 'blocks']);
export type Consequence = z.infer<typeof Consequence>;

export const SchemaEffect = z.object({
  resourceType: z.string(),
  /** Attribute path; empty for whole resources. */
  path: z.string(),
  reason: MisfitReason,
  consequence: Consequence,
  /** Resources that are touched. */
  count: z.int(),
  /** The first of them. */
  ids: z.array(z.string()),
});
export type SchemaEffect = z.infer<typeof SchemaEffect>;

export const SchemaPlan = z.object({
  /** Needs `allowBreaking`. */
  isBreaking: z.boolean(),
  isBlocked: z.boolean(),
  effects: z.array(SchemaEffect),
});
export type SchemaPlan = z.infer<typeof SchemaPlan>;
