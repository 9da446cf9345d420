// Addresses of the tools.
import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from './root-route.ts';

const ComposeSearch = z.object({
  /** Id of a logged request, to be changed and sent again. */
  from: z.coerce.number().int().positive().optional().catch(undefined),
});

export const composeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/compose',
  validateSearch: ComposeSearch,
});

const ChecksSearch = z.object({
  /** Id of a run, or `new` for the form. */
  run: z.string().optional().catch(undefined),
  check: z.string().optional().catch(undefined),
  show: z.enum(['all', 'failed', 'passed', 'skipped']).optional().catch(undefined),
});

export const checksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/checks',
  validateSearch: ChecksSearch,
});

const ScenariosSearch = z.object({
  /** Id of one of the library, or `file` for the one that was opened. */
  scenario: z.string().optional().catch(undefined),
  run: z.string().optional().catch(undefined),
});

export const scenariosRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/scenarios',
  validateSearch: ScenariosSearch,
});

const SnapshotsSearch = z.object({
  id: z.string().optional().catch(undefined),
  /** Another snapshot, or `now`. */
  with: z.string().optional().catch(undefined),
});

export const snapshotsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/snapshots',
  validateSearch: SnapshotsSearch,
});
