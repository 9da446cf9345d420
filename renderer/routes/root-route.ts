// What every address has: the tenant and the application on screen.
import { createRootRoute, retainSearchParams } from '@tanstack/react-router';
import { z } from 'zod';

export const RootSearch = z.object({
  /** Slug of the tenant on screen; it stays from screen to screen. */
  tenant: z.string().optional().catch(undefined),
  /** Id of the enterprise application on the screens of the Entra simulator. */
  application: z.string().optional().catch(undefined),
});

export const rootRoute = createRootRoute({
  validateSearch: RootSearch,
  search: { middlewares: [retainSearchParams(['tenant', 'application'])] },
});
