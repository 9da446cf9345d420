// Microsoft Graph's `synchronizationSchema`, as *Review your schema* downloads it and `PUT …/jobs/{id}/schema` takes it.
// What we have no use for is read over; what Graph leaves out is filled in.
// @see https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationschema
import { z } from 'zod';

export interface GraphMappingSource {
  readonly expression?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly type?: string | undefined;
  readonly parameters?:
    readonly { readonly key: string; readonly value: GraphMappingSource }[] | undefined;
}

const GraphMappingSource: z.ZodType<GraphMappingSource> = z.object({
  expression: z.string().nullish(),
  name: z.string().nullish(),
  type: z.string().optional(),
  parameters: z
    .array(z.object({ key: z.string(), value: z.lazy(() => GraphMappingSource) }))
    .optional(),
});

const GraphAttributeMapping = z.object({
  defaultValue: z.string().nullish(),
  exportMissingReferences: z.boolean().optional(),
  flowBehavior: z.string().optional(),
  flowType: z.string().optional(),
  /** 0: not a matching attribute. */
  matchingPriority: z.int().min(0).optional(),
  targetAttributeName: z.string(),
  source: GraphMappingSource.nullish(),
});
export type GraphAttributeMapping = z.infer<typeof GraphAttributeMapping>;

const GraphFilterGroup = z.object({
  name: z.string().nullish(),
  clauses: z.array(
    z.object({
      operatorName: z.string(),
      sourceOperandName: z.string(),
      targetOperand: z.object({ values: z.array(z.string()) }).nullish(),
    }),
  ),
});
export type GraphFilterGroup = z.infer<typeof GraphFilterGroup>;

const GraphObjectMapping = z.object({
  enabled: z.boolean().default(true),
  /** `Add, Update, Delete` */
  flowTypes: z.string().default('Add, Update, Delete'),
  name: z.string().nullish(),
  sourceObjectName: z.string(),
  targetObjectName: z.string(),
  scope: z.object({ groups: z.array(GraphFilterGroup).nullish() }).nullish(),
  attributeMappings: z.array(GraphAttributeMapping),
});
export type GraphObjectMapping = z.infer<typeof GraphObjectMapping>;

const GraphAttributeDefinition = z.object({
  name: z.string(),
  type: z.string().default('String'),
  anchor: z.boolean().default(false),
  caseExact: z.boolean().default(false),
  multivalued: z.boolean().default(false),
  required: z.boolean().default(false),
  mutability: z.string().optional(),
  referencedObjects: z.array(z.object({ referencedObjectName: z.string() })).default([]),
});
export type GraphAttributeDefinition = z.infer<typeof GraphAttributeDefinition>;

const GraphDirectory = z.object({
  id: z.string().optional(),
  name: z.string(),
  objects: z
    .array(
      z.object({ name: z.string(), attributes: z.array(GraphAttributeDefinition).default([]) }),
    )
    .default([]),
});

export const GraphSynchronizationSchema = z.object({
  id: z.string().optional(),
  version: z.string().optional(),
  synchronizationRules: z
    .array(
      z.object({
        id: z.string().optional(),
        name: z.string().optional(),
        priority: z.int().optional(),
        editable: z.boolean().optional(),
        sourceDirectoryName: z.string().optional(),
        targetDirectoryName: z.string().optional(),
        objectMappings: z.array(GraphObjectMapping),
      }),
    )
    .min(1),
  directories: z.array(GraphDirectory).default([]),
});
export type GraphSynchronizationSchema = z.infer<typeof GraphSynchronizationSchema>;
