// The key that lets a program use the admin API: where it comes from, and a new one.
import { z } from 'zod';

/** What a key that somebody chooses is made of; it has to fit into a header and the fragment of an address. */
export const AdminKeyText = z.string().regex(/^[\w-]{32,200}$/);

export const AdminKeyState = z.object({
  /** `given`: by `--admin-key` or its variable. `kept`: by the workspace. `start`: new at each start. */
  source: z.enum(['given', 'kept', 'start']),
  /** Where it is kept. */
  file: z.string().nullable(),
  /** Not a key that was given, nor one of a workspace in memory. */
  canKeep: z.boolean(),
});
export type AdminKeyState = z.infer<typeof AdminKeyState>;

const nothing = z.object({});

export const adminKeyRoutes = {
  getAdminKeyState: {
    method: 'GET',
    path: '/api/admin-key',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: AdminKeyState,
  },
  /** A new key from now on; the one before is refused at once, and open live feeds end. */
  rotateAdminKey: {
    method: 'POST',
    path: '/api/admin-key/rotate',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: z.object({ adminKey: z.string() }),
  },
} as const;
