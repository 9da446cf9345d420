// Routes about mappings that keep nothing: the functions of expressions, tests and previews, validation, and Graph's
// JSON. The mappings themselves belong to the job. @see ./job-routes.ts
import { z } from 'zod';
import { GraphSynchronizationSchema } from './graph-schema.ts';
import { SynchronizationSchema } from './mapping.ts';
import {
  DefaultSchema,
  ExpressionCatalogue,
  ExpressionOutcome,
  ExpressionTest,
  MappingPreview,
  MappingPreviewOrder,
} from './mapping-preview.ts';
import { SchemaFinding } from './schema-finding.ts';

const nothing = z.object({});

export const mappingRoutes = {
  listExpressionFunctions: {
    method: 'GET',
    path: '/api/simulator/expression-functions',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: ExpressionCatalogue,
  },
  /** What is wrong with the expression is part of the answer, never an error. */
  testExpression: {
    method: 'POST',
    path: '/api/simulator/expression-test',
    params: nothing,
    query: nothing,
    body: ExpressionTest,
    response: ExpressionOutcome,
  },
  /** *Restore default mappings*. */
  getDefaultSchema: {
    method: 'GET',
    path: '/api/simulator/default-schema',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: DefaultSchema,
  },
  validateSchema: {
    method: 'POST',
    path: '/api/simulator/schema-validation',
    params: nothing,
    query: nothing,
    body: SynchronizationSchema,
    response: z.object({ findings: z.array(SchemaFinding) }),
  },
  /** The mappings as Microsoft Graph's `synchronizationSchema`. */
  writeGraphSchema: {
    method: 'POST',
    path: '/api/simulator/graph-schema/write',
    params: nothing,
    query: nothing,
    body: SynchronizationSchema,
    response: GraphSynchronizationSchema,
  },
  /** Mappings from Graph's `synchronizationSchema`, also one of a real tenant; `notes` name what has no counterpart. */
  readGraphSchema: {
    method: 'POST',
    path: '/api/simulator/graph-schema/read',
    params: nothing,
    query: nothing,
    body: GraphSynchronizationSchema,
    response: z.object({ schema: SynchronizationSchema, notes: z.array(z.string()) }),
  },
  /** What the mappings make of a user or group, whether it is in scope, and the requests that would be sent. */
  previewMapping: {
    method: 'POST',
    path: '/api/applications/:application/mapping-preview',
    params: z.object({ application: z.string() }),
    query: nothing,
    body: MappingPreviewOrder,
    response: MappingPreview,
  },
} as const;
