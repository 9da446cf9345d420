// Addresses of what belongs to the app itself.
import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from './root-route.ts';

const SettingsSearch = z.object({
  /** Words or the key of a setting. */
  find: z.string().optional().catch(undefined),
  view: z.enum(['form', 'json']).optional().catch(undefined),
});

export const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  validateSearch: SettingsSearch,
});

const HelpSearch = z.object({
  topic: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
});

export const helpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help',
  validateSearch: HelpSearch,
});
