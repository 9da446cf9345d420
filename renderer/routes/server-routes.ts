// Addresses of the mock tenant: what it holds, what reached it, and how to connect to it.
import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { GroupBy } from '../../shared/admin/request-log-pages.ts';
import { rootRoute } from './root-route.ts';

const HomeSearch = z.object({
  /** `show` brings the first steps back. */
  steps: z.literal('show').optional().catch(undefined),
});

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: HomeSearch,
});

const RequestsSearch = z.object({
  /** In the language of shared/request-filter. */
  filter: z.string().optional().catch(undefined),
  /** Column and direction, where it is not the order of arrival. */
  sort: z.string().optional().catch(undefined),
  order: z.enum(['ascending', 'descending']).optional().catch(undefined),
  group: GroupBy.optional().catch(undefined),
  /** The request that `id` is compared with. */
  compare: z.coerce.number().int().positive().optional().catch(undefined),
  id: z.coerce.number().int().positive().optional().catch(undefined),
  tab: z
    .enum(['summary', 'request', 'response', 'effect', 'timeline', 'checks', 'export'])
    .optional()
    .catch(undefined),
});

export const requestsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/requests',
  validateSearch: RequestsSearch,
});

export const ResourcesSearch = z.object({
  /** Which ones; absent = all that are stored. */
  state: z.enum(['active', 'inactive', 'deleted']).optional().catch(undefined),
  /** SCIM filter or words; of the deleted a part of the name, or an id. */
  filter: z.string().optional().catch(undefined),
  id: z.string().optional().catch(undefined),
  tab: z.string().optional().catch(undefined),
  /** Attribute path to sort by, with `-` before it from high to low; `none` = in the order of creation. */
  sort: z.string().optional().catch(undefined),
  /** Version in view of the history. */
  version: z.coerce.number().int().positive().optional().catch(undefined),
  /** The form that is open; `copy` makes a new one like the selected. */
  form: z.enum(['create', 'edit', 'copy']).optional().catch(undefined),
});
export type ResourcesSearch = z.infer<typeof ResourcesSearch>;

export const usersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/users',
  validateSearch: ResourcesSearch,
});

export const groupsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/groups',
  validateSearch: ResourcesSearch,
});

export const integrationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/integration/scim',
});

const SchemaSearch = z.object({
  tab: z.enum(['schemas', 'types', 'provider', 'compare', 'raw']).optional().catch(undefined),
  /** URN of the schema on show. */
  schema: z.string().optional().catch(undefined),
  /** Part of an attribute's name or description. */
  text: z.string().optional().catch(undefined),
});

export const schemaRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/schema',
  validateSearch: SchemaSearch,
});

export const customTypeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/types/$type',
  validateSearch: ResourcesSearch,
});
